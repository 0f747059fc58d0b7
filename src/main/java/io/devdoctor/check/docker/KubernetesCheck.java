package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Version;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the Kubernetes of Docker Desktop, where it is enabled, ever gets ready. The classic cluster answers on port
/// 6443; one made by kind, the default since 4.65, takes any port and is seen by its containers only.
final class KubernetesCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.kubernetes",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.CONTAINERS, Part.NETWORK),
            List.of(
                    any("docker.settings-file").ofUnread(),
                    any("docker.engine").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any("docker.registry-mirrors"),
                    any("network.mirrored-proxy")));
    private static final String KEY = "KubernetesEnabled";
    private static final Version KIND = Version.of("4.65");
    private static final int PORT = 6443;
    // unverified on Windows: nodes of the kind cluster are containers named desktop-control-plane, desktop-worker
    private static final String NODE = "desktop-control-plane";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        return judge(
                DesktopSettings.of(machine),
                MACHINE,
                (settings, _) -> settings.isOn(KEY, false) ? enabled(machine, settings) : List.of(ok(MACHINE, "off")),
                _ -> List.of(ok(MACHINE, "off")));
    }

    /// Without an engine there is no cluster, which is another check's matter.
    private List<Finding> enabled(Machine machine, DesktopSettings settings) {
        return judgeIfPresent(
                Endpoint.info(machine),
                MACHINE,
                (info, _) -> BackendCheck.live(machine).isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : judgeIfPresent(
                                machine.network().flatMap((network, _) -> network.listeners()),
                                MACHINE,
                                (listeners, source) -> listeners.stream().anyMatch(each -> each.port() == PORT)
                                        ? List.of(ok(MACHINE, "answers", String.valueOf(PORT)))
                                        : silent(machine, settings, info, source)));
    }

    private List<Finding> silent(Machine machine, DesktopSettings settings, DockerEngine.Info info, Source source) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(settings.evidence(KEY));
        evidence.add(Evidence.of("evidence.docker.kubernetes-port", "-", source));
        return judgeIfPresent(machine.containers(), MACHINE, (containers, _) -> {
            Optional<Container> node = containers.all().stream()
                    .filter(container -> container.name().equals(NODE))
                    .findFirst();
            if (node.isPresent()) return List.of(node(node.get(), evidence));
            boolean mayBeKind = Presence.desktopVersion(machine)
                    .filter(version -> version.isBefore(KIND))
                    .isEmpty();
            if (mayBeKind) return List.of(info(MACHINE, "unseen", evidence));
            return List.of(reason(machine, info, evidence));
        });
    }

    private Finding node(Container node, List<Evidence> evidence) {
        if (node.state().equals("running")) return ok(MACHINE, "runs", node.name());
        evidence.add(Evidence.of("evidence.docker.kubernetes-node", node.state(), node.source()));
        return warning(MACHINE, "node-down", evidence, node.name(), node.state())
                .fixedBy(help());
    }

    private Finding reason(Machine machine, DockerEngine.Info info, List<Evidence> evidence) {
        boolean proxied = !info.httpsProxy().isEmpty() && !info.httpsProxy().contains("docker.internal");
        Reading<DockerEngine.Info> read = Endpoint.info(machine);
        if (proxied) {
            evidence.add(Evidence.of(
                    "evidence.docker.proxy",
                    info.httpsProxy(),
                    read.sourceOr(evidence.getFirst().source()).at(" : HttpsProxy")));
        }
        return likely(MACHINE, proxied ? "silent-proxy" : "silent", evidence, String.valueOf(PORT))
                .fixedBy(help());
    }

    private static Fix help() {
        return DesktopFixes.byHand("docker.kubernetes/reset", "fix.docker.kubernetes/reset");
    }
}

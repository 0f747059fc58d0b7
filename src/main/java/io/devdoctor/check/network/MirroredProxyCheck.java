package io.devdoctor.check.network;

import static io.devdoctor.check.CheckInfo.sameSubject;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.check.wsl.NetworkingMode;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A proxy on localhost of Windows that Docker Desktop hands on to its engine. With a mirrored network it does so
/// unchanged, and in the virtual machine localhost is another computer: pulls fail with "connection refused". Whether
/// it happens depends on what started first, the proxy or Docker Desktop.
final class MirroredProxyCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "network.mirrored-proxy",
            Area.NETWORK,
            Set.of(
                    Part.PROXIES,
                    Part.POLICIES,
                    Part.WSL,
                    Part.WSL_CONFIG,
                    Part.WSL_ANSWER,
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_ENGINE),
            List.of(sameSubject("network.proxy").whenBroken()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Reading<Boolean> wsl = machine.wsl().flatMap((Wsl each, Source _) -> each.installed());
        if (wsl.known().filter(installed -> !installed).isPresent()) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.dockerDesktop().flatMap((desktop, _) -> desktop.install()),
                MACHINE,
                (_, _) -> judgeIfPresent(
                        wsl,
                        MACHINE,
                        (_, _) -> judgeIfPresent(
                                machine.proxies(), MACHINE, (proxies, source) -> judge(machine, proxies, source))));
    }

    /// Docker Desktop's own setting counts, and that of Windows where it has none.
    private List<Finding> judge(Machine machine, Proxies proxies, Source source) {
        return judgeIfPresent(proxies.desktopFollows(), MACHINE, (follows, _) -> {
            Kind kind = follows ? Kind.WININET : Kind.DOCKER_DESKTOP;
            Subject subject = Subject.machine(kind.name().toLowerCase(java.util.Locale.ROOT) + "..");
            return judge(
                    proxies.setting(kind, source),
                    subject,
                    (setting, at) -> judge(machine, subject, setting, at),
                    _ -> List.of(ok(MACHINE, "ok")));
        });
    }

    private List<Finding> judge(Machine machine, Subject subject, Setting setting, Source source) {
        Optional<Server> local =
                setting.servers().stream().filter(Server::isLoopback).findFirst();
        Optional<DockerEngine.Info> info = machine.dockerEngine()
                .flatMap((DockerEngine engine, Source _) -> engine.info())
                .known()
                .filter(DockerEngine.Info::isDockerDesktop);
        // Under Hyper-V the settings of WSL are nothing to the engine.
        boolean elsewhere = info.filter(engine -> !engine.isInWsl()).isPresent();
        if (local.isEmpty() || elsewhere) return List.of(ok(MACHINE, "ok"));
        return judgeIfPresent(
                NetworkingMode.of(machine),
                subject,
                (mode, _) -> mode.isMirrored()
                        ? List.of(mirrored(machine, subject, local.get(), source, mode, info))
                        : other(machine, subject, local.get()));
    }

    /// What `.wslconfig` says now may not be what the virtual machine was started with.
    private List<Finding> other(Machine machine, Subject subject, Server local) {
        return List.of(
                NetworkingMode.live(machine) instanceof Reading.Unknown<String> unread
                        ? unknown(subject, unread)
                        : ok(subject, "not-mirrored", local.address()));
    }

    private Finding mirrored(
            Machine machine,
            Subject subject,
            Server local,
            Source source,
            NetworkingMode mode,
            Optional<DockerEngine.Info> info) {
        List<Evidence> evidence = new ArrayList<>(mode.evidence());
        evidence.add(Evidence.of("evidence.network.proxy", local.address(), source));
        Optional<String> handedOn = info.flatMap(DockerEngine.Info::localProxy);
        handedOn.ifPresent(address ->
                evidence.add(Evidence.of("evidence.network.engine-proxy", address, engineSource(machine, source))));
        Finding found = handedOn.isPresent()
                ? problem(subject, "refused", evidence, local.address())
                : likely(subject, info.isPresent() ? "by-order" : "expected", evidence, local.address(), where(local));
        Finding toNat = NetworkingMode.toNat(found, "network.mirrored-proxy/nat", machine);
        // Nobody can open a proxy that is not there.
        return local.isDead()
                ? toNat
                : toNat.fixedBy(Fix.safe(
                        "network.mirrored-proxy/by-hand",
                        Text.of("fix.network.mirrored-proxy/by-hand.title"),
                        new Step.Manual(Text.of("fix.network.mirrored-proxy/by-hand.words"), null)));
    }

    private static Text where(Server local) {
        if (local.isDead()) return Text.of("network.mirrored-proxy.where.dead");
        return Text.of(
                local.listens().isKnown()
                        ? "network.mirrored-proxy.where.listens"
                        : "network.mirrored-proxy.where.unknown");
    }

    private static Source engineSource(Machine machine, Source otherwise) {
        return machine.dockerEngine()
                .flatMap((DockerEngine engine, Source _) -> engine.info())
                .sourceOr(otherwise)
                .at(" : HttpProxy");
    }
}

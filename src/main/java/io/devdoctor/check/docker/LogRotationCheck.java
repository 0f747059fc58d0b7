package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.LogTarget;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the engine bounds the log of a container. What it is not told, it keeps for ever: `json-file` without
/// `max-size` grows until the disk is full.
final class LogRotationCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.log-rotation",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.CONTAINERS, Part.POLICIES),
            List.of(
                    any("docker.daemon-config").ofUnread(),
                    any("docker.config-files").ofUnread()));
    private static final long LARGE = Thresholds.mebibytes("container.log-warning-mib");
    private static final String UNBOUNDED = "json-file";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        Optional<DockerEngine.Info> info = Endpoint.info(machine).known();
        // The file says nothing about an engine of another machine.
        if (info.isPresent() && !DaemonFile.isReadBy(machine, info.get())) return List.of(notApplicable(MACHINE));
        Reading<FileContent> file = machine.dockerDesktop().flatMap((desktop, _) -> desktop.daemonJson());
        return judge(
                file,
                MACHINE,
                (content, source) -> List.of(judge(machine, Optional.of(content), source)),
                source -> List.of(judge(machine, Optional.empty(), source)));
    }

    private Finding judge(Machine machine, Optional<FileContent> file, Source source) {
        Optional<JsonDocument> document =
                file.map(content -> JsonDocument.parse(content.bytes().toArray()));
        boolean unread = document.filter(
                        parsed -> DaemonFile.of(file.orElseThrow()).broken().isPresent())
                .isPresent();
        if (unread) return unknown(MACHINE, new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source));
        String driver = text(document, "/log-driver")
                .or(() -> Endpoint.info(machine).known().map(DockerEngine.Info::loggingDriver))
                .filter(name -> !name.isEmpty())
                .orElse(UNBOUNDED);
        if (!driver.equals(UNBOUNDED)) return ok(MACHINE, "other-driver", driver);
        Optional<String> limit = text(document, "/log-opts/max-size").filter(size -> !size.startsWith("-"));
        List<Container> unlimited = unlimited(machine);
        return limit.map(size -> limited(machine, size, unlimited, source))
                .orElseGet(() -> unlimited(machine, file, unlimited, source));
    }

    private static Optional<String> text(Optional<JsonDocument> document, String pointer) {
        return document.flatMap(parsed -> parsed.value(pointer)).flatMap(JsonValue::text);
    }

    /// A container keeps what it was made with.
    private Finding limited(Machine machine, String size, List<Container> unlimited, Source source) {
        if (unlimited.isEmpty()) {
            return areSeen(machine)
                    ? ok(MACHINE, "ok", size)
                    : info(MACHINE, "older-unseen", evidence(unlimited, source, size), size);
        }
        return info(MACHINE, "older-containers", evidence(unlimited, source, size), size, names(unlimited))
                .fixedBy(DesktopFixes.byHand("docker.log-rotation/recreate", "fix.docker.log-rotation/recreate"));
    }

    private Finding unlimited(Machine machine, Optional<FileContent> file, List<Container> containers, Source source) {
        List<Container> large = containers.stream()
                .filter(container -> log(container)
                        .flatMap(log -> log.size().known())
                        .filter(size -> size > LARGE)
                        .isPresent())
                .toList();
        List<Evidence> evidence = evidence(containers, source, "absent");
        Finding finding = large.isEmpty()
                ? info(MACHINE, "unlimited", evidence, containers.size())
                : warning(MACHINE, "large", evidence, names(large));
        return DaemonFixes.isLocked(machine) ? finding : finding.fixedBy(fix(machine, file));
    }

    private static Fix fix(Machine machine, Optional<FileContent> file) {
        return DaemonFixes.limitLogs(machine, file)
                .orElseGet(() -> DesktopFixes.byHand("docker.log-rotation/by-hand", "fix.docker.log-rotation/by-hand"));
    }

    private static List<Evidence> evidence(List<Container> containers, Source source, String limit) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.docker.log-limit", limit, source.at(" : log-opts.max-size")));
        for (Container container : containers.stream().limit(5).toList()) {
            evidence.add(Evidence.of("evidence.docker.log-of", container.name(), container.source()));
        }
        return evidence;
    }

    private static Text.Arg names(List<Container> containers) {
        return Text.several(containers.stream().map(Container::name).toList());
    }

    private static List<Container> unlimited(Machine machine) {
        return machine.containers().known().map(Containers::all).orElse(List.of()).stream()
                .filter(container -> log(container)
                        .filter(log ->
                                log.driver().equals(UNBOUNDED) && !log.options().containsKey("max-size"))
                        .isPresent())
                .toList();
    }

    /// Without an engine that answers, or with a container that it did not describe, there may be older ones.
    private static boolean areSeen(Machine machine) {
        return machine.containers()
                .known()
                .filter(containers -> containers.all().stream()
                        .allMatch(container -> container.details().isKnown()))
                .isPresent();
    }

    private static Optional<LogTarget> log(Container container) {
        return container.details().known().map(details -> details.setup().log());
    }
}

package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameSubject;
import static io.devdoctor.check.CheckInfo.sameWorld;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Containers that ended lately with a failure, by what their exit code says.
final class ExitedCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "container.exited",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            List.of(
                    any("docker.endpoint").ofUnread(),
                    sameWorld("docker.engine").ofUnread(),
                    sameSubject("container.out-of-memory")));
    private static final Duration LATELY = Thresholds.seconds("container.exited-lately-seconds");
    /// SIGINT and SIGTERM: what `docker stop` and Ctrl+C leave.
    private static final Set<Integer> STOPPED = Set.of(0, 130, 143);
    /// The engine's own codes: not executable, not found, could not be started.
    private static final Set<Integer> NEVER_STARTED = Set.of(126, 127, 128);
    private static final int KILLED = 137;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject engine = EngineContainers.all(machine);
        return judgeIfPresent(machine.containers(), engine, (containers, _) -> judge(machine, containers, engine));
    }

    private List<Finding> judge(Machine machine, Containers containers, Subject engine) {
        List<Finding> failed = containers.all().stream()
                .filter(EngineContainers::hasEnded)
                .flatMap(container -> judge(machine, container))
                .toList();
        if (!failed.isEmpty()) return failed;
        long unseen =
                containers.unseen().stream().filter(EngineContainers::hasEnded).count();
        return List.of(unseen == 0 ? ok(engine, "none") : notInspected(engine, containers, unseen));
    }

    private Finding notInspected(Subject engine, Containers containers, long unseen) {
        return finding(
                engine,
                Verdict.UNKNOWN,
                Certainty.CERTAIN,
                "not-inspected",
                List.of(EngineContainers.unseen(containers, unseen)),
                unseen,
                containers.all().size());
    }

    private Stream<Finding> judge(Machine machine, Container container) {
        Subject subject = EngineContainers.of(machine, container);
        return switch (container.details()) {
            case Reading.Known<Details>(Details details, Source source)
            when isFailure(machine, details) -> Stream.of(failed(subject, container, details, source));
            case Reading.Unknown<Details> unread -> Stream.of(unknown(subject, unread));
            case Reading.Known<Details> _, Reading.Absent<Details> _, Reading.NotApplicable<Details> _ ->
                Stream.empty();
        };
    }

    /// Memory has a check of its own.
    private static boolean isFailure(Machine machine, Details details) {
        return !STOPPED.contains(details.exitCode())
                && !details.outOfMemory()
                && EngineContainers.isRecent(machine, details, LATELY);
    }

    private Finding failed(Subject subject, Container container, Details details, Source source) {
        String code = String.valueOf(details.exitCode());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.container.exit-code", code, source.at(" : State.ExitCode")));
        if (!details.error().isEmpty()) {
            evidence.add(Evidence.of("evidence.container.error", details.error(), source.at(" : State.Error")));
        }
        if (!details.error().isEmpty() || NEVER_STARTED.contains(details.exitCode())) {
            return warning(subject, "not-started", evidence, container.name(), code);
        }
        return details.exitCode() == KILLED
                ? info(subject, "killed", evidence, container.name(), code)
                : info(subject, "failed", evidence, container.name(), code);
    }
}

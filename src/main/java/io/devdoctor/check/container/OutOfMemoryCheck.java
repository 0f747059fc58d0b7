package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameWorld;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.CheckInfo.Cause;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Containers that the kernel killed for lack of memory: their own limit's, or the whole virtual machine's.
final class OutOfMemoryCheck extends ContainerCheck {
    private static final List<Cause> MEMORY = List.of(any("wsl.config-memory"), sameWorld("docker.memory"));
    private static final int KILLED = 137;
    private static final Duration LATELY = Duration.ofDays(7);
    /// A machine given 4 GB reports 3.8: the kernel keeps a part.
    private static final double KERNEL_LEAVES = 0.9;
    private static final CheckInfo INFO = new CheckInfo(
            "container.out-of-memory",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            Stream.concat(EngineContainers.UNREAD.stream(), MEMORY.stream()).toList());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    boolean concerns(Container container) {
        return true;
    }

    @Override
    Finding well(Ward ward) {
        return ok(ward.engine(), "none", ward.containers().all().size());
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        Machine machine = ward.machine();
        if (details.outOfMemory()) return Stream.of(killed(machine, container, details, source));
        return isSuspect(ward, container, details)
                ? Stream.of(suspect(ward, container, details, source))
                : Stream.empty();
    }

    /// The engine knows of its containers' limits only: what the kernel kills when the virtual machine is full ends
    /// with 137 and no word of memory.
    private static boolean isSuspect(Ward ward, Container container, Details details) {
        return details.exitCode() == KILLED
                && EngineContainers.hasEnded(container)
                && EngineContainers.isRecent(ward.machine(), details, LATELY)
                && ward.engineMemory()
                        .filter(total -> total < Thresholds.mebibytes("memory.low-mib") * KERNEL_LEAVES)
                        .isPresent();
    }

    private Finding suspect(Ward ward, Container container, Details details, Source source) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.container.exit-code", details.exitCode(), source.at(" : State.ExitCode")));
        return likely(
                        EngineContainers.of(ward.machine(), container),
                        "perhaps",
                        evidence,
                        EngineContainers.named(container),
                        Text.size(ward.engineMemory().orElse(0L)))
                .fixedBy(words("machine"));
    }

    private Finding killed(Machine machine, Container container, Details details, Source source) {
        Subject subject = EngineContainers.of(machine, container);
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.container.oom-killed", details.outOfMemory(), source.at(" : State.OOMKilled")),
                Evidence.of("evidence.container.exit-code", details.exitCode(), source.at(" : State.ExitCode")),
                Evidence.of(
                        "evidence.container.memory-limit", details.memoryLimit(), source.at(" : HostConfig.Memory")));
        long limit = details.memoryLimit();
        if (limit > 0) {
            Finding own = problem(subject, "limit", evidence, EngineContainers.named(container), Text.size(limit));
            // A container that met its own limit is not explained by a small virtual machine.
            return own.explainedBy(List.of()).fixedBy(words("limit"));
        }
        return problem(subject, "machine", evidence, EngineContainers.named(container))
                .fixedBy(words("machine"));
    }

    private static Fix words(String kind) {
        String key = "fix.container.out-of-memory/" + kind;
        return Fix.safe(
                "container.out-of-memory/" + kind,
                Text.of(key + ".title"),
                new Step.Manual(Text.of(key + ".words"), null));
    }
}

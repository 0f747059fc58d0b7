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
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Containers that the kernel killed for lack of memory: their own limit's, or the whole virtual machine's.
final class OutOfMemoryCheck extends ContainerCheck {
    private static final List<Cause> MEMORY = List.of(any("wsl.config-memory"), sameWorld("docker.memory"));
    private static final int KILLED = 137;
    private static final String OWN = "limit";
    private static final Duration LATELY = Thresholds.seconds("container.exited-lately-seconds");
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
        if (details.outOfMemory()) return killed(ward, container, details, source);
        if (!isKilledLately(ward, container, details)) return Stream.empty();
        return switch (ward.engineMemory()) {
            case Reading.Known<Long>(Long total, Source _)
            when total < Thresholds.mebibytes("memory.low-mib") * KERNEL_LEAVES ->
                Stream.of(suspect(ward, container, details, total, source));
            case Reading.Unknown<Long> unread ->
                Stream.of(unknown(EngineContainers.of(ward.machine(), container), unread));
            case Reading.Known<Long> _, Reading.Absent<Long> _, Reading.NotApplicable<Long> _ -> Stream.empty();
        };
    }

    /// The engine knows of its containers' limits only: what the kernel kills when the virtual machine is full ends
    /// with 137 and no word of memory.
    private static boolean isKilledLately(Ward ward, Container container, Details details) {
        return details.exitCode() == KILLED
                && EngineContainers.hasEnded(container)
                && EngineContainers.isRecent(ward.machine(), details, LATELY);
    }

    private Finding suspect(Ward ward, Container container, Details details, long total, Source source) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.container.exit-code", details.exitCode(), source.at(" : State.ExitCode")));
        return likely(
                        EngineContainers.of(ward.machine(), container),
                        "perhaps",
                        evidence,
                        EngineContainers.named(container),
                        Text.size(total))
                .fixedBy(words("machine"));
    }

    /// The engine notes that some process of the container was killed. While the container runs on, or ended as it
    /// should, that was not its main program.
    private Stream<Finding> killed(Ward ward, Container container, Details details, Source source) {
        boolean runs =
                EngineContainers.isRunning(container) || container.state().equals("paused");
        if (!runs && !EngineContainers.isRecent(ward.machine(), details, LATELY)) return Stream.empty();
        boolean survived = runs || ExitCodes.isOrderly(details.exitCode());
        Subject subject = EngineContainers.of(ward.machine(), container);
        List<Evidence> evidence = evidence(ward, details, source);
        String whose = whose(ward, details);
        Object[] args = {
            EngineContainers.named(container),
            Text.size(details.memoryLimit()),
            Text.size(ward.engineMemory().known().orElse(0L))
        };
        Finding found = survived
                ? warning(subject, "process-" + whose, evidence, args)
                : problem(subject, whose, evidence, args);
        return Stream.of(
                whose.equals(OWN)
                        // A container that met its own limit is not explained by a small virtual machine.
                        ? explained(ward, found).fixedBy(words("limit"))
                        : found.fixedBy(words("machine")));
    }

    /// Unless the machine's memory is known, it may have run out before the limit was met.
    private static Finding explained(Ward ward, Finding found) {
        return ward.engineMemory().isKnown() ? found.explainedBy(List.of()) : found;
    }

    /// Whose memory ran out. A limit that the machine cannot give is never met.
    private static String whose(Ward ward, Details details) {
        long limit = details.memoryLimit();
        if (limit <= 0) return "machine";
        return limit < ward.engineMemory().known().orElse(Long.MAX_VALUE) ? OWN : "vain-limit";
    }

    private static List<Evidence> evidence(Ward ward, Details details, Source source) {
        List<Evidence> evidence = new ArrayList<>(List.of(
                Evidence.of("evidence.container.oom-killed", details.outOfMemory(), source.at(" : State.OOMKilled")),
                Evidence.of("evidence.container.exit-code", details.exitCode(), source.at(" : State.ExitCode")),
                Evidence.of(
                        "evidence.container.memory-limit", details.memoryLimit(), source.at(" : HostConfig.Memory"))));
        if (ward.engineMemory() instanceof Reading.Known<Long>(Long total, Source from)) {
            evidence.add(Evidence.of("evidence.container.engine-memory", total, from));
        }
        return evidence;
    }

    private static Fix words(String kind) {
        String key = "fix.container.out-of-memory/" + kind;
        return Fix.safe(
                "container.out-of-memory/" + kind,
                Text.of(key + ".title"),
                new Step.Manual(Text.of(key + ".words"), null));
    }
}

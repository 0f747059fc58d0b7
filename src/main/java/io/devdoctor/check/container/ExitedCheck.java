package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Containers that ended lately with a failure or never started, with the cause as far as it can be told.
final class ExitedCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.exited",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            Stream.concat(EngineContainers.UNREAD.stream(), Advice.CAUSES.stream())
                    .toList());
    private static final Duration LATELY = Thresholds.seconds("container.exited-lately-seconds");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    /// One that could not be started for the first time stays created.
    @Override
    boolean concerns(Container container) {
        return EngineContainers.hasEnded(container) || container.state().equals("created");
    }

    @Override
    Finding well(Ward ward) {
        return ok(ward.engine(), "none");
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        boolean created = container.state().equals("created");
        boolean fine = created ? isWaiting(ward, details) : isFine(ward, details);
        return fine ? Stream.empty() : Stream.of(failed(ward, container, details, source));
    }

    /// The engine does not say when a start failed: no earlier than the container was made.
    private static boolean isWaiting(Ward ward, Details details) {
        return details.error().isEmpty() || !EngineContainers.isNew(ward.machine(), details, LATELY);
    }

    /// Memory has a check of its own.
    private static boolean isFine(Ward ward, Details details) {
        boolean orderly =
                ExitCodes.isOrderly(details.exitCode()) && details.error().isEmpty();
        return orderly || details.outOfMemory() || !EngineContainers.isRecent(ward.machine(), details, LATELY);
    }

    private Finding failed(Ward ward, Container container, Details details, Source source) {
        Subject subject = EngineContainers.of(ward.machine(), container);
        String code = String.valueOf(details.exitCode());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.container.exit-code", code, source.at(" : State.ExitCode")));
        Optional<Diagnosis> decoded = Decoder.decode(ward, container, details, source);
        if (decoded.isEmpty()) {
            evidence.addAll(Decoder.lastLines(ward, container));
            ExitCodes.Code means = ExitCodes.of(details.exitCode());
            return info(subject, means.kind(), evidence, Advice.args(container, details, means.name(), ""))
                    .explainedBy(List.of());
        }
        Diagnosis diagnosis = decoded.get();
        evidence.addAll(diagnosis.evidence());
        Object[] args = Advice.args(container, details, diagnosis.detail(), diagnosis.other());
        Verdict verdict = verdict(container, details, diagnosis);
        return finding(subject, verdict, diagnosis.certainty(), diagnosis.cause(), evidence, args)
                .explainedBy(Advice.causesOf(diagnosis.cause()))
                .fixedBy(Advice.about(diagnosis.cause(), container));
    }

    /// One that was meant to run on and certainly cannot start is broken; a mistyped command is not.
    private static Verdict verdict(Container container, Details details, Diagnosis diagnosis) {
        boolean service =
                container.compose().filter(compose -> !compose.oneOff()).isPresent();
        boolean kept =
                !details.restartPolicy().isEmpty() && !details.restartPolicy().equals("no");
        boolean neverStarts = !details.error().isEmpty() || diagnosis.cause().equals("architecture");
        return diagnosis.certainty() == Certainty.CERTAIN && neverStarts && (service || kept)
                ? Verdict.PROBLEM
                : Verdict.WARNING;
    }
}

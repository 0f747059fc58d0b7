package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.sameSubject;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.CheckInfo.Cause;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Containers that the engine starts again and again, with the reason of their end.
final class RestartingCheck extends ContainerCheck {
    private static final List<Cause> MEMORY = List.of(sameSubject("container.out-of-memory"));
    private static final CheckInfo INFO = new CheckInfo(
            "container.restarting",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            Stream.of(EngineContainers.UNREAD, MEMORY, Advice.CAUSES)
                    .flatMap(List::stream)
                    .toList());
    private static final long OFTEN = Thresholds.number("container.restarts-often");
    private static final Duration LATELY = Thresholds.seconds("container.restarted-lately-seconds");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    boolean concerns(Container container) {
        return container.state().equals("restarting") || EngineContainers.isRunning(container);
    }

    @Override
    Finding well(Ward ward) {
        return ok(ward.engine(), "none");
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        if (container.state().equals("restarting")) return Stream.of(loop(ward, container, details, source));
        boolean often = details.restartCount() >= OFTEN
                && details.finishedAt().isKnown()
                && EngineContainers.isRecent(ward.machine(), details, LATELY);
        return often ? Stream.of(often(ward, container, details, source)) : Stream.empty();
    }

    private Finding loop(Ward ward, Container container, Details details, Source source) {
        Subject subject = EngineContainers.of(ward.machine(), container);
        List<Evidence> evidence = evidence(details, source);
        if (details.restartCount() < OFTEN) return few(ward, container, details, source, subject, evidence);
        if (details.outOfMemory()) {
            return problem(subject, "memory", evidence, EngineContainers.named(container), details.restartCount())
                    .explainedBy(MEMORY);
        }
        if (details.exitCode() == 0 && details.error().isEmpty()) {
            evidence.addAll(Decoder.lastLines(ward, container));
            return problem(
                            subject,
                            "finished",
                            evidence,
                            EngineContainers.named(container),
                            details.restartCount(),
                            details.setup().program(),
                            details.restartPolicy())
                    .explainedBy(List.of())
                    .fixedBy(Advice.about("finished", container));
        }
        return because(ward, container, details, source, subject, evidence);
    }

    /// A first failure is no loop yet: the program may have waited for another one that was not ready.
    private Finding few(
            Ward ward, Container container, Details details, Source source, Subject subject, List<Evidence> evidence) {
        Optional<Diagnosis> decoded = details.outOfMemory() || ExitCodes.isOrderly(details.exitCode())
                ? Optional.empty()
                : Decoder.decode(ward, container, details, source);
        evidence.addAll(decoded.map(Diagnosis::evidence).orElseGet(() -> Decoder.lastLines(ward, container)));
        Object name = EngineContainers.named(container);
        String code = String.valueOf(details.exitCode());
        List<Cause> causes = details.outOfMemory()
                ? MEMORY
                : decoded.map(diagnosis -> Advice.causesOf(diagnosis.cause())).orElse(List.of());
        return decoded.map(diagnosis -> warning(
                        subject,
                        "few-because",
                        evidence,
                        name,
                        details.restartCount(),
                        code,
                        reason(container, details, diagnosis)))
                .orElseGet(() -> warning(subject, "few", evidence, name, details.restartCount(), code))
                .explainedBy(causes)
                .fixedBy(Advice.about(decoded.map(Diagnosis::cause).orElse("loop"), container));
    }

    private static Text reason(Container container, Details details, Diagnosis diagnosis) {
        return Text.of(
                "check.container.exited." + diagnosis.cause(),
                Advice.args(container, details, diagnosis.detail(), diagnosis.other()));
    }

    private Finding because(
            Ward ward, Container container, Details details, Source source, Subject subject, List<Evidence> evidence) {
        Optional<Diagnosis> decoded = Decoder.decode(ward, container, details, source);
        if (decoded.isEmpty()) {
            evidence.addAll(Decoder.lastLines(ward, container));
            String signal = ExitCodes.of(details.exitCode()).name();
            return problem(
                            subject,
                            signal.isEmpty() ? "loop" : "loop-signal",
                            evidence,
                            EngineContainers.named(container),
                            details.restartCount(),
                            String.valueOf(details.exitCode()),
                            signal)
                    .explainedBy(List.of())
                    .fixedBy(Advice.about("loop", container));
        }
        Diagnosis diagnosis = decoded.get();
        evidence.addAll(diagnosis.evidence());
        return problem(
                        subject,
                        "loop-because",
                        evidence,
                        EngineContainers.named(container),
                        details.restartCount(),
                        reason(container, details, diagnosis))
                .explainedBy(Advice.causesOf(diagnosis.cause()))
                .fixedBy(Advice.about(diagnosis.cause(), container));
    }

    private Finding often(Ward ward, Container container, Details details, Source source) {
        List<Evidence> evidence = evidence(details, source);
        evidence.addAll(Decoder.lastLines(ward, container));
        return warning(
                        EngineContainers.of(ward.machine(), container),
                        "often",
                        evidence,
                        EngineContainers.named(container),
                        details.restartCount())
                .explainedBy(MEMORY)
                .fixedBy(Advice.about("loop", container));
    }

    private static List<Evidence> evidence(Details details, Source source) {
        return new ArrayList<>(List.of(
                Evidence.of("evidence.container.restarts", details.restartCount(), source.at(" : RestartCount")),
                Evidence.of("evidence.container.exit-code", details.exitCode(), source.at(" : State.ExitCode"))));
    }
}

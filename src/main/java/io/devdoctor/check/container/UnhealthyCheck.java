package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.sameSubject;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Health;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Running containers whose health check fails, with what its last run says.
final class UnhealthyCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.unhealthy",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            Stream.concat(EngineContainers.UNREAD.stream(), Stream.of(sameSubject("container.restarting")))
                    .toList());
    private static final int DID_NOT_END = -1;
    /// Restarting does not bring a program into an image, nor change what a check asks for.
    private static final Set<String> RESTART_IS_VAIN = Set.of("tool-missing", "answer");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    Finding well(Ward ward) {
        return ok(ward.engine(), "none");
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        return details.setup().health() instanceof Reading.Known<Health>(Health health, Source from)
                        && health.status().equals("unhealthy")
                ? Stream.of(unhealthy(ward, container, health, from))
                : Stream.empty();
    }

    private Finding unhealthy(Ward ward, Container container, Health health, Source source) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.container.health", health.status(), source.at(".Status")),
                Evidence.of("evidence.container.health-code", health.exitCode(), source.at(".Log.ExitCode")),
                Evidence.of("evidence.container.health-output", health.output(), source.at(".Log.Output")));
        Optional<Words.Meaning> meaning =
                Words.of("health", health.output().lines().toList());
        // The engine writes this code too for a check that it could not even start, and then says why.
        String otherwise = health.exitCode() == DID_NOT_END ? "timeout" : "failing";
        String cause = meaning.map(Words.Meaning::cause).orElse(otherwise);
        // That the check fails is certain, why it does is read from words.
        Finding found = finding(
                EngineContainers.of(ward.machine(), container),
                Verdict.WARNING,
                cause.equals("failing") ? Certainty.CERTAIN : Certainty.LIKELY,
                cause,
                evidence,
                EngineContainers.named(container),
                health.failures(),
                meaning.map(Words.Meaning::detail).orElse(""));
        Finding advised = found.fixedBy(Advice.about("unhealthy-" + cause, container));
        Fix restart = Advice.restart("container.unhealthy", ward.engine().world(), container);
        return RESTART_IS_VAIN.contains(cause) || !restart.asksEnginePlainly() ? advised : advised.fixedBy(restart);
    }
}

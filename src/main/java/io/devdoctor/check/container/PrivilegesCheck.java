package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Running containers that could take over the engine or the machine around it.
final class PrivilegesCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.privileges",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            EngineContainers.UNREAD);

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
        List<Power> powers = Power.of(container, details, source);
        if (powers.isEmpty()) return Stream.empty();
        Subject subject = EngineContainers.of(ward.machine(), container);
        Power gravest = powers.getFirst();
        List<Evidence> evidence = powers.stream().map(Power::evidence).toList();
        Optional<String> purpose = PrivilegedImages.purpose(container.image());
        if (gravest.outcome().equals(Power.HOST_NETWORK)) {
            return Stream.of(info(subject, gravest.outcome(), evidence, EngineContainers.named(container)));
        }
        if (purpose.isPresent()) {
            return Stream.of(finding(
                    subject,
                    Verdict.INFO,
                    Certainty.LIKELY,
                    "known-tool",
                    evidence,
                    EngineContainers.named(container),
                    purpose.get()));
        }
        return Stream.of(
                warning(subject, gravest.outcome(), evidence, EngineContainers.named(container), gravest.detail())
                        .fixedBy(Advice.about("privileges", container)));
    }
}

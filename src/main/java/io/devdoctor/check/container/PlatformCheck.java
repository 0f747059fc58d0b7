package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Running containers whose image is made for another processor: every instruction of theirs is emulated.
final class PlatformCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.platform", Area.CONTAINER, Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE), EngineContainers.UNREAD);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    Finding well(Ward ward) {
        boolean matters = ward.containers().all().stream().anyMatch(this::concerns);
        return matters && ward.architecture() instanceof Reading.Unknown<String> unread
                ? unknown(ward.engine(), unread)
                : ok(ward.engine(), "native");
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        Optional<String> image = ward.architecture(details);
        if (image.isEmpty() && ward.image(details) instanceof Reading.Unknown<Image> unread) {
            return Stream.of(unknown(EngineContainers.of(ward.machine(), container), unread));
        }
        String made = image.orElse("");
        String engine = ward.architecture().known().orElse("");
        if (Architectures.runsOn(made, engine)) return Stream.empty();
        List<Evidence> evidence = List.of(
                Evidence.of(
                        "evidence.container.image",
                        container.image(),
                        container.source().at(" : Image")),
                Evidence.of(
                        "evidence.container.architecture",
                        made + " / " + engine,
                        ward.image(details).sourceOr(source)));
        return Stream.of(warning(
                        EngineContainers.of(ward.machine(), container),
                        "emulated",
                        evidence,
                        EngineContainers.named(container),
                        made,
                        engine)
                .fixedBy(Advice.about("emulated", container)));
    }
}

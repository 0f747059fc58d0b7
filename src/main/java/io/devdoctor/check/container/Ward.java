package io.devdoctor.check.container;

import io.devdoctor.check.Subject;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import java.util.Optional;

/// Everything that a question about a container may look at.
record Ward(Machine machine, Containers containers, Subject engine) {

    /// Of the engine, as Go names it; empty where it did not say.
    Optional<String> architecture() {
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.version())
                .known()
                .map(DockerEngine.Version::architecture)
                .filter(name -> !name.isEmpty());
    }

    /// What the image says of itself; NotApplicable where it was not asked.
    Reading<Image> image(Details details) {
        return containers.images().getOrDefault(details.setup().imageId(), new Reading.NotApplicable<>("not asked"));
    }

    /// Of the image's variant that the container was made of, as Go names it; empty where nobody said.
    Optional<String> architecture(Details details) {
        String told = details.setup().platform();
        return told.isEmpty()
                ? image(details).known().map(Image::architecture).filter(name -> !name.isEmpty())
                : Optional.of(told);
    }

    /// Bytes that the engine's machine has.
    Optional<Long> engineMemory() {
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .flatMap((info, _) -> info.memoryTotal())
                .known();
    }
}

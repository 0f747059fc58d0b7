package io.devdoctor.check.container;

import io.devdoctor.check.Subject;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Optional;

/// Everything that a question about a container may look at.
record Ward(Machine machine, Containers containers, Subject engine) {

    /// Of the engine, as Go names it: Known or Unknown.
    Reading<String> architecture() {
        return said(
                "GET /version : Arch",
                machine.dockerEngine().flatMap((engine, _) -> engine.version()).flatMap((version, source) -> {
                    Source member = source.at(" : Arch");
                    return version.architecture().isEmpty()
                            ? new Reading.Absent<>(member)
                            : new Reading.Known<>(version.architecture(), member);
                }));
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

    /// Bytes that the engine's machine has: Known or Unknown.
    Reading<Long> engineMemory() {
        return said(
                "GET /info : MemTotal",
                machine.dockerEngine().flatMap((engine, _) -> engine.info()).flatMap((info, _) -> info.memoryTotal()));
    }

    /// Every engine has what is asked here: an answer without it tells nothing.
    private <T> Reading<T> said(String what, Reading<T> reading) {
        return reading instanceof Reading.Known<T> || reading instanceof Reading.Unknown<T>
                ? reading
                : new Reading.Unknown<>(
                        Reading.Cause.UNREADABLE,
                        "not in the answer",
                        reading.sourceOr(new Source(Source.Kind.ENGINE, what, machine.taken())));
    }
}

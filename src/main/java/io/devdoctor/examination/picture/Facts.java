package io.devdoctor.examination.picture;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.Optional;

/// Facts for pictures: what is not known is not drawn, and said so in words.
final class Facts {
    private Facts() {}

    static <T> Optional<T> known(Machine machine, Part<T> part) {
        return machine.has(part) ? machine.part(part).known() : Optional.empty();
    }
}

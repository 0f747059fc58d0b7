package io.devdoctor.format.dockerfile;

import java.util.List;
import java.util.stream.Stream;

/// A build stage.
///
/// @param name         lower-case; "" = it has none
/// @param instructions behind FROM
public record Stage(int index, String name, Instruction.From from, List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }

    public <T extends Instruction> Stream<T> all(Class<T> type) {
        return instructions.stream().filter(type::isInstance).map(type::cast);
    }
}

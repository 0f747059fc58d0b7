package io.devdoctor.format.dockerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What FROM lines know: the ARGs before the first of them, with their defaults, and those that BuildKit sets itself.
final class GlobalArguments {
    private static final Set<String> AUTOMATIC = Set.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");

    private final Map<String, Value> arguments = new HashMap<>();
    private final char escape;

    GlobalArguments(List<Instruction> instructions, char escape) {
        this.escape = escape;
        for (String name : AUTOMATIC) arguments.put(name, Value.UNKNOWN);
        for (Instruction instruction : instructions) {
            if (instruction.stage() >= 0) break;
            if (instruction instanceof Instruction.Arg arg) arg.pairs().forEach(this::declare);
        }
    }

    private void declare(KeyValue pair) {
        Value value = pair.assigned()
                ? expander()
                        .expand(pair.value())
                        .text()
                        .<Value>map(Value.Known::new)
                        .orElse(Value.UNKNOWN)
                : Value.UNKNOWN;
        arguments.put(pair.key(), value);
    }

    Expander expander() {
        return new Expander(escape, name -> arguments.getOrDefault(name, Value.UNDEFINED));
    }
}

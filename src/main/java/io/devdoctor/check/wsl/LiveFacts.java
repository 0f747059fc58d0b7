package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a running distribution sees now: all share one virtual machine, so the first that told is enough.
final class LiveFacts {
    private LiveFacts() {}

    static List<Evidence> memory(Machine machine) {
        return first(machine, "evidence.wsl.live-memory", WslAnswer.Live::memoryTotal);
    }

    static List<Evidence> processors(Machine machine) {
        return first(machine, "evidence.wsl.live-processors", WslAnswer.Live::processors);
    }

    private static <T> List<Evidence> first(Machine machine, String key, Function<WslAnswer.Live, Reading<T>> fact) {
        Map<String, WslAnswer.Live> live =
                new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(Map.of()));
        return live.values().stream()
                .map(fact)
                .<Evidence>flatMap(reading -> reading instanceof Reading.Known<T>(T value, var source)
                        ? Stream.of(Evidence.of(key, value, source))
                        : Stream.of())
                .limit(1)
                .toList();
    }
}

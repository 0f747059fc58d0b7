package io.devdoctor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets contestants run in turn, so that whatever else the machine does meets all of them alike, and prints the median
/// of each as a ratio to the first one, the yardstick. One round before the first warms the file system's cache.
final class Race {
    private static final int NANOS = 1_000_000;

    /// Something whose time is taken.
    interface Runner {
        String name();

        Duration run() throws IOException, InterruptedException;
    }

    private final Map<String, List<Duration>> times = new LinkedHashMap<>();
    private final List<? extends Runner> runners;

    Race(List<? extends Runner> runners) {
        this.runners = runners;
    }

    Race run(int rounds) throws IOException, InterruptedException {
        for (Runner runner : runners) runner.run();
        for (int i = 0; i < rounds; i++) {
            for (Runner runner : runners) {
                times.computeIfAbsent(runner.name(), _ -> new ArrayList<>()).add(runner.run());
            }
        }
        return this;
    }

    Duration median(String name) {
        return middle(times.getOrDefault(name, List.of())).orElseThrow();
    }

    double ratio(String one, String other) {
        return (double) median(one).toNanos() / median(other).toNanos();
    }

    void print() {
        String yardstick = runners.getFirst().name();
        times.forEach((name, taken) -> System.out.printf(
                "  %-44s median %6d ms  fastest %6d ms  ratio %6.2f%n",
                name,
                median(name).toNanos() / NANOS,
                taken.stream().min(Duration::compareTo).orElseThrow().toNanos() / NANOS,
                ratio(name, yardstick)));
    }

    static Optional<Duration> middle(List<Duration> taken) {
        return taken.stream().sorted().skip(taken.size() / 2).findFirst();
    }
}

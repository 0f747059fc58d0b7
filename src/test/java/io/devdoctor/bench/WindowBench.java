package io.devdoctor.bench;

import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oshi.SystemInfo;

/// The window from the start of the process, drawn by the Headless platform, with a sample machine in it.
record WindowBench(Built built, Path folder) {
    private static final String DISPLAY = "-Dglass.platform=Headless -Dprism.order=sw";
    private static final int IDLE_SECONDS = 5;
    private static final int NANOS = 1_000_000;
    private static final int MEGABYTE = 1 << 20;
    private static final int KILOBYTES = 1 << 10;

    void run(int rounds) throws IOException, InterruptedException, RecordingException {
        System.out.println("(b) start of the process to the first frame, and to the results of a sample (Headless)");
        Path sample = folder.resolve("healthy-en.devdoctor");
        Files.write(sample, Samples.bytes("healthy-en"));
        List<Boolean> ways = built.packaged() ? List.of(false, true) : List.of(false);
        Map<Boolean, List<WindowStart.Seen>> seen = new HashMap<>();
        for (int i = 0; i <= rounds; i++) {
            for (boolean cache : ways) {
                try (WindowStart start = start(sample, cache)) {
                    WindowStart.Seen times = start.seen();
                    // The first round warms up.
                    if (i > 0)
                        seen.computeIfAbsent(cache, _ -> new ArrayList<>()).add(times);
                }
            }
        }
        ways.forEach(cache ->
                print(cache ? "with the AOT cache" : "without an AOT cache", seen.getOrDefault(cache, List.of())));
        if (ways.size() > 1) {
            System.out.printf(
                    "  => with the cache: first frame %.2f, results %.2f of the time without%n",
                    ratio(median(seen, true).frame(), median(seen, false).frame()),
                    ratio(median(seen, true).results(), median(seen, false).results()));
        }
        memory(sample);
    }

    private void memory(Path sample) throws IOException, InterruptedException {
        System.out.println("(d) memory of the idle window, " + IDLE_SECONDS + " s after its results");
        try (WindowStart start = start(sample, built.packaged())) {
            start.seen();
            Thread.sleep(Duration.ofSeconds(IDLE_SECONDS));
            var process = new SystemInfo().getOperatingSystem().getProcess((int) start.java());
            if (process == null) throw new IOException("The window has gone.");
            System.out.printf(
                    "  resident %d MB, heap in use %d MB%n",
                    process.getResidentMemory() / MEGABYTE, start.heap() / KILOBYTES);
        }
    }

    private WindowStart start(Path sample, boolean cache) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "window");
        Map<String, String> environment = new HashMap<>(built.environment(home, cache));
        environment.put("JAVA_TOOL_OPTIONS", DISPLAY);
        Contestant app = new Contestant("window", built.command("app", sample.toString()), folder).with(environment);
        return WindowStart.of(app, home.resolve("logs/devdoctor.log"));
    }

    private static WindowStart.Seen median(Map<Boolean, List<WindowStart.Seen>> seen, boolean cache) {
        return median(seen.getOrDefault(cache, List.of()));
    }

    private static WindowStart.Seen median(List<WindowStart.Seen> seen) {
        return new WindowStart.Seen(
                Race.middle(seen.stream().map(WindowStart.Seen::frame).toList()).orElseThrow(),
                Race.middle(seen.stream().map(WindowStart.Seen::results).toList())
                        .orElseThrow());
    }

    private static void print(String how, List<WindowStart.Seen> seen) {
        WindowStart.Seen median = median(seen);
        System.out.printf(
                "  %-44s first frame %6d ms  results %6d ms (medians of %d)%n",
                how, median.frame().toNanos() / NANOS, median.results().toNanos() / NANOS, seen.size());
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }
}

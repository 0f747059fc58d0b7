package io.devdoctor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// One start of the window, watched through its log, which notes both moments to the millisecond.
record WindowStart(Process process, Instant started, Path log) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /// How long a person waited.
    record Seen(Duration frame, Duration results) {}

    static WindowStart of(Contestant app, Path log) throws IOException {
        Instant now = Instant.now();
        return new WindowStart(app.start(), now, log);
    }

    Seen seen() throws IOException, InterruptedException {
        Instant end = started.plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            String text = text();
            Optional<Duration> frame = after(text, "First frame");
            Optional<Duration> results = after(text, "First results");
            if (frame.isPresent() && results.isPresent()) return new Seen(frame.get(), results.get());
            Thread.sleep(OFTEN);
        }
        throw new IOException("The window did not open:\n" + text());
    }

    private String text() throws IOException {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private Optional<Duration> after(String text, String what) {
        return text.lines()
                .filter(line -> line.endsWith(" - " + what))
                .findFirst()
                .map(line -> Duration.between(started, OffsetDateTime.parse(line.substring(0, line.indexOf(' ')))));
    }

    /// The launcher may be a script that has started Java, or may have become it.
    long java() {
        return process.descendants()
                .reduce((_, last) -> last)
                .map(ProcessHandle::pid)
                .orElse(process.pid());
    }

    /// Kilobytes in use after everything that can go has gone.
    long heap() throws IOException, InterruptedException {
        ask("GC.run");
        return USED.matcher(ask("GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    private String ask(String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, String.valueOf(java()), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

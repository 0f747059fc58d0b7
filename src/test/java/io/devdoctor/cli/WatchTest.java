package io.devdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Watching, without waiting.
class WatchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Duration> waited = new ArrayList<>();

    @Test
    void whatCameAndWhatWentIsToldAndNothingElse() throws Exception {
        Deque<ExaminationResult> results = new ArrayDeque<>(
                List.of(sample("healthy-en"), sample("healthy-en"), sample("starved-zh-cn"), sample("healthy-en")));

        ExaminationResult last = watch(results, out).run(Duration.ofMinutes(1), _ -> say("FIRST"));

        String[] rounds = out().split("\n\n");
        assertThat(rounds).hasSize(3);
        assertThat(rounds[0]).isEqualTo("FIRST");
        assertThat(rounds[1])
                .contains("2026-11-20", "New: WSL is limited to 2 GB of memory")
                .doesNotContain("Gone");
        assertThat(rounds[2]).contains("Gone: WSL is limited to 2 GB of memory").doesNotContain("Changed", "New:");
        assertThat(last.findings()).isEqualTo(sample("healthy-en").findings());
        assertThat(waited).hasSize(4).containsOnly(Duration.ofMinutes(1));
    }

    /// `devdoctor check --watch | head -1`
    @Test
    void itEndsOnceNobodyReadsAnyMore() throws Exception {
        Deque<ExaminationResult> results = new ArrayDeque<>(List.of(sample("healthy-en"), sample("starved-zh-cn")));
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
            }
        };

        Terminal terminal = terminal(closed);
        new Watch(terminal, messages(), "test", results::remove, this::pause, false)
                .run(Duration.ofMinutes(1), _ -> terminal.out().println("FIRST"));

        assertThat(results).hasSize(1);
    }

    private boolean pause(Duration interval) {
        waited.add(interval);
        return waited.size() < 4;
    }

    private Watch watch(Deque<ExaminationResult> results, OutputStream to) {
        return new Watch(terminal(to), messages(), "test", results::remove, this::pause, false);
    }

    private static Messages messages() {
        return Messages.of(Language.ENGLISH);
    }

    private void say(String word) {
        out.writeBytes((word + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Terminal terminal(OutputStream to) {
        PrintStream stream = new PrintStream(to, true, StandardCharsets.UTF_8);
        return new Terminal(new BufferedReader(Reader.nullReader()), stream, stream, false, false, false, 100);
    }

    private static ExaminationResult sample(String name) throws RecordingException {
        return new Examination(Samples.open(name), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }
}

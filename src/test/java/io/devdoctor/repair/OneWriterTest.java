package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One DevDoctor at a time changes a machine, and the second one is told who the first one is.
class OneWriterTest {
    @TempDir
    private Path temp;

    @Test
    void theSecondIsToldWhoTheFirstIsAndMayGoOnAfterItsDeath() throws Exception {
        Bench bench = new Bench(temp).ill();
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        String entry = bench.repairer.entries().getFirst().id();
        Process other = other("DESKTOP");
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(bench.repairer.undo(entry)).isInstanceOfSatisfying(UndoOutcome.Refused.class, refused -> {
                assertThat(refused.why()).isEqualTo(Refusal.BUSY);
                assertThat(english(refused.words()))
                        .contains("the desktop app", "process " + other.pid() + ",", "since 20");
            });
            assertThat(bench.repairer.forget(entry))
                    .isInstanceOfSatisfying(
                            Letting.Refused.class,
                            refused -> assertThat(english(refused.words())).contains("" + other.pid()));
            assertThat(bench.content()).isEqualTo(Bench.WELL);
            // Reading is never refused.
            assertThat(bench.repairer.entries()).hasSize(1);
            assertThat(bench.repairer.undoPlan(entry)).isPresent();
            other.destroyForcibly().waitFor();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(bench.repairer.undo(entry)).isInstanceOf(UndoOutcome.Undone.class);
    }

    @Test
    void whoeverDoesNotSayWhoItIsIsStillNamedByItsProcess() throws Exception {
        Bench bench = new Bench(temp).ill();
        Process other = other("A_NEWER_KIND");
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(bench.apply())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(english(refused.words()))
                                    .contains("a window or a command line", "process " + other.pid()));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /// Whoever merely looks holds the lock too, and must not make an interruption look like none.
    @Test
    void nothingIsCalledInterruptedOrWellWhileSomebodyIsAtWork() throws Exception {
        Bench bench = new Bench(temp).ill();
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        String entry = bench.repairer.entries().getFirst().id();
        Process other = other("DESKTOP");
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(bench.repairer.interrupted()).isEqualTo(new Interrupted(List.of(), Optional.empty()));
            bench.journal.file(entry).append(Map.of("record", "undo", "at", "2026-11-20T08:00:00Z"));
            Interrupted maybe = bench.repairer.interrupted();
            assertThat(maybe.entries()).isEmpty();
            assertThat(maybe.running().map(OneWriterTest::english))
                    .hasValueSatisfying(
                            words -> assertThat(words).contains("the desktop app", "process " + other.pid() + ","));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(bench.repairer.interrupted().running()).isEmpty();
        assertThat(bench.repairer.unfinished()).extracting(Entry::id).containsExactly(entry);
    }

    private static String english(Text text) {
        return Messages.of(Language.ENGLISH).say(text);
    }

    private Process other(String who) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldJournal.class.getName(),
                        temp.resolve("data").toString(),
                        who)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

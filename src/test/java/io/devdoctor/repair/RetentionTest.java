package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.Retention.Limits;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Limits NOTHING = new Limits(0, 0);

    @TempDir
    private Path temp;

    private Bench bench;

    @BeforeEach
    void anIllFile() throws IOException {
        bench = new Bench(temp).ill();
    }

    @Test
    void theOldestThatNothingCanBeDoneWithGoFirstAndNoMoreThanNeeded() throws IOException {
        List<String> settled = settled(bench, 4);
        tidy(new Limits(3, Long.MAX_VALUE));
        assertThat(ids()).isEqualTo(settled.subList(1, 4));
        tidy(new Limits(1, Long.MAX_VALUE));
        assertThat(ids()).isEqualTo(settled.subList(3, 4));
        Holdings holdings = new Retention(bench.journal, NOTHING).holdings();
        assertThat(holdings.letGo()).isEqualTo(3);
        assertThat(holdings.last()).contains(NOW);
    }

    @Test
    void contentsGoWithTheLastEntryThatNamesThem() throws IOException {
        List<String> settled = settled(bench, 2);
        assertThat(kept()).hasSize(4);
        new Retention(bench.journal, NOTHING).forget(settled.getFirst(), NOW);
        assertThat(kept()).hasSize(2);
        new Retention(bench.journal, NOTHING).forget(settled.getLast(), NOW);
        assertThat(kept()).isEmpty();

        Files.writeString(bench.target, Bench.ILL);
        applied();
        String undone = bench.repairer.entries().getFirst().id();
        bench.repairer.undo(undone);
        String sameContents = applied();
        new Retention(bench.journal, NOTHING).forget(undone, NOW);
        assertThat(kept()).hasSize(2);
        assertThat(bench.repairer.undo(sameContents)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void aSizeThatIsExceededIsKeptByLettingGo() throws IOException {
        settled(bench, 3);
        long all = new Retention(bench.journal, NOTHING).holdings().bytes();
        tidy(new Limits(99, all - 1));
        assertThat(ids()).hasSize(2);
        tidy(new Limits(99, 1));
        assertThat(ids()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatCanBeUndoneOrWaitsOrCannotBeReadStaysAndIsTold() throws IOException {
        String damaged = "20251120T080000000Z-damaged";
        Files.writeString(bench.journal.folder().resolve(damaged + ".jsonl"), "{\"record\":\"x\"}\n{\n");
        settled(bench, 2);
        Files.writeString(bench.target, Bench.ILL);
        String undoable = applied();
        Files.writeString(bench.target, Bench.ILL);
        Fix waiting = bench.finding().fixes().getFirst().takingEffect(TakesEffect.WSL_RESTART);
        bench.repairer.apply(bench.finding(), waiting, Consent.to(waiting, Asker.DESKTOP), _ -> {});
        String pending = bench.repairer.entries().getFirst().id();
        assertThat(bench.repairer.pending()).hasSize(1);

        tidy(NOTHING);
        assertThat(ids()).containsExactly(damaged, undoable, pending);
        Holdings holdings = new Retention(bench.journal, NOTHING).holdings();
        assertThat(holdings.isOver()).isTrue();
        assertThat(holdings.unreadable()).isEqualTo(1);
        assertThat(HoldingsText.of(holdings))
                .extracting(Text::key)
                .containsExactly("holdings.kept", "holdings.let-go", "holdings.unreadable", "holdings.over");
        assertThat(bench.repairer.undo(undoable)).isInstanceOf(UndoOutcome.Undone.class);
    }

    /// It could name any of them, so all wait until a person lets it go.
    @Test
    void noContentGoesWhileAnEntryCannotBeRead() throws IOException {
        List<String> settled = settled(bench, 2);
        String unreadable = settled.getFirst();
        Path file = bench.journal.file(unreadable).path();
        Files.writeString(file, Files.readString(file).replaceAll("[0-9a-f]{64}", "?"));
        tidy(NOTHING);
        assertThat(ids()).containsExactly(unreadable);
        assertThat(kept()).hasSize(4);
        assertThat(bench.repairer.forget(unreadable)).isEqualTo(new Letting.Gone(unreadable));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aPersonMayLetGoWhatCouldBeUndoneButNotWhatIsUnderWay() throws IOException {
        String undoable = applied();
        assertThat(bench.repairer.forget(undoable)).isEqualTo(new Letting.Gone(undoable));
        assertThat(bench.repairer.entries()).isEmpty();
        assertThat(bench.content()).isEqualTo(Bench.WELL);
        assertThat(bench.repairer.holdings().letGo()).isEqualTo(1);
        assertThat(bench.repairer.forget(undoable))
                .isEqualTo(new Letting.Refused(Refusal.NO_SUCH_ENTRY, Refusal.NO_SUCH_ENTRY.text()));

        bench.ill();
        Fix waiting = bench.finding().fixes().getFirst().takingEffect(TakesEffect.WSL_RESTART);
        bench.repairer.apply(bench.finding(), waiting, Consent.to(waiting, Asker.DESKTOP), _ -> {});
        String pending = bench.repairer.entries().getFirst().id();
        assertThat(bench.repairer.forget(pending))
                .isEqualTo(new Letting.Refused(Refusal.WRONG_STATE, Refusal.WRONG_STATE.text()));
        assertThat(ids()).containsExactly(pending);
    }

    /// What is beside the journal's own files is nobody's to remove.
    @Test
    void whatIsNoKeptContentStays() throws IOException {
        settled(bench, 1);
        Path strange = temp.resolve("data/backups/notes.txt");
        Files.writeString(strange, "mine");
        tidy(NOTHING);
        assertThat(strange).hasContent("mine");
        assertThat(kept()).isEmpty();
    }

    @Test
    void withinTheLimitsNothingIsTouchedAfterATransaction() throws IOException {
        settled(bench, 2);
        assertThat(bench.repairer.holdings().isOver()).isFalse();
        assertThat(ids()).hasSize(2);
        assertThat(Limits.real().entries()).isEqualTo(2000);
        assertThat(Limits.real().bytes()).isEqualTo(256L << 20);
        assertThat(bench.repairer.holdings().last()).isEqualTo(Optional.empty());
    }

    /// The limits hold by themselves: nobody has to tidy up.
    @Test
    void aTransactionLetsTheOldestGoByItself() throws IOException {
        String settled = settled(bench, 1).getFirst();
        byte[] records = Files.readAllBytes(bench.journal.file(settled).path());
        for (int i = 0; i < 2004; i++) {
            Files.write(bench.journal.folder().resolve("20250101T%09dZ-old.jsonl".formatted(i)), records);
        }
        Files.writeString(bench.target, Bench.ILL);
        String newest = applied();
        List<String> left = ids();
        assertThat(left).hasSize(2000).contains(settled, newest).startsWith("20250101T000000006Z-old");
        assertThat(bench.repairer.holdings().letGo()).isEqualTo(6);
        assertThat(bench.repairer.undo(newest)).isInstanceOf(UndoOutcome.Undone.class);
    }

    /// Killed at every point of letting three of five entries go: all that is left can be read, what can be undone can
    /// be, the number that is told is right, and the next call finishes.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aKillInTheMiddleLosesNothing() throws Exception {
        List<String> points = new ArrayList<>();
        while (true) {
            Path folder = Files.createDirectory(temp.resolve("kill-" + points.size()));
            Bench before = new Bench(folder);
            Files.writeString(before.target, Bench.ILL);
            settled(before, 3);
            Files.writeString(before.target, Bench.ILL);
            assertThat(before.apply()).isInstanceOf(Outcome.Cured.class);
            int end = Child.run(KilledRetention.class, folder, "tidy", points.size() + 1);
            Bench after = new Bench(folder);
            if (end == 0) {
                assertThat(after.repairer.entries()).hasSize(1);
                break;
            }
            points.add(Files.readString(folder.resolve("point")).replaceAll(":.*", ""));
            assertThat(after.repairer.entries())
                    .as(points.getLast())
                    .noneMatch(entry -> entry.state() == Entry.State.UNREADABLE);
            Holdings holdings = after.repairer.holdings();
            assertThat(holdings.entries() + holdings.letGo())
                    .as(points.getLast())
                    .isEqualTo(4);
            assertThat(after.repairer.undo(after.repairer.entries().getFirst().id()))
                    .isInstanceOf(UndoOutcome.Undone.class);
            assertThat(after.content()).isEqualTo(Bench.ILL);
            new Retention(after.journal, NOTHING).tidy(NOW);
            assertThat(after.repairer.entries()).isEmpty();
            assertThat(after.journal.backups().sizes()).isEmpty();
            assertThat(after.repairer.holdings().letGo()).isEqualTo(4);
            assertThat(after.journal.folder()).isDirectoryNotContaining("glob:**.tmp");
        }
        IO.println("Killed at " + points.size() + " points of letting go: " + points);
        assertThat(points)
                .hasSizeGreaterThan(15)
                .contains("journal-delete", "journal-deleted", "backup-remove", "backup-removed", "renamed");
    }

    /// Entries that were undone, each with two contents of its own, oldest first.
    private static List<String> settled(Bench bench, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Files.writeString(bench.target, "value=bad\nnumber=" + i + "\n");
            assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
            ids.add(bench.repairer.entries().getFirst().id());
            assertThat(bench.repairer.undo(ids.getLast())).isInstanceOf(UndoOutcome.Undone.class);
        }
        return ids;
    }

    private String applied() throws IOException {
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        return bench.repairer.entries().getFirst().id();
    }

    private void tidy(Limits limits) throws IOException {
        new Retention(bench.journal, limits).tidy(NOW);
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(bench.journal.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .sorted()
                    .toList();
        }
    }

    private List<String> kept() throws IOException {
        return List.copyOf(bench.journal.backups().sizes().keySet());
    }

    @Test
    void aStepThatWritesNothingNamesNothing() throws IOException {
        Step opens = new Step.Manual(Text.of("test.fix"), "ms-settings:about");
        Fix fix = Fix.safe("test.file/open", Text.of("test.fix"), opens);
        bench.repairer.apply(bench.finding(), fix, Consent.to(fix, Asker.DESKTOP), _ -> {});
        assertThat(kept()).isEmpty();
        tidy(NOTHING);
        assertThat(ids()).isEmpty();
    }
}

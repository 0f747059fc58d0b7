package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.FileChanges;
import io.devdoctor.system.change.ToolRuns;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an undo would do, what stands in its way, and that nothing is lost where it cannot go on.
class UndoPlanTest {
    @TempDir
    private Path temp;

    private Bench bench;

    @BeforeEach
    void anIllFile() throws IOException {
        bench = new Bench(temp).ill();
    }

    @Test
    void tellsWhatWouldBePutBackAndWhoDidIt() throws IOException {
        String id = applied(bench);
        UndoPlan plan = plan(id);
        assertThat(plan.refusal()).isEmpty();
        assertThat(plan.back())
                .containsExactly(
                        bench.repairer.entries().getFirst().steps().getFirst().step());
        assertThat(bench.content()).isEqualTo(Bench.WELL);

        bench.repairer.by(Asker.DESKTOP).undo(id);
        Entry entry = bench.repairer.entries().getFirst();
        assertThat(entry.events())
                .filteredOn(EntryEvent.UndoBegun.class::isInstance)
                .extracting(event -> ((EntryEvent.UndoBegun) event).asker().orElseThrow())
                .containsExactly(Asker.DESKTOP);
        assertThat(EntryStory.of(entry))
                .extracting(line -> line.text().key())
                .containsExactly(
                        "story.begun",
                        "story.step.STARTED",
                        "story.step.DONE",
                        "story.ended",
                        "story.undo",
                        "story.step.UNDONE",
                        "story.ended");
        assertThat(EntryStory.of(entry).getLast().seen())
                .extracting(Sighting::check)
                .containsExactly("test.file");
        assertThat(plan(id).refusal().orElseThrow().key()).isEqualTo("outcome.undo.nothing");
        assertThat(bench.repairer.undoPlan("no-such-entry")).isEmpty();
    }

    @Test
    void aLaterChangeOfDevDoctorsOwnIsToBeUndoneFirst() throws IOException {
        String first = applied(bench);
        Files.writeString(bench.target, Bench.WELL.replace("good", "bad"));
        String second = applied(bench);
        Files.writeString(bench.target, "value=bad\n");
        String third = applied(bench);

        assertThat(plan(first).first().map(Entry::id)).contains(third);
        assertThat(bench.repairer.undo(first)).isInstanceOfSatisfying(UndoOutcome.ChangedSince.class, changed -> {
            assertThat(changed.first().map(Entry::id)).contains(third);
            assertThat(OutcomeText.of(changed).text().key()).isEqualTo("outcome.undo.changed-later");
        });
        assertThat(bench.repairer.undo(third)).isInstanceOf(UndoOutcome.Undone.class);
        // What stands there now was written by nobody's fix.
        assertThat(plan(second).first()).isEmpty();
        assertThat(plan(second).conflicts()).hasSize(1);
        Files.writeString(bench.target, Bench.WELL);
        assertThat(plan(first).refusal()).isEmpty();
    }

    @Test
    void aFileThatWasDeletedSinceIsNotMadeAnewBehindSomebodysBack() throws IOException {
        String id = applied(bench);
        Files.delete(bench.target);
        assertThat(bench.repairer.undo(id))
                .isInstanceOfSatisfying(
                        UndoOutcome.ChangedSince.class,
                        changed -> assertThat(changed.conflicts())
                                .containsExactly(new Conflict.InFile(
                                        bench.target.toString(),
                                        Bench.bytes(Bench.ILL),
                                        Bench.bytes(Bench.WELL),
                                        null)));
        assertThat(bench.target).doesNotExist();
        Files.delete(bench.target.getParent());
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(bench.target.getParent()).doesNotExist();
        assertThat(bench.repairer.unfinished()).isEmpty();
        Files.createDirectory(bench.target.getParent());
        Files.writeString(bench.target, Bench.WELL);
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void contentsThatAreLostOrDamagedAreToldAndNothingIsTouched() throws IOException {
        String id = applied(bench);
        Path kept = temp.resolve("data/backups/" + Bench.bytes(Bench.ILL).sha256());
        Files.writeString(kept, "tampered with");
        refusedAsUnreadable(id, "does not hold the bytes");
        Files.delete(kept);
        refusedAsUnreadable(id, kept.getFileName().toString());
        Files.writeString(kept, Bench.ILL);
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    private void refusedAsUnreadable(String id, String why) throws IOException {
        assertThat(bench.repairer.undo(id))
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.words().toString()).contains(why));
        assertThat(plan(id).refusal().orElseThrow().key()).isEqualTo("repair.refused.unreadable");
        Entry entry = bench.repairer.entries().getFirst();
        assertThat(entry.state()).isEqualTo(Entry.State.UNREADABLE);
        assertThat(entry.title().key()).isEqualTo("test.fix");
        assertThat(entry.cures()).hasSize(1);
        assertThat(bench.content()).isEqualTo(Bench.WELL);
    }

    /// Two files; the second one is put back first and the first one can then not be written.
    @Test
    void anUndoThatCannotGoOnBlocksNothingAndIsFinishedLater() throws IOException {
        AtomicReference<String> broken = new AtomicReference<>("");
        FileChanges files = new Failing(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE), broken);
        bench = new Bench(temp, files, DiskCalls.REAL, Crashpoint.NONE);
        Path second = bench.target.resolveSibling("second.conf");
        Files.writeString(second, "old\n");
        String id = applied(bench, both(second));

        broken.set(bench.target.toString());
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Failed.class);
        assertThat(second).hasContent("old");
        assertThat(bench.content()).isEqualTo(Bench.WELL);
        Entry entry = bench.repairer.entries().getFirst();
        assertThat(entry.state()).isEqualTo(Entry.State.PARTLY_UNDONE);
        assertThat(entry.canUndo()).isTrue();
        assertThat(bench.repairer.unfinished()).isEmpty();

        broken.set("");
        assertThat(plan(id).back()).hasSize(1);
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void anUndoThatCouldNotEvenBeginLeavesTheEntryAsItWas() throws IOException {
        AtomicReference<String> broken = new AtomicReference<>("");
        FileChanges files = new Failing(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE), broken);
        bench = new Bench(temp, files, DiskCalls.REAL, Crashpoint.NONE);
        String id = applied(bench);
        broken.set(bench.target.toString());
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Failed.class);
        Entry entry = bench.repairer.entries().getFirst();
        assertThat(entry.state()).isEqualTo(Entry.State.CURED);
        assertThat(entry.proof()).startsWith("DENIED");
        assertThat(bench.repairer.unfinished()).isEmpty();
        assertThat(entry.canUndo()).isTrue();
    }

    /// Somebody saves the file after everything was looked at and before its turn came.
    @Test
    void whatIsSavedInTheMiddleOfAnUndoIsNotOverwritten() throws IOException {
        Path second = bench.target.resolveSibling("second.conf");
        Files.writeString(second, "old\n");
        FileChanges real = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);
        AtomicReference<String> saves = new AtomicReference<>("");
        bench = new Bench(temp, new Busybody(real, saves), DiskCalls.REAL, Crashpoint.NONE);
        String id = applied(bench, both(second));
        saves.set(bench.target.toString());
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(bench.content()).isEqualTo("mine\n");
        assertThat(second).hasContent("old");
        assertThat(bench.repairer.entries().getFirst().state()).isEqualTo(Entry.State.PARTLY_UNDONE);
    }

    /// An undo was interrupted, and then somebody changed the file: it bars the way no longer, and nothing is lost.
    @Test
    void whatWasInterruptedAndThenChangedByHandBlocksNothing() throws IOException {
        String id = applied(bench);
        bench.journal.file(id).append(Map.of("record", "undo", "at", "2026-11-20T08:00:00Z"));
        assertThat(bench.repairer.unfinished()).hasSize(1);
        Files.writeString(bench.target, "value=bad # mine\n");
        assertThat(bench.repairer.rollBack(id)).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(bench.content()).isEqualTo("value=bad # mine\n");
        assertThat(bench.repairer.unfinished()).isEmpty();
        assertThat(bench.repairer.entries().getFirst().state()).isEqualTo(Entry.State.CURED);
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        Files.writeString(bench.target, Bench.WELL);
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    /// A change was interrupted after it was written and before that was noted, and then somebody changed the file.
    @Test
    void aChangeThatWasInterruptedAndThenChangedByHandBlocksNothing() throws IOException {
        String id = applied(bench);
        Path file = bench.journal.file(id).path();
        List<String> records = Files.readAllLines(file);
        Files.write(file, records.subList(0, 2));
        assertThat(bench.repairer.unfinished()).hasSize(1);
        Files.writeString(bench.target, "value=bad # mine\n");
        assertThat(bench.repairer.rollBack(id)).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(bench.repairer.unfinished()).isEmpty();
        assertThat(bench.repairer.entries().getFirst().state()).isEqualTo(Entry.State.CHANGED_MEANWHILE);
        assertThat(bench.content()).isEqualTo("value=bad # mine\n");
    }

    /// A no to the question of Windows is no undo.
    @Test
    void anUndoThatWasDeclinedIsNotDone() throws IOException {
        AtomicReference<ToolRuns.Result> answer =
                new AtomicReference<>(new ToolRuns.Exited(0, Bytes.EMPTY, Bytes.EMPTY));
        ToolRuns asks = (_, _) -> answer.get();
        Changes bare = Bench.changes(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE));
        Changes changes = new Changes(bare.files(), bare.registry(), asks, asks, bare.engine(), bare.openings());
        Repairer repairer = new Repairer(bench.ports, changes, bench.again(), bench.journal);
        Step.RunTool back = new Step.RunTool(Tool.WINNAT_START, List.of(), null);
        Step enable = new Step.RunTool(Tool.WINNAT_STOP, List.of(), back);
        Fix fix = Fix.of("test.file/tool", Text.of("test.fix"), Set.of(Effect.ADMIN), enable);
        repairer.apply(bench.finding(), fix, Consent.to(fix, Asker.DESKTOP), _ -> {});
        String id = repairer.entries().getFirst().id();

        answer.set(new ToolRuns.Declined());
        assertThat(repairer.undo(id)).isEqualTo(new UndoOutcome.Declined(id));
        assertThat(repairer.entries().getFirst().canUndo()).isTrue();
        assertThat(repairer.unfinished()).isEmpty();
        answer.set(new ToolRuns.TimedOut(java.time.Duration.ofSeconds(1)));
        assertThat(repairer.undo(id))
                .isInstanceOfSatisfying(
                        UndoOutcome.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("repair.failed.STILL_RUNNING"));
        assertThat(repairer.entries().getFirst().canUndo()).isTrue();
    }

    private Fix both(Path second) {
        Step first = bench.finding().fixes().getFirst().steps().getFirst();
        Step other = new Step.EditFile(second.toString(), Bench.bytes("old\n"), Bench.bytes("new\n"));
        return Fix.safe("test.file/both", Text.of("test.fix"), first, other);
    }

    private UndoPlan plan(String id) throws IOException {
        return bench.repairer.undoPlan(id).orElseThrow();
    }

    private static String applied(Bench bench) throws IOException {
        return applied(bench, bench.finding().fixes().getFirst());
    }

    private static String applied(Bench bench, Fix fix) throws IOException {
        Finding finding = bench.finding();
        assertThat(bench.repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {}))
                .isInstanceOf(Outcome.Cured.class);
        return bench.repairer.entries().getFirst().id();
    }

    /// Cannot write one file.
    private static final class Failing extends Through {
        private final AtomicReference<String> broken;

        Failing(FileChanges real, AtomicReference<String> broken) {
            super(real);
            this.broken = broken;
        }

        @Override
        public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
            return path.equals(broken.get())
                    ? new ChangeResult.Failed(ChangeResult.Reason.DENIED, path, "refused")
                    : super.write(path, before, content, within);
        }
    }

    /// Saves one file whenever another one was written.
    private static final class Busybody extends Through {
        private final AtomicReference<String> saves;

        Busybody(FileChanges real, AtomicReference<String> saves) {
            super(real);
            this.saves = saves;
        }

        @Override
        public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
            ChangeResult result = super.write(path, before, content, within);
            if (!saves.get().isEmpty()) save(Path.of(saves.get()));
            return result;
        }
    }

    private static void save(Path file) {
        try {
            java.nio.file.Files.writeString(file, "mine\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

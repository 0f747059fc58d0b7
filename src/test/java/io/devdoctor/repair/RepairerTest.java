package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Origin;
import io.devdoctor.store.FileOps;
import io.devdoctor.store.JournalLock;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Crashpoint;
import io.devdoctor.system.change.DiskCalls;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.FileChanges;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairerTest {
    @TempDir
    private Path temp;

    private Bench bench;

    @BeforeEach
    void anIllFile() throws IOException {
        bench = new Bench(temp).ill();
    }

    @Test
    void curesProvesUndoesAndFindsAgain() throws IOException {
        List<RepairEvent> events = new ArrayList<>();
        Finding finding = bench.finding();
        Fix fix = finding.fixes().getFirst();
        Outcome outcome = bench.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), events::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Cured.class,
                        cured -> assertThat(cured.now())
                                .extracting(Finding::verdict)
                                .containsExactly(Verdict.OK));
        assertThat(bench.content()).isEqualTo(Bench.WELL);
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("StepStarted", "StepDone", "Proving");
        Entry entry = bench.repairer.entries().getFirst();
        assertThat(entry.state()).isEqualTo(Entry.State.CURED);
        assertThat(entry.asker()).isEqualTo(Asker.DESKTOP);
        assertThat(entry.steps().getFirst().step()).isEqualTo(fix.steps().getFirst());

        UndoOutcome undone = bench.repairer.undo(entry.id());
        assertThat(undone)
                .isInstanceOfSatisfying(
                        UndoOutcome.Undone.class,
                        undo -> assertThat(undo.now())
                                .extracting(Finding::verdict)
                                .containsExactly(Verdict.WARNING));
        assertThat(bench.content()).isEqualTo(Bench.ILL);
        assertThat(bench.repairer.undo(entry.id())).isEqualTo(new UndoOutcome.NothingToUndo(entry.id()));
    }

    @Test
    void journalCanBeReadByAPerson() throws IOException {
        bench.apply();
        List<String> lines = Files.readAllLines(bench.journal.files().getFirst().path());
        assertThat(lines.getFirst())
                .contains("\"record\":\"intent\"", "\"fix\":\"test.file/good\"", "\"check\":\"test.file\"")
                .contains("COMMAND_LINE", "2026-11-20T08:00:00Z", "\"type\":\"EditFile\"", "配置 file.conf")
                .contains(
                        Bench.bytes(Bench.ILL).sha256(), Bench.bytes(Bench.WELL).sha256());
        assertThat(lines.getLast()).contains("\"state\":\"CURED\"", "OK check.test.file.good.title");
    }

    @Test
    void changedBetweenPreviewAndApplyIsNotOverwritten() throws IOException {
        Finding finding = bench.finding();
        Files.writeString(bench.target, "value=bad # mine\n");
        assertThat(bench.apply(finding)).isInstanceOfSatisfying(Outcome.ChangedMeanwhile.class, changed -> {
            Conflict.InFile conflict = (Conflict.InFile) changed.conflicts().getFirst();
            assertThat(conflict.before()).isEqualTo(Bench.bytes(Bench.ILL));
            assertThat(conflict.after()).isEqualTo(Bench.bytes(Bench.WELL));
            assertThat(conflict.now()).isEqualTo(Bench.bytes("value=bad # mine\n"));
        });
        assertThat(bench.content()).isEqualTo("value=bad # mine\n");
        assertThat(bench.repairer.unfinished()).isEmpty();
    }

    @Test
    void undoRefusesToOverwriteWhatSomebodyChangedSince() throws IOException {
        bench.apply();
        Files.writeString(bench.target, "value=mine\n");
        String id = bench.repairer.entries().getFirst().id();
        assertThat(bench.repairer.undo(id)).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(bench.content()).isEqualTo("value=mine\n");
        assertThat(bench.repairer.entries().getFirst().canUndo()).isTrue();
    }

    @Test
    void aFileRewrittenBehindOurBackIsNotCured() throws IOException {
        FileChanges real = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);
        Bench sabotaged = new Bench(temp, new Sabotage(real), FileOps.disk(), Crashpoint.NONE);
        assertThat(sabotaged.apply())
                .isInstanceOfSatisfying(
                        Outcome.NotCured.class,
                        outcome -> assertThat(outcome.still())
                                .extracting(Finding::verdict)
                                .containsExactly(Verdict.WARNING));
    }

    @Test
    void whatWaitsForARestartIsPendingUntilProvedAgain() throws IOException {
        Finding finding = bench.finding();
        Fix fix = finding.fixes().getFirst().takingEffect(TakesEffect.WSL_RESTART);
        Outcome outcome = bench.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {});
        assertThat(outcome).isInstanceOf(Outcome.Pending.class);
        String id = bench.repairer.pending().getFirst().id();
        assertThat(bench.repairer.proveAgain(id)).isInstanceOf(Outcome.Cured.class);
        assertThat(bench.repairer.pending()).isEmpty();
    }

    @Test
    void nothingIsAppliedToARecordingNorWithoutConsent() throws IOException {
        Finding finding = bench.finding();
        Fix fix = finding.fixes().getFirst();
        Repairer replay = new Repairer(
                Bench.ports(new Origin.Replay("sample", "")),
                Bench.changes(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE)),
                bench.again(),
                bench.journal);
        assertThat(replay.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isEqualTo(new Outcome.Refused(Refusal.RECORDING));
        Fix loud = Fix.of(
                "test.file/loud",
                fix.title(),
                Set.of(Effect.STOPS_WSL),
                fix.steps().getFirst());
        assertThat(bench.repairer.apply(finding, loud, new Consent(Asker.DESKTOP, Set.of()), _ -> {}))
                .isEqualTo(new Outcome.Refused(Refusal.NO_CONSENT));
        assertThat(bench.content()).isEqualTo(Bench.ILL);
        assertThat(bench.repairer.entries()).isEmpty();
    }

    @Test
    void oneWriterAtATime() throws IOException {
        Bench other = new Bench(temp);
        JournalLock.Attempt held = other.journal.lock().tryAcquire();
        assertThat(held).isInstanceOf(JournalLock.Attempt.Held.class);
        assertThat(bench.apply()).isEqualTo(new Outcome.Refused(Refusal.BUSY));
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void aFailedStepPutsBackWhatWasDoneBefore() throws IOException {
        Path second = bench.target.resolveSibling("second.conf");
        Files.writeString(second, "bad\n");
        Files.setPosixFilePermissions(second, PosixFilePermissions.fromString("r--r--r--"));
        Finding finding = bench.finding();
        Step first = finding.fixes().getFirst().steps().getFirst();
        Step readOnly = new Step.EditFile(second.toString(), Bench.bytes("bad\n"), Bench.bytes("good\n"));
        Fix both = Fix.safe("test.file/both", Text.of("test.fix"), first, readOnly);
        assertThat(bench.repairer.apply(finding, both, Consent.to(both, Asker.DESKTOP), _ -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(Text.of("repair.failed.READ_ONLY", second.toString())));
        assertThat(bench.content()).isEqualTo(Bench.ILL);
        assertThat(bench.repairer.entries().getFirst().state()).isEqualTo(Entry.State.FAILED);
        assertThat(bench.repairer.entries().getFirst().canUndo()).isFalse();
    }

    @Test
    void aLinkInTheFilesPlaceIsLeftAlone() throws IOException {
        Path elsewhere = temp.resolve("elsewhere.conf");
        Files.move(bench.target, elsewhere);
        Finding finding = bench.finding();
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
        Files.createSymbolicLink(bench.target, elsewhere);
        assertThat(bench.apply())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(Text.of("repair.failed.LINK_IN_PLACE", bench.target.toString())));
        assertThat(bench.target).isSymbolicLink();
        assertThat(Files.readString(elsewhere)).isEqualTo(Bench.ILL);
    }

    @Test
    void aFolderInTheFilesPlaceIsLeftAlone() throws IOException {
        Finding finding = bench.finding();
        Files.delete(bench.target);
        Files.createDirectory(bench.target);
        assertThat(bench.apply(finding))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(Text.of("repair.failed.FOLDER_IN_PLACE", bench.target.toString())));
        assertThat(bench.target).isDirectory();
    }

    @Test
    void aFullDiskChangesNothing() throws IOException {
        for (DiskCalls full : List.of(new FullAtWrite(), new FullAtForce(), new FullAtRename())) {
            Bench small = new Bench(temp, full, FileOps.disk(), Crashpoint.NONE);
            assertThat(small.apply())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .isEqualTo(Text.of("repair.failed.NO_SPACE", bench.target.toString())));
            assertThat(small.content()).isEqualTo(Bench.ILL);
            assertThat(small.target.getParent()).isDirectoryNotContaining("glob:**.tmp");
            assertThat(small.repairer.unfinished()).isEmpty();
        }
    }

    @Test
    void withoutAJournalNothingIsDone() throws IOException {
        FileOps full = new FullJournal();
        Bench small = new Bench(temp, DiskCalls.REAL, full, Crashpoint.NONE);
        assertThat(small.apply())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Text.of("repair.failed.JOURNAL")));
        assertThat(small.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void createsAndRemovesFiles() throws IOException {
        Path fresh = bench.target.resolveSibling("fresh.conf");
        Finding finding = bench.finding();
        Step create = new Step.EditFile(fresh.toString(), null, Bench.bytes("new\n"));
        Step remove = new Step.EditFile(bench.target.toString(), Bench.bytes(Bench.ILL), null);
        Fix fix = Fix.safe("test.file/move", Text.of("test.fix"), create, remove);
        assertThat(bench.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOf(Outcome.Cured.class);
        assertThat(fresh).hasContent("new");
        assertThat(bench.target).doesNotExist();
        assertThat(bench.repairer.undo(bench.repairer.entries().getFirst().id()))
                .isInstanceOf(UndoOutcome.Undone.class);
        assertThat(fresh).doesNotExist();
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @Test
    void keepsPermissions() throws IOException {
        Files.setPosixFilePermissions(bench.target, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.target)))
                .isEqualTo("rw-rw-r--");
    }

    /// Writes, and then somebody else writes the old bytes again.
    private record Sabotage(FileChanges real) implements FileChanges {
        @Override
        public ChangeResult write(String path, Bytes content) {
            ChangeResult result = real.write(path, content);
            real.write(path, Bench.bytes(Bench.ILL));
            return result;
        }

        @Override
        public ChangeResult remove(String path) {
            return real.remove(path);
        }

        @Override
        public ChangeResult sweep(String path) {
            return real.sweep(path);
        }
    }

    private static final class FullAtWrite implements DiskCalls {
        @Override
        public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            bytes.limit(bytes.remaining() / 2);
            channel.write(bytes);
            throw new IOException("No space left on device");
        }
    }

    private static final class FullAtForce implements DiskCalls {
        @Override
        public void force(FileChannel channel) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static final class FullAtRename implements DiskCalls {
        @Override
        public void rename(Path from, Path to) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static final class FullJournal implements FileOps {
        private final FileOps disk = FileOps.disk();

        @Override
        public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void force(FileChannel channel) throws IOException {
            disk.force(channel);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            disk.forceFolder(folder);
        }
    }
}

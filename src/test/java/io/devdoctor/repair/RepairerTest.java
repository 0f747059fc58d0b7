package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.store.JournalLock;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.FileChanges;
import io.devdoctor.system.change.ToolRuns;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
        Bench sabotaged = new Bench(temp, new Sabotage(real), DiskCalls.REAL, Crashpoint.NONE);
        assertThat(sabotaged.apply())
                .isInstanceOfSatisfying(
                        Outcome.NotCured.class,
                        outcome -> assertThat(outcome.still())
                                .extracting(Finding::verdict)
                                .containsExactly(Verdict.WARNING));
    }

    @Test
    void whatWaitsForARestartStaysPendingWhereNothingProvesIt() throws IOException {
        Finding finding = bench.finding();
        Fix fix = finding.fixes().getFirst().takingEffect(TakesEffect.WSL_RESTART);
        Outcome outcome = bench.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {});
        assertThat(outcome).isInstanceOf(Outcome.Pending.class);
        String id = bench.repairer.pending().getFirst().id();
        assertThat(bench.repairer.proveAgain(id)).isInstanceOf(Outcome.Pending.class);
        assertThat(bench.repairer.pending()).hasSize(1);
        Files.writeString(bench.target, Bench.ILL);
        assertThat(bench.repairer.proveAgain(id)).isInstanceOf(Outcome.NotCured.class);
        assertThat(bench.repairer.pending()).isEmpty();
    }

    @Test
    void aDamagedOrNewerEntryBlocksNothingAndSaysSo() throws IOException {
        bench.apply();
        Path first = bench.journal.files().getFirst().path();
        String sound = Files.readString(first);
        String rest = sound.substring(sound.indexOf('\n'));
        Files.writeString(first.resolveSibling("20251120T080000000Z-damaged.jsonl"), "{\"record\":\"int" + rest);
        Files.writeString(
                first.resolveSibling("20251120T080000001Z-newer.jsonl"),
                sound.replace("\"EditFile\"", "\"EditDream\""));
        Files.writeString(
                first.resolveSibling("20251120T080000002Z-lost.jsonl"),
                sound.replace(Bench.bytes(Bench.ILL).sha256(), "0".repeat(64)));
        Files.writeString(first.resolveSibling("20251120T080000003Z-unbegun.jsonl"), "{\"record\":\"int");

        assertThat(bench.repairer.entries())
                .extracting(Entry::state)
                .containsExactly(
                        Entry.State.CURED,
                        Entry.State.NEVER_BEGUN,
                        Entry.State.UNREADABLE,
                        Entry.State.UNREADABLE,
                        Entry.State.UNREADABLE);
        assertThat(bench.repairer.entries().getLast().proof()).contains("no intent");
        assertThat(bench.repairer.undo("20251120T080000001Z-newer"))
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.words().key()).isEqualTo("repair.refused.unreadable"));
        bench.ill();
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
    }

    /// Nobody can end an elevated tool, so its end is awaited no longer, and it has not failed.
    @Test
    void anElevatedToolThatTakesTooLongIsPending() throws IOException {
        ToolRuns endless = (_, limit) -> new ToolRuns.TimedOut(limit);
        Changes bare = Bench.changes(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE));
        Changes changes = new Changes(bare.files(), bare.registry(), endless, endless, bare.engine(), bare.openings());
        Repairer repairer = new Repairer(bench.ports, changes, bench.again(), bench.journal);
        Step update = new Step.RunTool(Tool.WSL_UPDATE, List.of(), null);
        Fix fix = Fix.of("test.file/update", Text.of("test.fix"), Set.of(Effect.ADMIN), update);
        assertThat(repairer.apply(bench.finding(), fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Pending.class,
                        pending -> assertThat(pending.proven()).isFalse());
        String id = repairer.pending().getFirst().id();
        assertThat(repairer.proveAgain(id)).isInstanceOf(Outcome.Pending.class);
        Files.writeString(bench.target, Bench.WELL);
        assertThat(repairer.proveAgain(id)).isInstanceOf(Outcome.Cured.class);

        bench.ill();
        Step convert = new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null);
        Fix mine = Fix.of("test.file/shutdown", Text.of("test.fix"), Set.of(Effect.STOPS_WSL), convert);
        assertThat(repairer.apply(bench.finding(), mine, Consent.to(mine, Asker.DESKTOP), _ -> {}))
                .isInstanceOf(Outcome.Failed.class);
    }

    /// A tool that only starts something leaves the proof waiting for it, and not for ever.
    @Test
    void theProofWaitsForWhatWasStarted() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        ToolRuns starts = (_, _) -> {
            looks.set(1);
            return new ToolRuns.Exited(0, Bytes.EMPTY, Bytes.EMPTY);
        };
        Check late = new Bench.FileCheck() {
            @Override
            public List<Finding> examine(Machine machine) {
                List<Finding> ill = super.examine(machine);
                if (looks.get() == 0 || looks.incrementAndGet() < 5) return ill;
                return List.of(ok(ill.getFirst().subject(), "good"));
            }
        };
        Changes bare = Bench.changes(new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE));
        Changes changes = new Changes(bare.files(), bare.registry(), starts, starts, bare.engine(), bare.openings());
        Reexamination again = new Reexamination(bench.ports, bench.again().probes(), List.of(late));
        Step start = new Step.RunTool(Tool.DESKTOP_START, List.of(), null);
        Fix fix = Fix.safe("test.file/start", Text.of("test.fix"), start);
        Finding finding = bench.finding();
        Patience patient = new Patience(Duration.ofSeconds(30), Duration.ofMillis(1));
        assertThat(new Repairer(bench.ports, changes, again, bench.journal, patient)
                        .apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOf(Outcome.Cured.class);
        Patience hasty = new Patience(Duration.ofMillis(20), Duration.ofMillis(1));
        assertThat(new Repairer(bench.ports, changes, bench.again(), bench.journal, hasty)
                        .apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOf(Outcome.NotCured.class);
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
        assertThat(bench.apply())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
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
                                .isEqualTo(Text.of(
                                        "repair.failed.linked", bench.target.toString(), elsewhere.toString())));
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
            Bench small = new Bench(temp, full, DiskCalls.REAL, Crashpoint.NONE);
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
        DiskCalls full = new FullJournal();
        Bench small = new Bench(temp, DiskCalls.REAL, full, Crashpoint.NONE);
        assertThat(small.apply())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(Text.of(
                                        "repair.failed.JOURNAL",
                                        small.journal
                                                .folder()
                                                .resolve("lock.holder")
                                                .toString())));
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
    private static final class Sabotage extends Through {
        Sabotage(FileChanges real) {
            super(real);
        }

        @Override
        public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
            ChangeResult result = super.write(path, before, content, within);
            super.write(path, content, Bench.bytes(Bench.ILL), within);
            return result;
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

    private static final class FullJournal implements DiskCalls {
        private final DiskCalls disk = DiskCalls.REAL;

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

package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalLock;
import io.devdoctor.testing.sim.Illness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `fix`, `undo` and `resume` as they are typed, on a simulated Windows.
class CommandLineRepairTest {
    @TempDir
    private Path temp;

    private boolean dies;
    private Clinic clinic;
    private Typist typist;

    /// Kills a repair in the middle as far as one process can be killed in a test.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void anIllMachine() throws Exception {
        admit(Illness.AS_RECORDED);
    }

    private void admit(Illness illness) throws Exception {
        Crashpoint crash = point -> {
            if (dies && point.startsWith("journal-appended")) {
                dies = false;
                throw new Killed();
            }
        };
        clinic = Clinic.of(illness.of("starved-zh-cn"), temp.resolve(illness.name()), crash);
        typist = new Typist(clinic, temp);
    }

    @Test
    void undoShowsWhatItRunsAndAsks() throws Exception {
        Map<String, String> before = clinic.windows.picture();
        assertThat(run("y\n", "fix", "wsl.config-memory")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).contains("devdoctor undo " + clinic.lastEntry());
        Map<String, String> after = clinic.windows.picture();
        assertThat(after).isNotEqualTo(before);

        assertThat(run("n\n", "undo", clinic.lastEntry())).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).contains("+memory=2GB", "-memory=8GB", "Nothing was changed.");
        assertThat(clinic.windows.picture()).isEqualTo(after);

        assertThat(run("", "undo", clinic.lastEntry(), "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("+memory=2GB");
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    @Test
    void withoutAnAnswerNothingIsDone() {
        Map<String, String> before = clinic.windows.picture();
        assertThat(run("", "fix", "wsl.config-memory")).isEqualTo(ExitCode.WARNINGS);
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    @Test
    void allSafeIsShownAskedForAndDoneAsOne() throws Exception {
        Map<String, String> before = clinic.windows.picture();
        assertThat(run("", "fix", "--all-safe", "--dry-run")).isEqualTo(ExitCode.GOOD);
        assertThat(out())
                .contains("One change for 3 findings", "+memory=8GB", "+swap=8GB", "Not part of it:")
                .contains("devdoctor fix wsl.distro-version --subject Debian", "stops this distribution");
        assertThat(run("n\n", "fix", "--all-safe")).isEqualTo(ExitCode.WARNINGS);
        assertThat(clinic.windows.picture()).isEqualTo(before);
        assertThat(clinic.repairer.entries()).isEmpty();

        assertThat(run("y\n", "fix", "--all-safe")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).contains("Pending", "devdoctor undo " + clinic.lastEntry(), "devdoctor resume --restart");
        assertThat(clinic.repairer.pending()).hasSize(1);
        assertThat(run("", "undo", clinic.lastEntry(), "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    @Test
    void whatIsMutedIsNoPartOfAllSafeAndCanBeFixedByItself() throws Exception {
        assertThat(run("", "mute", "wsl.config-memory", "--reason", "known")).isEqualTo(ExitCode.GOOD);
        assertThat(run("", "fix", "--all-safe", "--dry-run")).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("One change for 2 findings", "+swap=8GB");
        assertThat(run("", "mute", "docker.memory", "--reason", "follows from it"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(run("", "fix", "--all-safe", "--dry-run")).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("+swap=8GB").doesNotContain("+memory=8GB");
        assertThat(run("", "fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.WARNINGS);
        assertThat(clinic.repairer.pending()).hasSize(1);
    }

    /// The proof asks what is there, not what its person wants to hear.
    @Test
    void aMuteCuresNothing() throws Exception {
        assertThat(run("", "mute", "clock.wsl", "--subject", "Ubuntu-24.04", "--reason", "known"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(run("", "check", "--only", "clock.wsl", "--format", "json")).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("\"muted\" : 1");
        clinic.windows.lieAbout("hwclock");
        assertThat(run("", "fix", "clock.wsl", "--subject", "Ubuntu-24.04", "--yes"))
                .isEqualTo(ExitCode.PROBLEMS);
        assertThat(clinic.repairer.entries().getFirst().title().key()).startsWith("fix.clock.wsl");
    }

    @Test
    void whatWaitsIsRestartedOnRequestAfterShowingWhatEnds() throws Exception {
        run("", "fix", "--all-safe", "--yes");
        assertThat(run("", "resume")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out())
                .contains("Restart WSL to apply one change", "> wsl.exe --shutdown", "> docker.exe desktop stop")
                .contains("Ubuntu-24.04, docker-desktop", "mall-gateway-1, mall-mysql-1")
                .contains("devdoctor resume --restart");
        assertThat(run("n\n", "resume", "--restart")).isEqualTo(ExitCode.WARNINGS);
        assertThat(clinic.repairer.pending()).hasSize(1);
        assertThat(run("y\n", "resume", "--restart")).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.repairer.pending()).isEmpty();
        assertThat(clinic.isOffered("wsl.config-memory/advised")).isFalse();
    }

    @Test
    void oneCheckOrAllOfThem() {
        assertThat(run("", "fix")).isEqualTo(ExitCode.USAGE);
        assertThat(run("", "fix", "wsl.config-memory", "--all-safe")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--all-safe");
    }

    @Test
    void deletionIsAgreedToByItself() throws Exception {
        admit(Illness.RUBBISH);
        String fix = "docker.disk-usage/clean-up";
        List<String> command = List.of("fix", "docker.disk-usage", "--fix", fix);
        long objects = clinic.offering(fix).fixes().stream()
                .filter(offered -> offered.id().equals(fix))
                .findFirst()
                .orElseThrow()
                .steps()
                .size();

        assertThat(run("y\ny\n", command)).isEqualTo(ExitCode.WARNINGS);
        assertThat(run("y\n" + (objects + 1) + "\n", command)).isEqualTo(ExitCode.WARNINGS);
        assertThat(run("", command, "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--delete-data");
        assertThat(clinic.repairer.entries()).isEmpty();

        assertThat(run("y\n" + objects + "\n", command)).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.isOffered(fix)).isFalse();
    }

    @Test
    void bothOptionsAgreeToDeletion() throws Exception {
        admit(Illness.RUBBISH);
        assertThat(run("", "fix", "docker.disk-usage", "--yes", "--delete-data"))
                .isEqualTo(ExitCode.GOOD);
    }

    @Test
    void whatWasInterruptedIsAnnouncedAndCompleted() throws Exception {
        interrupt();
        assertThat(run("y\n", "fix", "wsl.config-memory")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("interrupted", "devdoctor resume " + clinic.lastEntry());

        assertThat(run("n\n", "resume")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).contains("devdoctor resume " + clinic.lastEntry() + " --roll-back");
        assertThat(clinic.repairer.unfinished()).hasSize(1);
        assertThat(run("y\n", "resume")).isEqualTo(ExitCode.WARNINGS);
        assertThat(clinic.repairer.unfinished()).isEmpty();
        assertThat(clinic.repairer.pending()).hasSize(1);

        clinic.windows.restartWsl("Ubuntu-24.04");
        assertThat(run("", "resume")).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.repairer.pending()).isEmpty();
        assertThat(run("", "resume")).isEqualTo(ExitCode.GOOD);
        assertThat(run("", "resume", clinic.lastEntry())).isEqualTo(ExitCode.FAILED);
        assertThat(run("", "resume", "no-such-entry")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatWasInterruptedIsTakenBack() throws Exception {
        Map<String, String> before = clinic.windows.picture();
        interrupt();
        run("", "undo", clinic.lastEntry(), "--yes");
        assertThat(clinic.repairer.unfinished()).isEmpty();
        assertThat(clinic.windows.picture()).isEqualTo(before);

        interrupt();
        run("", "resume", "--roll-back", "--yes");
        assertThat(clinic.repairer.unfinished()).isEmpty();
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    @Test
    void whoIsAtWorkIsToldWhereAnInterruptionCannotBeSeen() throws Exception {
        interrupt();
        Journal other = new Journal(
                new DataFolder(temp.resolve(Illness.AS_RECORDED.name()).resolve("data")), DiskCalls.REAL, _ -> {});
        JournalLock.Attempt attempt = other.lock().tryAcquire("DESKTOP");
        try (JournalLock.Lease _ = ((JournalLock.Attempt.Held) attempt).lease()) {
            assertThat(run("y\n", "resume")).isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains("the desktop app");
            assertThat(out()).doesNotContain("Nothing was interrupted");
            assertThat(run("y\n", "fix", "wsl.config-memory")).isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains("the desktop app");
        }
        assertThat(clinic.repairer.unfinished()).hasSize(1);
    }

    @Test
    void theRestartThatOneEntryWaitsForCanBeAskedFor() throws Exception {
        assertThat(run("", "fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.WARNINGS);
        assertThat(run("", "resume", clinic.lastEntry(), "--restart", "--yes")).isEqualTo(ExitCode.GOOD);
        assertThat(clinic.repairer.pending()).isEmpty();
        assertThat(run("", "resume", clinic.lastEntry(), "--restart", "--yes")).isEqualTo(ExitCode.FAILED);
    }

    private void interrupt() throws Exception {
        dies = true;
        assertThat(run("", "fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(clinic.repairer.unfinished()).hasSize(1);
    }

    private int run(String typed, List<String> command, String... more) {
        List<String> all = new java.util.ArrayList<>(command);
        all.addAll(List.of(more));
        return run(typed, all.toArray(String[]::new));
    }

    private int run(String typed, String... arguments) {
        return typist.answering(typed, arguments);
    }

    private String out() {
        return typist.out();
    }

    private String err() {
        return typist.err();
    }
}

package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A child process is killed by SIGKILL at every journal state of each kind of step; the simulated Windows stays as it
/// was at that instant, and the next start finishes the transaction or takes it back.
@EnabledOnOs(OS.LINUX)
class KillOnWindowsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"wsl.distro-version/convert, true", "docker.socket-files/set-aside, true"})
    void everyKindOfStepIsFinishedByTheNextStart(String fix, boolean reversible) throws Exception {
        byte[] sample = KilledOnWindows.machine(fix);
        List<String> points = new ArrayList<>();
        while (true) {
            Path folder = Files.createDirectory(temp.resolve("windows-" + points.size()));
            if (Child.run(KilledOnWindows.class, folder, fix, points.size() + 1) == 0) break;
            points.add(Files.readString(folder.resolve("point")).replaceAll(":.*", ""));
            Path left = temp.resolve("left-" + points.size());
            Child.copy(folder, left);
            complete(Clinic.of(sample, folder), fix);
            takeBack(Clinic.of(sample, left), fix, reversible);
        }
        IO.println("Killed at " + points.size() + " points of " + fix + ": " + points);
        assertThat(points).hasSizeGreaterThanOrEqualTo(8).contains("journal-append", "journal-appended");
    }

    private static void complete(Clinic clinic, String fix) throws Exception {
        List<Entry> unfinished = clinic.repairer.unfinished();
        if (unfinished.isEmpty()) {
            if (clinic.repairer.entries().isEmpty())
                assertThat(clinic.isOffered(fix)).isTrue();
            else assertThat(clinic.isOffered(fix)).isFalse();
            return;
        }
        assertThat(clinic.repairer.complete(unfinished.getFirst().id(), _ -> {}))
                .isInstanceOfAny(Outcome.Cured.class, Outcome.Pending.class);
        assertThat(clinic.isOffered(fix)).isFalse();
        assertThat(clinic.repairer.unfinished()).isEmpty();
    }

    private static void takeBack(Clinic clinic, String fix, boolean reversible) throws Exception {
        List<Entry> unfinished = clinic.repairer.unfinished();
        if (unfinished.isEmpty()) {
            // Killed before it was begun, or after it had ended.
            boolean ended = !clinic.repairer.entries().isEmpty();
            assertThat(clinic.isOffered(fix)).isNotEqualTo(ended);
            return;
        }
        assertThat(clinic.repairer.rollBack(unfinished.getFirst().id()))
                .as("%s", unfinished)
                .isInstanceOfAny(UndoOutcome.Undone.class, UndoOutcome.NothingToUndo.class);
        if (reversible) assertThat(clinic.isOffered(fix)).isTrue();
        assertThat(clinic.repairer.unfinished()).isEmpty();
    }
}

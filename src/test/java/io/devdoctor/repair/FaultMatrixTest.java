package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.disk.DiskCalls;
import io.devdoctor.repair.KilledWard.Deed;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every single call of the disk fails once, in every row, as on a full disk, a broken one, and without rights: making
/// a file, writing half of it, forcing, renaming, deleting. What fails says which file and changes nothing; nothing is
/// lost, and once the disk is well again everything can be done and undone.
@DisabledOnOs(OS.WINDOWS)
class FaultMatrixTest {
    private static int faults;

    @TempDir
    private Path temp;

    private int turn;

    /// Every kind of file step.
    static Stream<KillRow> rows() {
        List<KillRow> all = KillRows.all(Path.of("/nowhere"));
        return all.stream().filter(row -> row.where() == KillRow.Where.DISK);
    }

    @AfterAll
    static void tell() {
        IO.println("Fault matrix: " + faults + " failing calls, nothing lost.");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCallOfTheTargetsDisk(KillRow row) throws IOException {
        each(row, failing -> new Disks(failing.disk(), DiskCalls.REAL));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCallOfTheJournalsDisk(KillRow row) throws IOException {
        each(row, failing -> new Disks(DiskCalls.REAL, failing.own()));
    }

    private record Disks(DiskCalls target, DiskCalls own) {}

    private interface Place {
        Disks of(Failing failing);
    }

    private void each(KillRow row, Place place) throws IOException {
        for (Deed deed : List.of(Deed.APPLY, Deed.UNDO)) {
            KillCourse course = KillCourse.of(row, deed, folder -> prepare(folder, row, deed), next());
            Failing none = new Failing(0, Failing.Error.BROKEN);
            Path counted = next();
            prepare(counted, row, deed);
            deed.on(ward(counted, row, place.of(none)));
            for (int fatal = 1; fatal <= none.calls(); fatal++) {
                Failing.Error[] errors = Failing.Error.values();
                fails(course, place, new Failing(fatal, errors[fatal % errors.length]));
                if (row.where() == KillRow.Where.WINDOWS) continue;
                fails(course, place, new Failing(fatal, errors[(fatal + 1) % errors.length]));
                fails(course, place, new Failing(fatal, errors[(fatal + 2) % errors.length]));
            }
        }
    }

    private static void prepare(Path folder, KillRow row, Deed deed) throws IOException {
        Ward ward = new Ward(folder, row.name(), _ -> {});
        if (deed == Deed.UNDO) assertThat(ward.apply(_ -> {})).hasOnlyElementsOfType(row.ends());
    }

    private void fails(KillCourse course, Place place, Failing failing) throws IOException {
        KillRow row = course.row();
        Path folder = next();
        prepare(folder, row, course.deed());
        Ward ward = ward(folder, row, place.of(failing));
        Set<Text> failures = new LinkedHashSet<>();
        if (course.deed() == Deed.APPLY) {
            for (Outcome outcome : ward.apply(_ -> {})) {
                if (outcome instanceof Outcome.Failed(var _, Text reason, var evidence)) {
                    failures.add(reason);
                    assertThat(evidence).isNotEmpty();
                }
            }
        } else {
            for (Entry entry : ward.repairer.entries()) {
                if (ward.repairer.undo(entry.id()) instanceof UndoOutcome.Failed(var _, Text reason, var _)) {
                    failures.add(reason);
                }
            }
        }
        faults++;
        assertThat(failures).allSatisfy(reason -> assertNamesAFile(reason, folder));
        Files.writeString(folder.resolve("point"), failing.toString() + failures);
        course.holdsIn(folder, next());
    }

    private static void assertNamesAFile(Text reason, Path folder) {
        for (Language language : Language.values()) {
            assertThat(Messages.of(language).say(reason))
                    .doesNotContain(reason.key())
                    .containsAnyOf(folder.toString(), ":\\");
        }
    }

    private static Ward ward(Path folder, KillRow row, Disks disks) throws IOException {
        return new Ward(folder, row.name(), disks.target(), disks.own());
    }

    private Path next() throws IOException {
        return Files.createDirectories(temp.resolve("f" + turn++));
    }
}

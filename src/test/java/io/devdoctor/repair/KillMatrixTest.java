package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.KilledWard.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A process of its own is killed by SIGKILL at every point of every row: within the lock, the backups, the journal
/// and the files, and around every other change. Afterwards everything is as it was between two steps, the next start
/// completes what was begun or takes it back, and an undo puts everything back.
@EnabledOnOs(OS.LINUX)
class KillMatrixTest {
    private static final AtomicInteger KILLS = new AtomicInteger();
    private static final int CORES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    @TempDir
    private Path temp;

    static List<KillRow> rows() {
        return KillRows.all(Path.of("/nowhere"));
    }

    static Stream<KillRow> reversibleRows() {
        return rows().stream().filter(KillRow::isReversible).filter(row -> row.ends() == Outcome.Cured.class);
    }

    @AfterAll
    static void tell() {
        IO.println("Kill matrix: " + KILLS + " kills in " + rows().size() + " rows, nothing lost.");
    }

    @Test
    void everyKindOfStepHasARow() {
        Set<Class<?>> kinds = new LinkedHashSet<>(Arrays.asList(Step.class.getPermittedSubclasses()));
        kinds.remove(Step.EngineCall.class);
        kinds.addAll(Arrays.asList(EngineChange.class.getPermittedSubclasses()));
        assertThat(rows().stream().flatMap(KillRow::kinds)).containsAll(kinds);
        assertThat(rows().stream().flatMap(KillRow::steps)).anyMatch(Step::needsAdmin);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anApplyKilledAnywhere(KillRow row) throws Exception {
        List<String> points = everyPoint(row, Deed.APPLY, _ -> {});
        assertThat(points).contains("temp-created", "renamed", "journal-append", "journal-written", "journal-appended");
    }

    @ParameterizedTest
    @MethodSource("reversibleRows")
    void anUndoKilledAnywhere(KillRow row) throws Exception {
        everyPoint(row, Deed.UNDO, folder -> new Ward(folder, row.name(), _ -> {}).apply(_ -> {}));
    }

    /// The process that finishes what another one left is killed as well.
    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "ROLL_BACK"})
    void aResumptionKilledAnywhere(Deed deed) throws Exception {
        KillRow row = KillRows.several();
        everyPoint(row, deed, folder -> interrupted(folder, row));
    }

    /// As far as a killed process came: two steps are done, the third is begun.
    private static void interrupted(Path folder, KillRow row) throws IOException {
        Ward ward = new Ward(folder, row.name(), point -> {
            if (point.equals("tool-before")) throw new Interrupted();
        });
        try {
            ward.apply(_ -> {});
        } catch (Interrupted _) {
            return;
        }
        throw new AssertionError("came to its end");
    }

    private static final class Interrupted extends Error {
        private static final long serialVersionUID = 1;
    }

    private List<String> everyPoint(KillRow row, Deed deed, KillCourse.Preparation preparation) throws Exception {
        KillCourse course = KillCourse.of(row, deed, preparation, temp.resolve("course"));
        List<Callable<Void>> kills = new ArrayList<>();
        // How the lock is taken does not depend on what is done then.
        int first = row.equals(rows().getFirst()) ? 1 : course.points().indexOf("renamed:lock.holder") + 1;
        // Steps of every kind are killed at each point by themselves; several of them, at every third one.
        int stride = row.steps().count() > 1 ? 3 : 1;
        for (int point = first; point <= course.points().size(); point += stride) {
            int fatal = point;
            kills.add(() -> kill(course, preparation, fatal));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(CORES)) {
            for (Future<Void> kill : pool.invokeAll(kills)) kill.get();
        }
        IO.println(row + ", " + deed + ": " + kills.size() + " kills ");
        return course.points().stream()
                .map(point -> point.replaceAll(":.*", ""))
                .toList();
    }

    private Void kill(KillCourse course, KillCourse.Preparation preparation, int point) throws Exception {
        KillRow row = course.row();
        Path folder = Files.createDirectories(temp.resolve("kill-" + point));
        new Ward(folder, row.name(), _ -> {});
        preparation.of(folder);
        int ended = Child.run(KilledWard.class, folder, row.name() + "/" + course.deed(), point);
        assertThat(ended).as("killed at point " + point).isNotZero();
        KILLS.incrementAndGet();
        course.holdsIn(folder, temp.resolve("left-" + point));
        return null;
    }
}

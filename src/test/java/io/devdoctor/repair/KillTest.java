package io.devdoctor.repair;

import static io.devdoctor.repair.Child.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A child process is killed by SIGKILL at every named point of a transaction. Whatever was reached, the file holds
/// the old bytes or the new ones, and the next start completes the transaction or takes it back.
@EnabledOnOs(OS.LINUX)
class KillTest {
    @TempDir
    private Path temp;

    @Test
    void anApplyKilledAtEveryPointCanBeCompletedAndTakenBack() throws Exception {
        List<String> points = new ArrayList<>();
        while (true) {
            Path folder = Files.createDirectory(temp.resolve("apply-" + points.size()));
            new Bench(folder).ill();
            if (run(KilledRepair.class, folder, "apply", points.size() + 1) == 0) break;
            points.add(Files.readString(folder.resolve("point")).replaceAll(":.*", ""));
            String state = state(folder);
            assertThat(state).as(points.getLast()).isIn(Bench.ILL, Bench.WELL);
            eachWayOut(folder, points.getLast());
        }
        IO.println("Killed at " + points.size() + " points of an apply: " + points);
        assertThat(points).hasSizeGreaterThan(15).contains("temp-written", "temp-forced", "renamed");
    }

    @Test
    void anUndoKilledAtEveryPointIsFinishedByTheNextStart() throws Exception {
        List<String> points = new ArrayList<>();
        while (true) {
            Path folder = Files.createDirectory(temp.resolve("undo-" + points.size()));
            assertThat(new Bench(folder).ill().apply()).isInstanceOf(Outcome.Cured.class);
            if (run(KilledRepair.class, folder, "undo", points.size() + 1) == 0) break;
            points.add(Files.readString(folder.resolve("point")).replaceAll(":.*", ""));
            assertThat(state(folder)).as(points.getLast()).isIn(Bench.ILL, Bench.WELL);
            Bench next = new Bench(folder);
            for (Entry entry : next.repairer.unfinished()) {
                assertThat(next.repairer.rollBack(entry.id())).isInstanceOf(UndoOutcome.Undone.class);
            }
            String id = next.repairer.entries().getFirst().id();
            if (next.repairer.entries().getFirst().canUndo()) {
                assertThat(next.repairer.undo(id)).isInstanceOf(UndoOutcome.Undone.class);
            }
            assertThat(next.content()).as(points.getLast()).isEqualTo(Bench.ILL);
            assertNoLitter(folder);
        }
        IO.println("Killed at " + points.size() + " points of an undo: " + points);
        assertThat(points).hasSizeGreaterThan(8);
    }

    /// Completes one copy of what the dead process left, and takes another one back.
    private void eachWayOut(Path folder, String point) throws IOException {
        Path left = temp.resolve("left");
        Child.copy(folder, left);
        Bench next = new Bench(folder);
        List<Entry> unfinished = next.repairer.unfinished();
        if (unfinished.isEmpty()) {
            boolean settled = !next.repairer.entries().isEmpty();
            assertThat(next.content()).as(point).isEqualTo(settled ? Bench.WELL : Bench.ILL);
            if (!settled)
                assertThat(next.apply()).as("applying again after " + point).isInstanceOf(Outcome.Cured.class);
        } else {
            String id = unfinished.getFirst().id();
            assertThat(next.apply(stale(next))).isEqualTo(new Outcome.Refused(Refusal.UNFINISHED));
            assertThat(next.repairer.complete(id, _ -> {})).as(point).isInstanceOf(Outcome.Cured.class);
            assertThat(next.content()).isEqualTo(Bench.WELL);
            assertNoLitter(folder);
            Child.copy(left, folder);
            Bench other = new Bench(folder);
            assertThat(other.repairer.rollBack(id))
                    .as(point)
                    .isInstanceOfAny(UndoOutcome.Undone.class, UndoOutcome.NothingToUndo.class);
            assertThat(other.content()).as(point).isEqualTo(Bench.ILL);
            assertThat(other.repairer.unfinished()).isEmpty();
        }
        assertNoLitter(folder);
    }

    private static io.devdoctor.check.Finding stale(Bench bench) throws IOException {
        String now = bench.content();
        Files.writeString(bench.target, Bench.ILL);
        io.devdoctor.check.Finding finding = bench.finding();
        Files.writeString(bench.target, now);
        return finding;
    }

    private static String state(Path folder) throws IOException {
        return Files.readString(new Bench(folder).target);
    }

    private static void assertNoLitter(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("machine"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("配置 file.conf");
        }
    }
}

package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.repair.KilledWard.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one deed of one row passes through where nobody kills it, and the ways out where somebody did.
///
/// @param points between which and at which it can be killed, in order
/// @param legal  what the machine may look like at any moment: as between two steps
record KillCourse(
        KillRow row, Deed deed, List<String> points, Set<Ward.Picture> legal, Ward.Picture before, Ward.Picture after) {

    /// Makes a folder ready for the deed.
    interface Preparation {
        void of(Path folder) throws IOException;
    }

    static KillCourse of(KillRow row, Deed deed, Preparation preparation, Path folder) throws IOException {
        Ward plain = new Ward(folder.resolve("plain"), row.name(), _ -> {});
        Ward.Picture before = plain.picture();
        Set<Ward.Picture> legal = new LinkedHashSet<>(List.of(before));
        assertThat(plain.apply(_ -> legal.add(looked(plain)))).isNotEmpty().hasOnlyElementsOfType(row.ends());
        Ward.Picture after = plain.picture();
        legal.add(after);
        preparation.of(folder.resolve("timed"));
        List<String> points = new ArrayList<>();
        deed.on(new Ward(folder.resolve("timed"), row.name(), points::add));
        return new KillCourse(row, deed, points, legal, before, after);
    }

    private static Ward.Picture looked(Ward ward) {
        try {
            return ward.picture();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// After a kill in this folder: neither a mix nor a dead end.
    void holdsIn(Path folder, Path left) throws IOException {
        String point = Files.readString(folder.resolve("point"));
        assertLegal(ward(folder), point);
        Child.copy(folder, left);
        assertCompleted(folder, point);
        Child.copy(left, folder);
        assertTakenBack(folder, point);
    }

    private void assertCompleted(Path folder, String point) throws IOException {
        Ward ward = ward(folder);
        for (Entry entry : ward.repairer.unfinished()) {
            if (entry.state() == Entry.State.UNFINISHED) {
                assertThat(ward.repairer.complete(entry.id(), _ -> {}))
                        .as(point)
                        .isInstanceOf(row.ends());
            } else {
                assertThat(ward.repairer.rollBack(entry.id())).as(point).isInstanceOf(UndoOutcome.Undone.class);
            }
        }
        assertSettled(ward, point);
        if (deed == Deed.APPLY || deed == Deed.COMPLETE) {
            assertThat(ward.apply(_ -> {})).as(point).allMatch(row.ends()::isInstance);
            assertIs(ward, after, point);
        }
        assertSettled(ward, point);
        assertThat(litter(ward)).as(point).isEmpty();
        undoAll(ward, point);
    }

    private void assertTakenBack(Path folder, String point) throws IOException {
        Ward ward = ward(folder);
        for (Entry entry : ward.repairer.unfinished()) {
            assertThat(ward.repairer.rollBack(entry.id()))
                    .as(point)
                    .isInstanceOfAny(
                            UndoOutcome.Undone.class, UndoOutcome.PartlyUndone.class, UndoOutcome.NothingToUndo.class);
        }
        assertSettled(ward, point);
        assertThat(litter(ward)).as(point).allMatch(file -> file.startsWith(folder.resolve("data/backups")));
        undoAll(ward, point);
    }

    /// The name of who holds the lock, half written, goes when the next one writes its own.
    private static List<Path> litter(Ward ward) throws IOException {
        return ward.litter().stream()
                .filter(file -> !String.valueOf(file.getFileName()).startsWith(".lock.holder."))
                .toList();
    }

    private void undoAll(Ward ward, String point) throws IOException {
        for (Entry entry : ward.repairer.entries()) {
            if (!entry.canUndo()) continue;
            assertThat(ward.repairer.undo(entry.id()))
                    .as(point)
                    .isInstanceOfAny(UndoOutcome.Undone.class, UndoOutcome.PartlyUndone.class);
        }
        if (row.isReversible()) assertIs(ward, before, point);
        else assertLegal(ward, point);
    }

    private void assertLegal(Ward ward, String point) throws IOException {
        assertThat(legal.contains(ward.picture())).as("no mix at " + point).isTrue();
    }

    /// Whole pictures would hide what differs.
    private static void assertIs(Ward ward, Ward.Picture wanted, String point) throws IOException {
        Ward.Picture now = ward.picture();
        assertThat(now.files()).as(point).isEqualTo(wanted.files());
        assertThat(now.state().equals(wanted.state()))
                .as("state after " + point)
                .isTrue();
    }

    private static void assertSettled(Ward ward, String point) throws IOException {
        assertThat(ward.repairer.unfinished()).as(point).isEmpty();
        assertThat(ward.repairer.entries())
                .as(point)
                .extracting(Entry::state)
                .doesNotContain(Entry.State.UNFINISHED, Entry.State.UNDO_UNFINISHED, Entry.State.UNREADABLE);
    }

    private Ward ward(Path folder) throws IOException {
        return new Ward(folder, row.name(), _ -> {});
    }
}

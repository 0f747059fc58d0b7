package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A journal file that is cut, overwritten or replaced: nothing throws, the other entries stay readable and can be
/// undone, and new changes are possible.
@DisabledOnOs(OS.WINDOWS)
class JournalDamageTest {
    @TempDir
    private Path temp;

    private Path folder;
    private Path hurt;
    private String intact;
    private byte[] whole;

    @BeforeEach
    void twoEntries() throws IOException {
        folder = temp.resolve("ward");
        ward("file changed").apply(_ -> {});
        ward("file created").apply(_ -> {});
        List<Entry> entries = ward("file changed").repairer.entries();
        assertThat(entries).hasSize(2);
        intact = entries.getFirst().id();
        hurt = folder.resolve("data/journal/" + entries.getLast().id() + ".jsonl");
        whole = Files.readAllBytes(hurt);
    }

    @Test
    void cutAtEveryByte() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Files.write(hurt, Arrays.copyOf(whole, length));
            assertTheOtherIsThere("cut at " + length);
        }
        IO.println("Journal cut at " + whole.length + " bytes.");
        assertTheOtherCanBeUndone();
    }

    @Test
    void everyByteSpoilt() throws IOException {
        int tried = 0;
        for (byte wrong : new byte[] {0, '\n', '"', '}', (byte) 0xff}) {
            for (int at = 0; at < whole.length; at += 6) {
                byte[] spoilt = whole.clone();
                spoilt[at] = wrong;
                Files.write(hurt, spoilt);
                assertTheOtherIsThere(wrong + " at " + at);
                tried++;
            }
        }
        IO.println("Journal spoilt in " + tried + " places.");
        assertTheOtherCanBeUndone();
    }

    @Test
    void garbageLinesAndNothing() throws IOException {
        Random random = new Random(3);
        String text = new String(whole, StandardCharsets.UTF_8);
        int tried = 0;
        for (String piece : Hostile.PIECES) {
            for (String spoilt : List.of(
                    piece,
                    piece + "\n" + text,
                    text + piece,
                    text + piece + "\n",
                    text.replace("\n", "\n" + piece + "\n"))) {
                Files.write(
                        hurt,
                        spoilt.getBytes(random.nextInt(9) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
                assertTheOtherIsThere(piece);
                tried++;
            }
        }
        IO.println("Journal with " + tried + " garbage texts.");
        Files.delete(hurt);
        Files.createDirectory(hurt);
        assertTheOtherIsThere("a folder");
        Files.delete(hurt);
        Files.createSymbolicLink(hurt, Path.of("/dev/zero"));
        assertTheOtherIsThere("a link to what has no end");
        Files.delete(hurt);
        Files.createSymbolicLink(hurt, folder.resolve("nowhere"));
        assertTheOtherIsThere("a dangling link");
        assertTheOtherCanBeUndone();
    }

    private void assertTheOtherIsThere(String how) throws IOException {
        Ward ward = ward("file created");
        assertThat(ward.repairer.entries())
                .as(how)
                .filteredOn(entry -> entry.id().equals(intact))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.state()).isEqualTo(Entry.State.CURED);
                    assertThat(entry.canUndo()).isTrue();
                });
        assertThat(ward.repairer.pending()).as(how).isEmpty();
        for (Entry entry : ward.repairer.unfinished()) assertThat(entry.id()).isNotEqualTo(intact);
        for (Entry entry : ward.repairer.entries()) assertThat(entry.id()).isNotBlank();
    }

    private void assertTheOtherCanBeUndone() throws IOException {
        Ward ward = ward("file created");
        assertThat(ward.repairer.undo(intact)).isInstanceOf(UndoOutcome.Undone.class);
        // Where the end of its record is lost, it is to be finished first.
        for (Entry entry : ward.repairer.unfinished()) ward.repairer.complete(entry.id(), _ -> {});
        assertThat(ward.apply(_ -> {})).hasOnlyElementsOfType(Outcome.Cured.class);
    }

    private Ward ward(String row) throws IOException {
        return new Ward(folder, row, _ -> {});
    }
}

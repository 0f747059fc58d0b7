package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devdoctor.check.Finding;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links and other things in the place of files and folders: nothing is read, written or deleted where a link leads,
/// and the person is told where the link stands, where it leads and what to do by hand.
@EnabledOnOs(OS.LINUX)
class LinksTest {
    @TempDir
    private Path temp;

    private Path elsewhere;
    private Bench bench;

    @BeforeEach
    void anIllFileAndSomebodyElsesFolder() throws IOException {
        bench = new Bench(temp.resolve("bench")).ill();
        elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    }

    @Test
    void aLinkAmongTheFoldersAboveTheTarget() throws IOException {
        Finding finding = bench.finding();
        Path folder = Objects.requireNonNull(bench.target.getParent());
        moved(folder);
        Files.createSymbolicLink(folder, elsewhere);
        assertThat(bench.apply(finding)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason())
                    .isEqualTo(Text.of(
                            "repair.failed.linked.above",
                            bench.target.toString(),
                            folder.toString(),
                            elsewhere.toString()));
            assertSaid(failed.reason(), folder, elsewhere);
        });
        assertThat(elsewhere.resolve(bench.target.getFileName())).hasContent(Bench.ILL);
        assertOnly(elsewhere, bench.target.getFileName().toString());
    }

    /// Between the look and the rename.
    @ParameterizedTest
    @ValueSource(strings = {"temp-created", "temp-written", "temp-forced"})
    void aLinkThatComesWhileTheFileIsWritten(String moment) throws IOException {
        Path folder = Objects.requireNonNull(bench.target.getParent());
        Crashpoint swap = point -> {
            if (!point.equals(moment)) return;
            try {
                moved(folder);
                Files.createSymbolicLink(folder, elsewhere);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Bench other = new Bench(bench.folder, DiskCalls.REAL, DiskCalls.REAL, swap);
        assertThat(other.apply())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertSaid(failed.reason(), folder, elsewhere));
        assertThat(elsewhere.resolve(bench.target.getFileName())).hasContent(Bench.ILL);
    }

    @Test
    void aLinkThatComesBeforeTheUndo() throws IOException {
        assertThat(bench.apply()).isInstanceOf(Outcome.Cured.class);
        Path folder = Objects.requireNonNull(bench.target.getParent());
        moved(folder);
        Files.createSymbolicLink(folder, elsewhere);
        String id = bench.repairer.entries().getFirst().id();
        assertThat(bench.repairer.undo(id))
                .isInstanceOfSatisfying(
                        UndoOutcome.Failed.class, failed -> assertSaid(failed.reason(), folder, elsewhere));
        assertThat(elsewhere.resolve(bench.target.getFileName())).hasContent(Bench.WELL);
        Files.delete(folder);
        Files.move(elsewhere, folder);
        UndoOutcome again =
                bench.repairer.unfinished().isEmpty() ? bench.repairer.undo(id) : bench.repairer.rollBack(id);
        assertThat(again).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "dangling link", "folder", "pipe", "device"})
    void somethingElseInTheFilesPlace(String what) throws Exception {
        Finding finding = bench.finding();
        Path target = bench.target;
        Files.delete(target);
        Path other = elsewhere.resolve("other");
        switch (what) {
            case "link" -> Files.createSymbolicLink(target, Files.writeString(other, Bench.ILL));
            case "dangling link" -> Files.createSymbolicLink(target, other);
            case "folder" -> Files.createDirectory(target);
            case "pipe" -> assumeTrue(run("mkfifo", target.toString()), "no mkfifo here");
            case "device" -> assumeTrue(run("mknod", target.toString(), "c", "1", "3"), "only root may make a device");
            default -> throw new IllegalArgumentException(what);
        }
        assertThat(bench.apply(finding)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason().key()).isIn("repair.failed.linked", "repair.failed.FOLDER_IN_PLACE");
            assertSaid(failed.reason(), target, target);
        });
        assertThat(Files.isRegularFile(target, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        if (what.equals("link")) assertThat(other).hasContent(Bench.ILL);
        if (what.equals("dangling link")) assertThat(other).doesNotExist();
        assertOnly(
                Objects.requireNonNull(target.getParent()), target.getFileName().toString());
        assertThat(bench.repairer.unfinished()).isEmpty();
    }

    /// Somebody could have put a link there to have other files read or written with these rights.
    @ParameterizedTest
    @ValueSource(strings = {"data", "data/journal", "data/backups", "data/journal/lock", "data/journal/lock.holder"})
    void aLinkInOurOwnFolder(String place) throws IOException {
        Finding finding = bench.finding();
        Path link = bench.folder.resolve(place);
        Path other = elsewhere.resolve("other");
        if (Files.isDirectory(link)) Files.move(link, other);
        else Files.writeString(other, "theirs");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, other);
        assertThat(bench.apply(finding)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Text.of("repair.failed.own-link", link.toString(), other.toString()));
            assertSaid(failed.reason(), link, other);
        });
        assertThat(bench.content()).isEqualTo(Bench.ILL);
        if (Files.isRegularFile(other)) assertThat(other).hasContent("theirs");
    }

    @Test
    void aLinkInThePlaceOfABackup() throws IOException {
        Path backup =
                bench.folder.resolve("data/backups/" + Bench.bytes(Bench.ILL).sha256());
        Path other = Files.writeString(elsewhere.resolve("other"), "theirs");
        Files.createSymbolicLink(backup, other);
        assertThat(bench.apply())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertSaid(failed.reason(), backup, other));
        assertThat(other).hasContent("theirs");
        assertThat(bench.content()).isEqualTo(Bench.ILL);
    }

    private static void assertSaid(Text reason, Path link, Path leadsTo) {
        for (Language language : Language.values()) {
            assertThat(Messages.of(language).say(reason)).contains(link.toString(), leadsTo.toString());
        }
    }

    private void moved(Path folder) throws IOException {
        Files.delete(elsewhere);
        Files.move(folder, elsewhere);
    }

    private static void assertOnly(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}

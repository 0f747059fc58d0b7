package io.devdoctor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void createsAndReplaces() throws IOException {
        Path file = folder.resolve("名 字.json");
        AtomicFile.onDisk().write(file, "old".getBytes(UTF_8));
        AtomicFile.onDisk().write(file, "new".getBytes(UTF_8));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("名 字.json");
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE", "RENAME"})
    void leavesTheOldFileAndNoTraceOnFailure(FaultyDisk.Fault fault) throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        AtomicFile faulty = new AtomicFile(new FaultyDisk(fault, 2), Crashpoint.NONE);
        assertThatThrownBy(() -> faulty.write(file, "newer".getBytes(UTF_8))).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void leavesNothingWhereNothingWas() throws IOException {
        AtomicFile faulty = new AtomicFile(new FaultyDisk(FaultyDisk.Fault.WRITE, 0), Crashpoint.NONE);
        assertThatThrownBy(() -> faulty.write(folder.resolve("a.txt"), new byte[1]))
                .hasMessage("No space left on device");
        assertThat(names()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsPermissions() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw---x"));
        AtomicFile.onDisk().write(file, new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsALinkAndLeavesItALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFile.onDisk().write(link, "new".getBytes(UTF_8));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
    }

    @Test
    void refusesAFolderInPlaceOfTheFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a"));
        assertThatThrownBy(() -> AtomicFile.onDisk().write(file, new byte[0]))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file.toString());
        assertThat(names()).containsExactly("a");
    }

    @Test
    void tellsEveryPointWithTheOldOrTheNewFileInPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        List<String> seen = new ArrayList<>();
        new AtomicFile(DiskCalls.REAL, point -> seen.add(point + "=" + content(file)))
                .write(file, "new".getBytes(UTF_8));
        assertThat(seen)
                .containsExactly(
                        "temp-created:a.txt=old",
                        "temp-written:a.txt=old",
                        "temp-forced:a.txt=old",
                        "renamed:a.txt=new");
    }

    @Test
    void sweepsItsOwnLeftoversOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.writeString(folder.resolve(".a.txt.devdoctor-0123456789abcdef.tmp"), "half");
        Files.writeString(folder.resolve(".b.txt.devdoctor-0123456789abcdef.tmp"), "half of another");
        Files.writeString(folder.resolve(".a.txt.devdoctor-mine.tmp"), "somebody's");
        assertThat(AtomicFile.onDisk().sweep(file)).isOne();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "a.txt", ".b.txt.devdoctor-0123456789abcdef.tmp", ".a.txt.devdoctor-mine.tmp");
    }

    @Test
    void survivesARealFullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "needs root and mount");
        try {
            Path file = Files.writeString(disk.resolve("a.txt"), "old");
            assertThatThrownBy(() -> AtomicFile.onDisk().write(file, new byte[200_000]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            assertThat(file).hasContent("old");
            try (Stream<Path> files = Files.list(disk)) {
                assertThat(files).containsExactly(file);
            }
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    @org.junit.jupiter.api.condition.EnabledOnOs(org.junit.jupiter.api.condition.OS.LINUX)
    void aPipeOrDeviceIsRefusedAndStaysWhatItIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> AtomicFile.onDisk().write(pipe, new byte[] {1}))
                .isInstanceOf(java.nio.file.FileSystemException.class)
                .hasMessageContaining(pipe.toString());
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(Files.exists(pipe)).isTrue();
    }
}

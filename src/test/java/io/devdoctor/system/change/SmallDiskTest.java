package io.devdoctor.system.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real disk that is really full, and one that is really read-only.
@EnabledOnOs(OS.LINUX)
class SmallDiskTest {
    private static final Bytes OLD = Bytes.of(new byte[] {'o', 'l', 'd', '\n'});

    @TempDir
    private Path temp;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a disk");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0, "mounting is refused");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void aFullDiskKeepsTheOldFileAndNoLitter() throws IOException {
        Path file = Files.writeString(disk.resolve("file.conf"), "old\n");
        FileChanges changes = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);
        assertThat(changes.write(file.toString(), OLD, Bytes.of(new byte[256 << 10]), disk.toString()))
                .isInstanceOfSatisfying(ChangeResult.Failed.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(Reason.NO_SPACE);
                    assertThat(failed.what()).isEqualTo(file.toString());
                });
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(disk)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aReadOnlyDiskIsNamed() throws Exception {
        Path file = Files.writeString(disk.resolve("file.conf"), "old\n");
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
        FileChanges changes = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);
        assertThat(changes.write(file.toString(), OLD, Bytes.of(new byte[] {1}), disk.toString()))
                .isInstanceOfSatisfying(
                        ChangeResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.READ_ONLY));
        assertThat(file).hasContent("old");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

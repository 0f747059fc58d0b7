package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command line does where its output cannot go: on devices and disks that are really full, into pipes that
/// are really closed.
@EnabledOnOs(OS.LINUX)
class BadOutputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"check --sample healthy-en --format json", "check --sample healthy-en", "list", "check --help"})
    void aFullDeviceIsAFailureInOneSentence(String words) throws Exception {
        Program.Ended ended = Program.in(folder).sh("devdoctor " + words + " > /dev/full");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).contains("Standard output could not be written", "No space left");
        assertThat(ended.err().lines()).hasSize(1);
    }

    /// The report is larger than any pipe holds, so that the writer meets the closed end.
    @ParameterizedTest
    @ValueSource(strings = {"check --sample starved-zh-cn --format json", "list --format json"})
    void aPipeThatIsClosedEarlyIsAnOrdinaryEnd(String words) throws Exception {
        Program.Ended ended =
                Program.in(folder).sh("set -o pipefail; devdoctor " + words + " | head -c 1; exit ${PIPESTATUS[0]}");

        assertThat(ended.exit()).isEqualTo(words.startsWith("check") ? 2 : 0);
        assertThat(ended.out()).hasSize(1);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aFullDiskKeepsTheOldReportAndNoHalfOfTheNewOne() throws Exception {
        Path disk = disk();
        try {
            Path old = Files.writeString(disk.resolve("report.json"), "old");
            Program.Ended ended = Program.in(folder)
                    .run("check", "--sample", "healthy-en", "--lang", "en", "-o", old.toString(), "--force");

            assertThat(ended.exit()).isEqualTo(3);
            assertThat(ended.err()).contains("report.json").contains("full");
            assertThat(old).hasContent("old");
            assertThat(Program.names(disk)).containsExactly("report.json");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aDiskThatMayNotBeWrittenIsNamedBeforeAnythingIsLost() throws Exception {
        Path disk = disk();
        try {
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
            Path file = disk.resolve("report.html");
            Program.Ended ended =
                    Program.in(folder).run("check", "--sample", "healthy-en", "--report", file.toString());

            assertThat(ended.exit()).isEqualTo(3);
            assertThat(ended.err()).contains("report.html").doesNotContain("Exception", "itself failed");
            assertThat(Program.names(disk)).isEmpty();
        } finally {
            run("umount", disk.toString());
        }
    }

    private Path disk() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a disk");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        int mounted = run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", disk.toString());
        assumeTrue(mounted == 0, "mounting is refused");
        return disk;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

package io.devdoctor.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.live.BoundedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program that replaces a file inside a distribution: what it is made of, and what it does in a real shell.
class DistroFileTest {
    private static final String OLD = "[boot]\nsystemd=yes\n";
    private static final String NEW = "[boot]\nsystemd=true\n";

    @TempDir
    private Path etc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-u",
                "--shutdown",
                "-e",
                "Ubuntu root",
                "Ubuntu;reboot",
                "Ubuntu\"",
                "Ubuntu'",
                "Ubuntu\n",
                "$(reboot)",
                "乌班图",
                "🐧",
                "a/../b",
                "Ubuntu\\"
            })
    void whatIsNoNameOfADistributionIsRefused(String name) {
        assertThatThrownBy(() -> new Step.EditDistroFile(name, DistroFile.WSL_CONF, null, bytes(NEW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Whatever a file holds, only its hash stands in the command line.
    @Test
    void noContentReachesTheCommandLine() {
        Random random = new Random(7);
        List<String> fixed = null;
        for (int i = 0; i < 2000; i++) {
            byte[] before = new byte[random.nextInt(40)];
            byte[] after = new byte[1 + random.nextInt(40)];
            random.nextBytes(before);
            random.nextBytes(after);
            String name = Stream.generate(() -> (char) (32 + random.nextInt(95)))
                    .limit(1 + random.nextInt(20))
                    .map(String::valueOf)
                    .reduce("", String::concat);
            List<String> line;
            try {
                line = new Step.EditDistroFile(name, DistroFile.WSL_CONF, Bytes.of(before), Bytes.of(after))
                        .commandLine();
            } catch (IllegalArgumentException _) {
                assertThat(name).doesNotMatch("[A-Za-z0-9][A-Za-z0-9]*");
                continue;
            }
            assertThat(name).matches("[A-Za-z0-9._][A-Za-z0-9._-]*");
            List<String> rest = new ArrayList<>(line);
            assertThat(rest.remove(2)).isEqualTo(name);
            assertThat(rest.removeLast()).matches("[0-9a-f]{64}");
            assertThat(rest.removeLast()).matches("[0-9a-f]{64}");
            if (fixed == null) fixed = rest;
            assertThat(rest).isEqualTo(fixed);
        }
        assertThat(fixed).isNotNull().noneMatch(word -> word.contains("\"") || word.contains("\\"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void replacesCreatesAndRemoves() throws Exception {
        assertThat(run(null, OLD, OLD)).isZero();
        assertThat(content()).isEqualTo(OLD);
        Files.setPosixFilePermissions(file(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run(OLD, NEW, NEW)).isZero();
        assertThat(content()).isEqualTo(NEW);
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r-----");
        assertThat(run(NEW, "", "")).isZero();
        assertThat(content()).isEmpty();
        assertThat(run("", null, "")).isZero();
        assertThat(file()).doesNotExist();
        assertThat(litter()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNotAsBeforeIsLeftAlone() throws Exception {
        Files.writeString(file(), "somebody else");
        assertThat(run(OLD, NEW, NEW)).isEqualTo(DistroFile.CHANGED);
        assertThat(run(null, NEW, NEW)).isEqualTo(DistroFile.CHANGED);
        assertThat(run(OLD, null, "")).isEqualTo(DistroFile.CHANGED);
        assertThat(content()).isEqualTo("somebody else");
        assertThat(litter()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkIsLeftAlone() throws Exception {
        Path target = Files.writeString(etc.resolve("elsewhere"), OLD);
        Files.createSymbolicLink(file(), target);
        assertThat(run(OLD, NEW, NEW)).isEqualTo(DistroFile.LINK);
        assertThat(target).hasContent(OLD);
        assertThat(file()).isSymbolicLink();
    }

    /// DevDoctor dies while it hands over the content: the shell reads the end too soon.
    @Test
    @EnabledOnOs(OS.LINUX)
    void halfOfTheContentIsNotEnough() throws Exception {
        Files.writeString(file(), OLD);
        assertThat(run(OLD, NEW, NEW.substring(0, 9))).isEqualTo(42);
        assertThat(content()).isEqualTo(OLD);
        assertThat(litter()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatADeadOneLeftIsReplaced() throws Exception {
        Files.writeString(file(), OLD);
        Files.writeString(etc.resolve(".wsl.conf.devdoctor"), "half");
        assertThat(run(OLD, NEW, NEW)).isZero();
        assertThat(content()).isEqualTo(NEW);
        assertThat(litter()).isEmpty();
    }

    private int run(@Nullable String before, @Nullable String after, String input)
            throws IOException, InterruptedException {
        List<String> line = new Step.EditDistroFile(
                        "Ubuntu",
                        DistroFile.WSL_CONF,
                        before == null ? null : bytes(before),
                        after == null ? null : bytes(after))
                .commandLine();
        List<String> words = new ArrayList<>(line.subList(line.indexOf("sh") + 1, line.size()));
        words.replaceAll(word -> word.replace("/etc/", etc + "/"));
        var output = BoundedProcess.run("/bin/sh", words, Map.of(), etc.toFile(), bytes(input), Duration.ofSeconds(20));
        return output == null ? -1 : output.exit();
    }

    private Path file() {
        return etc.resolve("wsl.conf");
    }

    private String content() throws IOException {
        return Files.readString(file());
    }

    private List<String> litter() throws IOException {
        try (Stream<Path> files = Files.list(etc)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("devdoctor"))
                    .toList();
        }
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }
}

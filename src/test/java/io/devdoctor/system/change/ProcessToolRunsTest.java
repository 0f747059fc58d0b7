package io.devdoctor.system.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessToolRunsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path temp;

    @Test
    void givesExitCodeAndRawBytes() throws IOException {
        assertThat(tool("printf '\\377\\376a\\000'; printf oops >&2; exit 7").run(List.of("tool.exe"), LONG))
                .isEqualTo(new ToolRuns.Exited(
                        7,
                        Bytes.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}),
                        Bytes.of("oops".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void argumentsAreWordsAndStdinIsClosed() throws IOException {
        assertThat(tool("cat; printf '%s|' \"$@\"").run(List.of("tool.exe", "a b", "$HOME", "*"), LONG))
                .isEqualTo(
                        new ToolRuns.Exited(0, Bytes.of("a b|$HOME|*|".getBytes(StandardCharsets.UTF_8)), Bytes.EMPTY));
    }

    @Test
    void whatHangsIsKilledWithItsChildren() throws Exception {
        Path pid = temp.resolve("pid");
        ToolRuns tool = tool("sleep 600 & echo $! > '" + pid + ".part'; mv '" + pid + ".part' '" + pid + "'; wait");
        Duration limit = Duration.ofSeconds(2);
        assertThat(tool.run(List.of("tool.exe"), limit)).isEqualTo(new ToolRuns.TimedOut(limit));
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child)
                .ifPresent(handle -> handle.onExit()
                        .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                        .join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void whoKeepsThePipeOpenDoesNotHoldUs() throws IOException {
        assertThat(tool("sleep 5 & exit 0").run(List.of("tool.exe"), LONG))
                .isEqualTo(new ToolRuns.Exited(0, Bytes.EMPTY, Bytes.EMPTY));
    }

    @Test
    void anUnknownProgramIsNotSearchedFor() {
        ToolRuns nowhere = new ProcessToolRuns(_ -> Optional.empty(), Map.of());
        assertThat(nowhere.run(List.of("sh", "-c", "true"), LONG)).isEqualTo(new ToolRuns.NotHere("sh"));
        assertThat(new NoTools().run(List.of("wsl.exe"), LONG)).isEqualTo(new ToolRuns.NotHere("wsl.exe"));
    }

    @Test
    void whatCannotBeStartedSaysWhy() throws IOException {
        Path text = Files.writeString(temp.resolve("text"), "no program");
        ToolRuns broken = new ProcessToolRuns(_ -> Optional.of(text), Map.of());
        assertThat(broken.run(List.of("tool.exe"), LONG)).isInstanceOf(ToolRuns.NotStarted.class);
    }

    private ToolRuns tool(String script) throws IOException {
        Path file = Files.writeString(temp.resolve("tool.exe"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new ProcessToolRuns(
                name -> name.equals("tool.exe") ? Optional.of(file) : Optional.empty(), Map.of("WSL_UTF8", "1"));
    }
}

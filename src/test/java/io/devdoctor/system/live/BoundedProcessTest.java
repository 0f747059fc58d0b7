package io.devdoctor.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.CommandOutput;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class BoundedProcessTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void keepsBothStreamsAndTheExitCode() throws Exception {
        CommandOutput output = run("echo out; echo err >&2; exit 7", LONG);

        assertThat(output.exit()).isEqualTo(7);
        assertThat(new String(output.stdout().toArray(), StandardCharsets.UTF_8))
                .isEqualTo("out\n");
        assertThat(new String(output.stderr().toArray(), StandardCharsets.UTF_8))
                .isEqualTo("err\n");
    }

    @Test
    void closesStdinSoThatAPromptEnds() throws Exception {
        assertThat(run("read answer; echo \"got:$answer\"", LONG).stdout().toArray())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("got:\n");
    }

    @Test
    void killsTheWholeTreeWhenTheTimeIsUp() throws Exception {
        Path pid = folder.resolve("pid");

        CommandOutput output = attempt("sleep 600 & echo $! > " + pid + "; sleep 600", Duration.ofMillis(700));

        assertThat(output).isNull();
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child).ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(LONG));
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aGrandchildThatKeepsThePipeOpenDoesNotHoldUpTheAnswer() throws Exception {
        CommandOutput output = run("sleep 30 & echo done", LONG);

        assertThat(output.took()).isLessThan(Duration.ofSeconds(20));
        assertThat(output.stdout().toArray()).asString(StandardCharsets.UTF_8).isEqualTo("done\n");
    }

    @Test
    void aMissingProgramIsAnError() {
        Assertions.assertThatThrownBy(
                        () -> BoundedProcess.run("/no/such/program", List.of(), Map.of(), folder.toFile(), LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    private CommandOutput run(String script, Duration limit) throws IOException, InterruptedException {
        return Objects.requireNonNull(attempt(script, limit), "ended in time");
    }

    private @Nullable CommandOutput attempt(String script, Duration limit) throws IOException, InterruptedException {
        File here = folder.toFile();
        return BoundedProcess.run("/bin/sh", List.of("-c", script), Map.of(), here, limit);
    }
}

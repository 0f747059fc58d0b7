package io.devdoctor.system.posix;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A docker of our own on a PATH of our own.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
class PosixCommandsTest {
    private static final Query.Filled QUESTION = Queries.BUILD_CHECK.fill("/src/my shop/Dockerfile", "/src/my shop");

    @TempDir
    private Path folder;

    private void program(String script, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("docker"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void dockerIsFoundThroughThePathAndGivenItsWords() throws IOException {
        program("#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done; echo trouble >&2; exit 3\n", "rwxr-xr-x");
        CommandOutput output = new PosixCommands("bin:/no/such/folder:" + folder + ":/usr/bin")
                .run(QUESTION)
                .known()
                .orElseThrow();
        assertThat(text(output))
                .isEqualTo("<build>\n<--call=check,format=json>\n<-f>\n</src/my shop/Dockerfile>\n</src/my shop>\n");
        assertThat(output.exit()).isEqualTo(3);
    }

    @Test
    void whatCannotBeStartedIsNotThere() throws IOException {
        program("#!/bin/sh\n", "rw-r--r--");
        assertThat(new PosixCommands(folder.toString()).run(QUESTION).isAbsent())
                .isTrue();
        assertThat(new PosixCommands("").run(QUESTION).isAbsent()).isTrue();
    }

    @Test
    void aProgramThatNoSystemCanRunHasFailed() throws IOException {
        program("#!/no/such/interpreter\n", "rwxr-xr-x");
        assertThat(new PosixCommands(folder.toString()).run(QUESTION))
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(Reading.Cause.FAILED));
    }

    @Test
    void programsOfWindowsAreNotAskedFor() {
        assertThat(new PosixCommands("/usr/bin:/bin").run(Queries.WSL_LIST.fill()))
                .isInstanceOf(Reading.NotApplicable.class);
    }

    private static String text(CommandOutput output) {
        return new String(output.stdout().toArray(), StandardCharsets.UTF_8);
    }
}

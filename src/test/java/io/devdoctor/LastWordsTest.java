package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void whateverIsThrownEndsInOneSentenceAndAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new BufferedReader(Reader.nullReader()), stream, stream, false, false, false, 80);

        int exit = LastWords.guard(terminal, () -> {
            throw new NoClassDefFoundError("http://me:hunter2canary@host/\nmore");
        });

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("host")
                .doesNotContain("hunter2canary", "more", "\tat ");
        assertThat(LastWords.guard(terminal, () -> 7)).isEqualTo(7);
    }
}

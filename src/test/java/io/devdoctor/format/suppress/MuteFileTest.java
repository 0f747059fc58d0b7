package io.devdoctor.format.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.suppress.MuteFile.Mute;
import io.devdoctor.format.suppress.MuteFile.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuteFileTest {
    private static MuteFile read(String text) {
        return MuteFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsMutesWithTheirLines() {
        MuteFile file = read("""
            mutes:
              - check: dockerfile.user
                path: build/**
                reason: drops root itself
                until: 2027-06-30
              - {check: compose.memory, reason: a desk}
            """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.mutes())
                .containsExactly(
                        new Mute(
                                "dockerfile.user",
                                "build/**",
                                "drops root itself",
                                Optional.of(LocalDate.of(2027, 6, 30)),
                                2),
                        new Mute("compose.memory", "", "a desk", Optional.empty(), 6));
    }

    @Test
    void whatCannotBeUsedMutesNothingAndIsTold() {
        MuteFile file = read("""
            mutes:
              - check: a.b
              - reason: c
              - {check: a.b, reason: c, until: soon}
              - {check: a.b, reason: c, paht: d}
              - word
            other: 1
            """);
        assertThat(file.mutes())
                .singleElement()
                .satisfies(mute -> assertThat(mute.line()).isEqualTo(5));
        assertThat(file.problems())
                .extracting(Problem::kind)
                .containsExactly(
                        Problem.Kind.NO_REASON,
                        Problem.Kind.NO_CHECK,
                        Problem.Kind.NO_DATE,
                        Problem.Kind.UNKNOWN_KEY,
                        Problem.Kind.SYNTAX,
                        Problem.Kind.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutes: [", "\t- x", "mutes: word", "[]", "\u0000", "a: &a [*a]", "mutes: {check: x}"})
    void badYamlIsAProblemAndNeverAnException(String text) {
        MuteFile file = read(text);
        assertThat(file.mutes()).isEmpty();
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void anEmptyFileMutesNothing() {
        assertThat(read("# nothing\n")).isEqualTo(new MuteFile(java.util.List.of(), java.util.List.of()));
    }
}

package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.testing.ArgvW;
import io.devdoctor.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
    @Test
    void aProgramGetsBackExactlyWhatItWasGiven() {
        Random random = new Random(20261121);
        String alphabet = "a\\\" /-&%^|中";
        int tried = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> arguments = new ArrayList<>();
            for (int j = random.nextInt(5); j >= 0; j--) {
                StringBuilder word = new StringBuilder();
                for (int k = random.nextInt(7); k > 0; k--) {
                    word.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                arguments.add(word.toString());
            }
            assertThat(ArgvW.parse(CommandLine.of(arguments))).isEqualTo(arguments);
            tried++;
        }
        IO.println("Command lines: " + tried + " quoted and taken apart again.");
    }

    @Test
    void noPieceBreaksOut() {
        for (String piece : Hostile.all("C:\\Program Files\\")) {
            if (piece.chars().anyMatch(Character::isISOControl)) {
                assertThatThrownBy(() -> CommandLine.of(List.of(piece))).isInstanceOf(IllegalArgumentException.class);
            } else {
                List<String> arguments = List.of("/first", piece, "last");
                assertThat(ArgvW.parse(CommandLine.of(arguments))).isEqualTo(arguments);
            }
        }
    }

    /// As the documentation of CommandLineToArgvW shows them.
    @ParameterizedTest
    @ValueSource(strings = {"\"a b c\" d e", "\"ab\\\"c\" \"\\\\\" d", "a\\\\\\b d\"e f\"g h"})
    void theReferenceReadsTheDocumentedExamples(String line) {
        assertThat(ArgvW.parse(line))
                .isIn(List.of("a b c", "d", "e"), List.of("ab\"c", "\\", "d"), List.of("a\\\\\\b", "de fg", "h"));
    }

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(CommandLine.of(List.of("/config", "/syncfromflags:manual", "")))
                .isEqualTo("/config /syncfromflags:manual \"\"");
        assertThat(CommandLine.of(List.of("PC\\li ming"))).isEqualTo("\"PC\\li ming\"");
    }
}

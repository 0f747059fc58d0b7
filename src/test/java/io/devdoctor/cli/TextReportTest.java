package io.devdoctor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.Canaries;
import io.devdoctor.report.HostileTextTest;
import io.devdoctor.testing.Generator;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The text in a terminal, which shows names, and neither secrets nor what would steer the terminal.
class TextReportTest {
    @Test
    void showsNoSecretThatWasPlanted() {
        Generator.check(25, generator -> {
            Canaries canaries = Canaries.plant(generator);
            String text = text(canaries.machine());
            assertThat(text).contains("About ");
            for (Canaries.Secret secret : canaries.secrets()) assertThat(text).doesNotContain(secret.gone());
        });
    }

    @ParameterizedTest
    @MethodSource("io.devdoctor.report.HostileTextTest#corpus")
    void letsNoNameMoveTheCursorOrForgeALine(String hostile) {
        String text = text(HostileTextTest.everywhere(hostile));
        HostileTextTest.checkCharacters(text);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("# heading") || line.startsWith("- [ ] list"));
        assertThat(text).hasSizeLessThan(30_000);
    }

    private static String text(ExaminationResult result) {
        return new String(TextReport.document(result, Messages.of(Language.ENGLISH)), UTF_8);
    }
}

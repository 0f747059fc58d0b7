package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Wording;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import io.devdoctor.text.Visible;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The door through which everything passes that the window shows.
class WordingTest {
    private static final String PROXY = "http://li:hunter2canary@proxy.example:3128";
    private final Wording wording = new Wording(Language.ENGLISH);

    @Test
    void argumentsOfSentencesAreMasked() {
        assertThat(wording.say(Text.of("repair.refused.BUSY")))
                .isEqualTo(Messages.of(Language.ENGLISH).say("repair.refused.BUSY"));
        assertThat(wording.say("cli.fix", PROXY)).contains("proxy.example").doesNotContain("hunter2canary");
        assertThat(wording.say(Text.of("cli.fix", Text.of("cli.caused-by", PROXY))))
                .doesNotContain("hunter2canary");
    }

    @Test
    void valuesAreMaskedAndNothingInThemIsHidden() {
        assertThat(wording.raw("{\"auths\":{\"r.example\":{\"auth\":\"bGk6aHVudGVyMg==\"}}}"))
                .contains("r.example")
                .doesNotContain("bGk6");
        assertThat(wording.raw("a\u202Eb\u001B[2J")).isEqualTo("a⟨U+202E⟩b␛[2J");
    }

    @Test
    void linesOfADifferenceAreMaskedTogether() {
        List<String> lines = List.of(
                "proxy=" + PROXY,
                "-----BEGIN RSA PRIVATE KEY-----",
                "MIIEpAIBAAKCAQEA1hunter2canary0000000000000000000000000000000000",
                "hunter2canary==",
                "-----END RSA PRIVATE KEY-----",
                "x\ty");

        assertThat(wording.raw(lines))
                .hasSameSizeAs(lines)
                .noneMatch(line -> line.contains("hunter2canary"))
                .endsWith("-----END RSA PRIVATE KEY-----", "x␉y");
    }

    /// Else the window would spoil its own sentences.
    @ParameterizedTest
    @EnumSource
    void ownWordsPassUnchanged(Language language) {
        Messages messages = Messages.of(language);
        SoftAssertions all = new SoftAssertions();
        for (String key : messages.keys()) {
            String said = messages.say(key, 1, 2, 3, 4, 5, 6, 7, 8);
            all.assertThat(Visible.text(Secrets.mask(said).text())).as(key).isEqualTo(said);
        }
        all.assertAll();
    }
}

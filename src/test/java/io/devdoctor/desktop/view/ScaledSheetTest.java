package io.devdoctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScaledSheetTest {
    @Test
    void enlargesWhatIsAsLargeAsALetter() {
        assertThat(ScaledSheet.scaled(".a { -fx-font-size: 12.5px; -fx-min-height: 54; -fx-padding: 3 4 3 4; }", 200))
                .startsWith(".a { -fx-font-size: 25.00px; -fx-min-height: 108.00; -fx-padding: 3 4 3 4; }");
    }

    @Test
    void leavesADrawingWholeAndEnlargesItAsOne() {
        assertThat(ScaledSheet.scaled(".verdict-ring .number { -fx-font-size: 23px; }", 200))
                .contains("-fx-font-size: 23px;", ".verdict-ring { -fx-scale-x: 1.250;");
    }

    @Test
    void isTheSheetItselfAtTheUsualSize() {
        assertThat(ScaledSheet.at(100)).endsWith("desktop.css").doesNotStartWith("data:");
        String scaled = ScaledSheet.at(150);
        byte[] text = Base64.getDecoder().decode(scaled.substring(scaled.indexOf(',') + 1));
        assertThat(new String(text, StandardCharsets.UTF_8)).contains(".root { -fx-font-size: 21.00px; }");
    }
}

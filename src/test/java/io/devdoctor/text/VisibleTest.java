package io.devdoctor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void showsWhatWouldBeInvisible() {
        assertThat(Visible.text("a\u202Eb")).isEqualTo("a⟨U+202E⟩b");
        assertThat(Visible.text("\u001B[0m\u0000\u007F\r")).isEqualTo("␛[0m␀␡␍");
        assertThat(Visible.text("\uD800x\u200Bx\u2028")).isEqualTo("⟨U+D800⟩x⟨U+200B⟩x⟨U+2028⟩");
        assertThat(Visible.text("\uDB40\uDC41")).isEqualTo("⟨U+E0041⟩");
    }

    @Test
    void leavesEveryLanguageAlone() {
        String text = "构建 服务\tÄpfel, עברית, नमस्ते — “x” 👍\nnext";
        assertThat(Visible.text(text)).isEqualTo(text);
        assertThat(Visible.text("a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    void leavesEmojiOfSeveralPartsWhole() {
        String family = "👩\u200D👩\u200D👧 👩🏽\u200D💻 ❤\uFE0F\u200D🔥";
        assertThat(Visible.text(family)).isEqualTo(family);
        assertThat(Visible.text("a\u200Db👩\u200D")).isEqualTo("a⟨U+200D⟩b👩⟨U+200D⟩");
    }

    @Test
    void aLineStaysALine() {
        assertThat(Visible.line("a\r\nb\tc")).isEqualTo("a␊b␉c");
    }
}

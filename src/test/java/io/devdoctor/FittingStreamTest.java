package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingStreamTest {
    /// Code page 936 has typographic quotes; 437 has a dot and ≥, but no quotes and no arrow; ASCII has nothing.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GBK      | “时钟” … – → × ≥ | “时钟” … – → × ≥
        GBK      | 8\u00A0GB \u2212 1 ⟨U+202E⟩ | 8 GB - 1 <U+202E>
        IBM437   | “a” … – b → c ≥ d·e | "a" ... - b -> c ≥ d·e
        US-ASCII | “a” ≥ ±1 ≈ 2 ␛[2J   | "a" >= +/-1 ~ 2 \\x1B[2J
        UTF-8    | “a” ✖ ▲ 时钟         | “a” ✖ ▲ 时钟
        """)
    void whatAnEncodingLacksIsWrittenPlainly(String encoding, String text, String written) {
        assertThat(FittingStream.fit(text, Charset.forName(encoding))).isEqualTo(written);
    }

    /// A name in a script that the terminal lacks cannot be written otherwise.
    @Test
    void whatHasNoPlainFormStaysAMarkOfItself() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FittingStream(out, Charset.forName("IBM437")).println("报 – 1");

        assertThat(out.toString(Charset.forName("IBM437")).strip()).isEqualTo("? - 1");
    }
}

package io.devdoctor.format.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    private static DotEnv parse(String text) {
        return DotEnv.parse(
                text.getBytes(StandardCharsets.UTF_8), new ComposeVariables(Map.of("SHELL_VAR", "s"), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        A=1                  | 1
        A = 1                | 1
        export A=1           | 1
        A: 1                 | 1
        A=a b # c            | a b
        A=a#b                | a#b
        A="a # b"            | a # b
        A='$X'               | $X
        A="${SHELL_VAR}-x"   | s-x
        A=                   | ^^
        \uFEFFA=1            | 1
        # x~A=1              | 1
        A=1^M^               | 1
        A="C:\\\\data\\\\"      | C:\\data\\
        A='C:\\data'          | C:\\data
        A='C:\\\\'             | C:\\\\
        A="a\\nb"             | a~b
        A='a\\nb'             | a\\nb
        A="\\$SHELL_VAR"      | $SHELL_VAR
        A="\\\\$SHELL_VAR"    | \\s
        A="say \\"x\\""       | say "x"
        A='it\\'s'            | it's
        A="it\\'s \\d \\0101"  | it\\'s \\d A
        A=C:\\new             | C:\\new
        Ä=x~A=1              | 1
        中²=x~A=1            | 1
        """)
    void readsAsComposeDoes(String text, String value) {
        String plain = text.replace("^M^", "\r").replace("~", "\n");
        assertThat(parse(plain + "\n").entry("A").orElseThrow().value())
                .isEqualTo(value.replace("^^", "").replace("~", "\n"));
    }

    @Test
    void knowsItsPlacesAndVariables() {
        DotEnv env = parse("# c\r\nA=1\r\n\r\nB=\"x\r\ny\"\r\nC=$A$NONE\r\nD\r\n");
        assertThat(env.entries()).extracting(DotEnv.Entry::name).containsExactly("A", "B", "C", "D");
        assertThat(env.entries()).extracting(DotEnv.Entry::line).containsExactly(2, 4, 6, 7);
        assertThat(env.entries()).extracting(DotEnv.Entry::known).containsExactly(true, true, false, false);
        assertThat(env.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=1\n中+=2\n", "A=1\n=2\n", "A=1\nB=\"x\n", "A=1\nA B=2\n"})
    void stopsWhereComposeStops(String text) {
        assertThat(parse(text).faults()).containsExactly(2);
        assertThat(parse(text).entry("A").orElseThrow().value()).isEqualTo("1");
    }
}

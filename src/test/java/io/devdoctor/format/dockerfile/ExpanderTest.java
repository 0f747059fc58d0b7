package io.devdoctor.format.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpanderTest {
    private static final Map<String, Value> ENVIRONMENT = Map.of(
            "A", new Value.Known("hello"),
            "P", new Value.Known("/usr/local/bin"),
            "E", new Value.Known(""),
            "T", new Value.Known("a.tar.gz"),
            "L", new Value.Known("a".repeat(64)),
            "U", Value.UNKNOWN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "x$A@xhello",
                "${A}y@helloy",
                "$Ay@",
                "\\$A@$A",
                "'$A'@$A",
                "\"$A b\"@hello b",
                "\"a\\\"b\"@a\"b",
                "a\\ b@a b",
                "${N:-d}@d",
                "${E:-d}@d",
                "${E-d}@",
                "${A:-d}@hello",
                "${A:+d}@d",
                "${E:+d}@",
                "${E+d}@d",
                "${N:-${A}}@hello",
                "${N:-'a b'}@a b",
                "${A:?no}@hello",
                "${P#*/}@usr/local/bin",
                "${P##*/}@bin",
                "${P%/*}@/usr/local",
                "${P%%/*}@",
                "${T%.*}@a.tar",
                "${T%%.*}@a",
                "${A/l/L}@heLlo",
                "${A//l/L}@heLLo",
                "${P//\\//_}@_usr_local_bin",
                "${P/\\/*\\//_}@_bin",
                "${A/?l/_}@h_lo",
                "${A//*/_}@_",
                "${A//l*/_}@he_",
                "${T#*.*.}@gz",
                "${T%.*.*}@a",
                "${L##*a*a*a*a*a*a*a*a*a*ab}@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "$(x)@$(x)",
                "$.@$.",
                "$1a@a",
                "$$@"
            })
    void resolves(String word, String expected) {
        assertThat(expand(word).error()).isEmpty();
        assertThat(expand(word).text()).contains(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "${}@syntax error: bad substitution",
                "${:A}@syntax error: bad substitution",
                "${@syntax error: missing '}'",
                "${A:-b@syntax error: missing '}'",
                "${A:=b}@unsupported modifier (:=) in substitution",
                "${N:?set it}@N: set it",
                "${E:?}@E: is not allowed to be empty",
                "'a@unexpected end of statement while looking for matching single-quote",
                "\"a@unexpected end of statement while looking for matching double-quote"
            })
    void refuses(String word, String error) {
        assertThat(expand(word).error()).isEqualTo(error);
        assertThat(expand(word).text()).isEmpty();
    }

    @Test
    void tellsWhatIsNotKnown() {
        assertThat(expand("a$U").text()).isEmpty();
        assertThat(expand("a$U$N").unknown()).isEqualTo(Set.of("U"));
        assertThat(expand("a$U$N").undefined()).isEqualTo(Set.of("N"));
        assertThat(expand("8080 9090/tcp").words()).containsExactly("8080", "9090/tcp");
    }

    private static Expansion expand(String word) {
        return new Expander('\\', name -> ENVIRONMENT.getOrDefault(name, Value.UNDEFINED)).expand(word);
    }
}

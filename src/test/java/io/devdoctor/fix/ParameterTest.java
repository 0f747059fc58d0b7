package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.fix.Parameter.Read;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    private static final long GIGABYTE = 1L << 30;
    private static final Text NAME = Text.of("parameter.memory");
    private static final Parameter.Size SIZE =
            new Parameter.Size(NAME, GIGABYTE, 15 * GIGABYTE, GIGABYTE / 2, 8 * GIGABYTE);
    private static final Parameter.Count COUNT = new Parameter.Count(NAME, 1, 8, 4);
    private static final Parameter.OneOf ONE_OF =
            new Parameter.OneOf(NAME, Parameter.plain(List.of("dropCache", "gradual")), "dropCache");

    @ParameterizedTest
    @CsvSource({
        "6GB, 6GB",
        "6 gb, 6GB",
        "6g, 6GB",
        "6GiB, 6GB",
        "6144MB, 6GB",
        "2.5GB, 2560MB",
        "'2,5 G', 2560MB",
        "1024m, 1GB"
    })
    void readsSizesHoweverTheyAreTyped(String typed, String meant) {
        assertThat(SIZE.read(typed))
                .isInstanceOfSatisfying(
                        Read.Value.class, value -> assertThat(value.typed()).isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "8, fix.value.no-unit",
        "8.5, fix.value.no-unit",
        "much, fix.value.no-size",
        "'', fix.value.no-size",
        "-4GB, fix.value.no-size",
        "٤GB, fix.value.no-size",
        "512MB, fix.value.least",
        "16GB, fix.value.most",
        "999999999999TB, fix.value.most",
        "1700MB, fix.value.step"
    })
    void refusesSizesWithTheReason(String typed, String key) {
        assertThat(SIZE.read(typed))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.why().key()).isEqualTo(key));
    }

    @Test
    void stepsStayWithinTheBoundsAndOnTheGrid() {
        assertThat(SIZE.stepped("8GB", 1)).isEqualTo("8704MB");
        assertThat(SIZE.stepped("8GB", -1)).isEqualTo("7680MB");
        assertThat(SIZE.stepped("8500MB", 1)).isEqualTo("8704MB");
        assertThat(SIZE.stepped("8500MB", -1)).isEqualTo("8GB");
        assertThat(SIZE.stepped("15GB", 1)).isEqualTo("15GB");
        assertThat(SIZE.stepped("40GB", 1)).isEqualTo("15GB");
        assertThat(SIZE.stepped("nonsense", 1)).isEqualTo("8GB");
        assertThat(COUNT.stepped("1", -1)).isEqualTo("1");
        assertThat(COUNT.stepped("1", 1)).isEqualTo("2");
        assertThat(ONE_OF.stepped("dropCache", 1)).isEqualTo("gradual");
        assertThat(ONE_OF.stepped("gradual", 1)).isEqualTo("gradual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "four", "2.5", "1 000", "99999999999999"})
    void refusesWhatIsNoNumber(String typed) {
        assertThat(COUNT.read(typed)).isInstanceOf(Read.Refused.class);
    }

    @Test
    void countsAreBounded() {
        assertThat(COUNT.read(" 4 ")).isEqualTo(new Read.Value(4, "4"));
        assertThat(COUNT.read("0")).isEqualTo(new Read.Refused(Text.of("fix.value.least", "1")));
        assertThat(COUNT.read("9")).isEqualTo(new Read.Refused(Text.of("fix.value.most", "8")));
    }

    @Test
    void optionsAreKnownWhateverTheirCase() {
        assertThat(ONE_OF.read("DROPCACHE")).isEqualTo(new Read.Value(0, "dropCache"));
        assertThat(ONE_OF.read("never"))
                .isEqualTo(
                        new Read.Refused(Text.of("fix.value.options", Text.several(List.of("dropCache", "gradual")))));
    }

    @Test
    void sizesAreReadTheSameInEveryLanguageOfTheSystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(SIZE.read("6GIB")).isEqualTo(new Read.Value(6 * GIGABYTE, "6GB"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void boundsThatLeaveOutTheAdvisedValueAreAMistake() {
        assertThatThrownBy(() -> new Parameter.Count(NAME, 5, 8, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parameter.OneOf(NAME, List.of(), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

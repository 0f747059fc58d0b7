package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WslValuesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "' 1', 1",
        "1B, 1",
        "1K, 1024",
        "1KB, 1024",
        "2M, 2097152",
        "100MB, 104857600",
        "9G, 9663676416",
        "44GB, 47244640256",
        "1TB, 1099511627776",
        "2T, 2199023255552",
        "0GB, 0",
        "08GB, 8589934592"
    })
    void readsSizes(String text, long bytes) {
        assertThat(WslSize.parse(text)).isEqualTo(new WslSize.Bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "8gb, LOWER_CASE_UNIT, 8GB",
        "8Gb, LOWER_CASE_UNIT, 8GB",
        "8 GB, BLANK_BEFORE_UNIT, 8GB",
        "1.5GB, DECIMALS, 1536MB",
        "'1,5GB', DECIMALS, 1536MB",
        "8GiB, UNKNOWN_UNIT, 8GB",
        "80%, UNKNOWN_UNIT, ''",
        "'', EMPTY, ''",
        "foo, NOT_A_NUMBER, ''",
        "-1GB, NOT_A_NUMBER, ''",
        "00, UNKNOWN_UNIT, '00'",
        "9999999999TB, TOO_LARGE, ''",
        "99999999999999999999, NOT_A_NUMBER, ''"
    })
    void saysWhyASizeIsInvalid(String text, WslSize.Reason reason, String suggestion) {
        assertThat(WslSize.parse(text)).isInstanceOfSatisfying(WslSize.Invalid.class, invalid -> {
            assertThat(invalid.reason()).isEqualTo(reason);
            assertThat(invalid.suggestion()).isEqualTo(suggestion);
        });
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "0x10, 16", "0X1f, 31", "010, 8", "0, 0", "-1, -1", "+7, 7", "2147483647, 2147483647"})
    void readsIntegersAsStrtol(String text, int value) {
        assertThat(WslValue.integer(text)).isEqualTo(OptionalInt.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4 ", "four", "08", "4.0", "2147483648", "0x", "--1", "٤", "99999999999999999999999"})
    void refusesOtherIntegers(String text) {
        assertThat(WslValue.integer(text)).isEmpty();
    }

    @Test
    void readsBooleans() {
        assertThat(WslValue.bool("TRUE")).contains(true);
        assertThat(WslValue.bool("1")).contains(true);
        assertThat(WslValue.bool("false")).contains(false);
        assertThat(WslValue.bool("0")).contains(false);
        assertThat(WslValue.bool("yes")).isEmpty();
        assertThat(WslValue.bool("on")).isEmpty();
        assertThat(WslValue.bool("")).isEmpty();
    }
}

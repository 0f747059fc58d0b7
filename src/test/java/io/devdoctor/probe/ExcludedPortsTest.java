package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Queries;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludedPortsTest {
    @ParameterizedTest
    @CsvSource({
        "netsh-excluded-zh-CN.cp936, zh-CN, 936, 14, 1203, 54236",
        "netsh-excluded-de-DE.cp850, de-DE, 850, 15, 5357, 60905",
        "netsh-excluded-en-US.cp437, en-US, 437, 9, 5357, 62001",
    })
    void rowsAreReadInEveryLanguage(String file, String locale, int codePage, int rows, int first, int last) {
        Reading<List<PortRange>> ranges = parse(text(file, RawAnswers.windows(locale, codePage, codePage)));
        assertThat(ranges.known()).hasValueSatisfying(list -> {
            assertThat(list).hasSize(rows).contains(new PortRange(50000, 50059, true));
            assertThat(list.getFirst().first()).isEqualTo(first);
            assertThat(list.getLast().last()).isEqualTo(last);
        });
    }

    @Test
    void onlyMarkedRowsAreAdministered() {
        Platform chinese = RawAnswers.windows("zh-CN", 936, 936);
        assertThat(parse(text("netsh-excluded-zh-CN.cp936", chinese)).known().orElseThrow())
                .filteredOn(PortRange::administered)
                .extracting(PortRange::first)
                .containsExactly(1433, 10362, 50000);
    }

    @Test
    void aTableWithoutRowsIsComplete() {
        Platform german = RawAnswers.windows("de-DE", 1252, 850);
        assertThat(parse(text("netsh-excluded-none-de-DE.cp850", german)).known())
                .contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "Protocol tcp Port Exclusion Ranges\r\n",
                "  5000  5001\r\n",
                "----------    --------\r\n  5000\r\n",
                "----------    --------\r\n  5000  x\r\n",
                "----------    --------\r\n  5001  5000\r\n",
                "----------    --------\r\n  5000  99999\r\n",
            })
    void whatIsNoTableIsUnreadable(String text) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(Reading.Cause.UNREADABLE));
    }

    private static String text(String file, Platform platform) {
        return RawAnswers.answer(0, RawAnswers.bytes(file), Queries.EXCLUDED_PORTS, platform)
                .out();
    }

    private static Reading<List<PortRange>> parse(String text) {
        return ExcludedPorts.parse(text, RawAnswers.ANYWHERE);
    }
}

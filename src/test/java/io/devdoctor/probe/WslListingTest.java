package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer.Row;
import io.devdoctor.system.Queries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WslListingTest {
    private static final Platform CHINESE = RawAnswers.windows("zh-CN", 936, 936);

    @Test
    void rowsAreReadByPosition() {
        assertThat(parse(0, RawAnswers.bytes("wsl-list.utf16"), false).known())
                .contains(List.of(
                        new Row("Ubuntu-26.04", "Stopped", 2, true), new Row("docker-desktop", "Running", 2, false)));
        assertThat(parse(0, RawAnswers.bytes("wsl-list-four.utf8"), false).known())
                .get(org.assertj.core.api.InstanceOfAssertFactories.list(Row.class))
                .extracting(Row::name)
                .containsExactly("Ubuntu", "Ubuntu-20.04", "docker-desktop-data", "docker-desktop");
    }

    @Test
    void aWarningAboveTheHeaderIsNoRow() {
        assertThat(parse(0, "wsl: something 2\r\n  NAME  STATE  VERSION\r\n* A  Running  1\r\n", false)
                        .known())
                .contains(List.of(new Row("A", "Running", 1, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "ja-JP", "ko-KR", "de-DE", "fr-FR"})
    void noDistributionIsToldInEveryLanguage(String locale) {
        Bytes text = RawAnswers.bytes("wsl-none-" + locale + ".utf16");
        assertThat(parse(-1, text, true)).isInstanceOf(Reading.Absent.class);
        assertThat(parse(-1, text, false)).isInstanceOf(Reading.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "ja-JP", "ko-KR", "de-DE", "fr-FR"})
    void failuresAreNamedByTheirIdInEveryLanguage(String locale) {
        Reading<List<Row>> list = parse(-1, RawAnswers.bytes("wsl-failed-" + locale + ".utf16"), true);
        assertThat(list).isInstanceOfSatisfying(Reading.Unknown.class, unknown -> {
            assertThat(unknown.cause()).isEqualTo(Reading.Cause.FAILED);
            assertThat(unknown.detail()).startsWith("Wsl/Service/WSL_E_DISTRO_NOT_FOUND: ");
        });
    }

    @Test
    void otherExitsAreFailuresEvenWithoutDistributions() {
        assertThat(parse(50, "", true))
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unknown -> assertThat(unknown.detail()).isEqualTo("exit 50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "  NAME            STATE           VERSION\r\n",
                "  NAME            STATE           VERSION\r\n* Ubuntu  Running\r\n",
                "  NAME  STATE  VERSION\r\n* Ubuntu  Running  2\r\n  Deb",
                "* Ubuntu  Running  2\r\n",
                "  NAME  STATE  VERSION\r\n* Ubuntu  Running  2\r\n  Debian  Запущена  2\r\n",
                "  NAME  STATE  VERSION\r\n* 我的 Linux  Running  2\r\n",
                "\u0000\u0001garbage"
            })
    void whatIsNotAListIsUnreadable(String text) {
        assertThat(parse(0, text, true))
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(Reading.Cause.UNREADABLE));
    }

    private static Reading<List<Row>> parse(int exit, String text, boolean noneRegistered) {
        return parse(exit, Bytes.of(text.getBytes(StandardCharsets.UTF_8)), noneRegistered);
    }

    private static Reading<List<Row>> parse(int exit, Bytes stdout, boolean noneRegistered) {
        return WslListing.parse(
                RawAnswers.answer(exit, stdout, Queries.WSL_LIST, CHINESE), RawAnswers.ANYWHERE, noneRegistered);
    }
}

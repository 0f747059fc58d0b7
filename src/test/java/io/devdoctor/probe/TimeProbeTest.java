package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.TimeSettings;
import io.devdoctor.machine.TimeSettings.Status;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `w32tm /query /status` says, by position and in any language, and what the registry adds.
class TimeProbeTest {
    private static final String ZONE = "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\TimeZoneInformation";
    private static final String GERMAN = """
        Sprungindikator: 0(keine Warnung)
        Stratum: 4 (Sekundärreferenz - synchr. über (S)NTP)
        Präzision: -23 (119.209ns pro Tick)
        Stammverzögerung: 0.0168694s
        Stammabweichung: 7.7960610s
        Referenz-ID: 0x0D5F41FB (Quell-IP:  13.95.65.251)
        Letzte erfolgr. Synchronisierungszeit: 20.09.2024 10:43:13
        Quelle: time.windows.com,0x9
        Abrufintervall: 10 (1024s)
        """;

    @Test
    void languagesDifferInLabelsOnly() {
        assertThat(TimeProbe.parse(GERMAN)).isEqualTo(new Status(0, 4, 0x0D5F41FBL, "time.windows.com,0x9"));
        assertThat(TimeProbe.parse("""
            閏インジケーター: 0 (警告なし)
            階層: 3 (二次参照 - (S)NTP で同期)
            精度: -23 (ティックごとに 119.209ns)
            ルート遅延: 0.0216253s
            ルート分散: 7.7938950s
            参照 ID: 0x0A000003 (ソース IP:  10.30.0.3)
            最終正常同期時刻: 2022/01/10 1:45:54
            ソース: 10.30.0.3,8
            ポーリング間隔: 10 (1024s)
            """)).isEqualTo(new Status(0, 3, 0x0A000003L, "10.30.0.3,8"));
        Status chinese = TimeProbe.parse("""
            Leap 指示符：3(未同步)
            层次：0 (未指定)
            精度：-23 (每刻度 119.209ns)
            根延迟：0.0000000s
            根分散：0.0000000s
            引用 ID：0x00000000 (未指定)
            上次成功同步时间：未指定
            源：Local CMOS Clock
            """);
        assertThat(chinese).isEqualTo(new Status(3, 0, 0, "Local CMOS Clock"));
        assertThat(chinese.isSynchronized()).isFalse();
    }

    @Test
    void decimalCommasAndBlankLinesDisturbNothing() {
        String commas = GERMAN.replace("0.0168694s", "0,0168694s").replace("\n", "\r\n\r\n");
        assertThat(TimeProbe.parse(commas)).isEqualTo(TimeProbe.parse(GERMAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "发生下列错误: 服务尚未启动。 (0x80070426)",
                "The service has not been started. (0x80070426)",
                "Sprungindikator: keine Warnung\nStratum: vier\n",
                "\uFFFD\uFFFD: \uFFFD\n\uFFFD: \uFFFD"
            })
    void whatIsNoStatusIsRefused(String answer) {
        assertThatThrownBy(() -> TimeProbe.parse(answer)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Wherever it is cut, half an answer is none.
    @Test
    void aCutAnswerIsRefused() {
        List<String> lines = GERMAN.lines().toList();
        for (int kept = 0; kept < 8; kept++) {
            String cut = String.join("\n", lines.subList(0, kept));
            assertThatThrownBy(() -> TimeProbe.parse(cut)).as(cut).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// Any one of four signs is enough; a leap of 0 alone proves nothing.
    @Test
    void unsynchronizedInAnyOfFourWays() {
        assertThat(new Status(0, 3, 0x0A000003L, "ntp.example").isSynchronized())
                .isTrue();
        assertThat(new Status(0, 3, 0x564D5450L, "VM IC Time Synchronization Provider").isSynchronized())
                .isTrue();
        assertThat(new Status(3, 3, 0x0A000003L, "ntp.example").isSynchronized())
                .isFalse();
        assertThat(new Status(0, 0, 0x0A000003L, "ntp.example").isSynchronized())
                .isFalse();
        assertThat(new Status(0, 1, 0x4C4F434CL, "ntp.example").isSynchronized())
                .isFalse();
        assertThat(new Status(0, 1, 0, "Free-running System Clock").isSynchronized())
                .isFalse();
        assertThat(new Status(0, 1, 0, "Local CMOS Clock").isSynchronized()).isFalse();
    }

    /// Not every w32tm ends with the code that it prints.
    @Test
    void aServiceThatStoppedMeanwhileIsNoFailure() {
        assertThat(status(-2147023834, "发生下列错误: 服务尚未启动。 (0x80070426)")).isInstanceOf(Reading.NotApplicable.class);
        assertThat(status(1, "The following error occurred: The service has not been started. (0x80070426)"))
                .isInstanceOf(Reading.NotApplicable.class);
        assertThat(why(status(1, "拒绝访问。 (0x80070005)"))).startsWith("DENIED");
        assertThat(why(status(1, "?"))).startsWith("FAILED");
    }

    /// A reference that looks like an error code is none.
    @Test
    void aHighReferenceIsNoError() {
        Reading<Status> read =
                status(0, GERMAN.replace("0x0D5F41FB", "0x8D5F41FB").replace("\n", "\\r\\n"));
        assertThat(read.known()).contains(new Status(0, 4, 0x8D5F41FBL, "time.windows.com,0x9"));
    }

    @Test
    void theBiasIsWestOfGreenwich() {
        assertThat(zone("4294966816").offset().known()).contains(ZoneOffset.ofHours(8));
        assertThat(zone("300").offset().known()).contains(ZoneOffset.ofHours(-5));
        assertThat(zone("4294966966").offset().known()).contains(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(why(zone("99999").offset())).startsWith("UNREADABLE");
    }

    private static Reading<Status> status(int exit, String answer) {
        return part(
                        windows(
                                "'services': {'W32Time': {'state': 'running', 'start': 'manual'}}",
                                "'commands': [{'run': ['w32tm.exe', '/query', '/status'], 'charset': 'UTF-8', 'exit': "
                                        + exit + ", 'stdout': '" + answer + "'}]"),
                        new TimeProbe())
                .status();
    }

    private static TimeSettings zone(String bias) {
        return part(
                windows("'registry': {'" + ZONE + "': {'ActiveTimeBias': ['REG_DWORD', " + bias + "]}}"),
                new TimeProbe());
    }
}

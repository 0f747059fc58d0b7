package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// "Now" of these recordings is 2026-11-20T08:00:00Z, which is 1795161600 since the epoch.
class ClocksProbeTest {
    private static final String WSL = """
        'registry': {'HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss\\\\MSI': {'Version': ['REG_SZ', '2.6.3.0']}}\
        """;
    private static final String LIST = "{'run': ['wsl.exe', '--list', '--verbose'],"
            + " 'stdout': '  NAME  STATE  VERSION\\n* U  Running  2\\n  Old  Running  1\\n'}";
    private static final String ENDPOINT = "tcp://127.0.0.1:2375";

    private static Clocks clocks(Ports ports, String... servers) {
        return part(
                ports,
                new ClocksProbe(List.of(servers)),
                new WslProbe(),
                new WslAnswerProbe(),
                new DockerClientProbe(Optional.of(ENDPOINT)),
                new DockerEngineProbe());
    }

    private static Clocks ntp(String entries, String... servers) {
        return clocks(windows("'network': {'ntp': [" + entries + "]}"), servers);
    }

    private static Clocks distro(String... dates) {
        String asked = "{'run': ['wsl.exe', '-d', 'U', '-e', 'date', '+%s.%N'], ";
        String commands = LIST;
        for (String date : dates) commands += ", " + asked + date + "}";
        return clocks(windows(WSL, "'commands': [" + commands + "]"));
    }

    private static Interval millis(long low, long high) {
        return new Interval(Duration.ofMillis(low), Duration.ofMillis(high));
    }

    @Test
    void theHostIsWrongByWhatTheServersSay() {
        Clocks clocks = ntp("""
            {'server': 'a', 'offsetMillis': 41000, 'rttMicros': 40000},
            {'server': 'b', 'offsetMillis': 41010, 'rttMicros': 20000}\
            """, "a", "b");
        Interval host = value(clocks.host());
        assertThat(host.low()).isBetween(Duration.ofMillis(-41060), Duration.ofMillis(-41020));
        assertThat(host.high()).isBetween(Duration.ofMillis(-41000), Duration.ofMillis(-40960));
        assertThat(clocks.samples()).extracting(Clocks.Sample::server).containsExactly("a", "b");
    }

    @Test
    void uncertaintyIsHalfTheWayPlusWhatTheServerAdmits() {
        Interval host = value(ntp("{'server': 'a', 'offsetMillis': 0, 'rttMicros': 40000}", "a")
                .host());
        // 20 ms of way, 3.9 of root delay, 3.9 of dispersion, 16 of tick.
        assertThat(host.high()).isBetween(Duration.ofMillis(43), Duration.ofMillis(44));
        assertThat(host.middle().abs()).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void theFastestOfSeveralAnswersCounts() {
        Clocks clocks = ntp("""
            {'server': 'a', 'offsetMillis': 300, 'rttMicros': 900000},
            {'server': 'a', 'offsetMillis': 5, 'rttMicros': 10000},
            {'server': 'a', 'offsetMillis': 200, 'rttMicros': 700000}\
            """, "a");
        assertThat(value(clocks.host()).high()).isLessThan(Duration.ofMillis(40));
    }

    @Test
    void aFalsetickerIsOutvotedButShown() {
        Clocks clocks = ntp("""
            {'server': 'a', 'offsetMillis': 0}, {'server': 'b', 'offsetMillis': 90000},
            {'server': 'c', 'offsetMillis': 3}\
            """, "a", "b", "c");
        assertThat(value(clocks.host()).provenMagnitude()).isZero();
        assertThat(clocks.samples())
                .hasSize(3)
                .allMatch(sample -> sample.offset().isKnown());
    }

    @Test
    void withoutAMajorityNothingIsProven() {
        Clocks clocks = ntp("{'server': 'a', 'offsetMillis': 0}, {'server': 'b', 'offsetMillis': 90000}", "a", "b");
        assertThat(why(clocks.host())).isEqualTo("UNREADABLE the time servers contradict each other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'leap': 3               | leap 3
        'stratum': 0            | stratum 0
        'stratum': 16           | stratum 16
        'rttMicros': 1600000    | round trip
        'replyBase64': 'AAAA'   | reply of 3 bytes
        """)
    void whatIsNoTimeIsDiscarded(String entry, String reason) {
        Clocks clocks = ntp("{'server': 'a', " + entry + "}", "a");
        assertThat(why(clocks.samples().getFirst().offset()))
                .contains("UNREADABLE")
                .contains(reason);
        assertThat(clocks.host()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void aReplyToAnotherRequestIsDiscarded() {
        String zeroes = "JAIG6AAAAgAAAAEAR05TUwAAAAAAAAAAAAAAAAAAAADtqjIAAAAAAO2qMgAAAAAA";
        assertThat(why(ntp("{'server': 'a', 'replyBase64': '" + zeroes + "'}", "a")
                        .host()))
                .isEqualTo("UNREADABLE reply to another request");
    }

    @Test
    void whereUdpIsBlockedTheWebTellsTheSecond() {
        String blocked = "{'server': 'a', 'failed': 'timeout'}";
        String page =
                "{'url': 'http://www.msftconnecttest.com/connecttest.txt', 'status': 200, 'millis': 100, 'headers':"
                        + " {%s}}";
        Clocks clocks = clocks(
                windows("'network': {'ntp': [" + blocked + "], 'http': ["
                        + page.formatted("'Date': 'Fri, 20 Nov 2026 08:00:41 GMT'") + "]}"),
                "a");
        assertThat(value(clocks.host())).isEqualTo(millis(-42016, -40884));
        Clocks cached = clocks(
                windows("'network': {'ntp': [" + blocked + "], 'http': ["
                        + page.formatted("'Date': 'Fri, 20 Nov 2026 08:00:41 GMT', 'Age': '7'") + "]}"),
                "a");
        assertThat(cause(cached.host())).isEqualTo(Reading.Cause.TIMED_OUT);
        assertThat(cached.samples()).hasSize(4);
    }

    @Test
    void theSecondAnswerOfADistributionCounts() {
        Clocks clocks = distro(
                "'stdout': '1795161600.000000000\\n', 'millis': 3000",
                "'stdout': '1795161559.100000000\\n', 'at': '2026-11-20T08:00:00.000Z', 'millis': 200");
        assertThat(clocks.distros()).singleElement().satisfies(clock -> {
            assertThat(clock.distro()).isEqualTo("U");
            assertThat(value(clock.offset())).isEqualTo(millis(-41116, -40884));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795161600", "1795161600.%N", "1795161600.N"})
    void aClockWithoutNanosecondsIsASecondWide(String printed) {
        Clocks clocks = distro("'stdout': '" + printed + "\\n', 'millis': 100");
        assertThat(value(clocks.distros().getFirst().offset())).isEqualTo(millis(-116, 1016));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'stdout': '08:00 Uhr'                  | UNREADABLE
        'stdout': ''                           | UNREADABLE
        'exit': 1, 'stderr': 'no date here'    | FAILED
        'timedOut': true                       | TIMED_OUT
        """)
    void whatIsNoClockIsUnknown(String date, Reading.Cause cause) {
        assertThat(cause(distro(date).distros().getFirst().offset())).isEqualTo(cause);
    }

    @Test
    void theEngineTellsItsTimeInInfo() {
        String docker = """
            'docker': [{'endpoint': '%s', 'get': '/_ping', 'status': 200, 'body': 'OK'},
                       {'endpoint': '%s', 'get': '/info', 'status': 200, 'millis': 40,
                        'body': {'OSType': 'linux', 'SystemTime': '2026-11-20T07:59:19.5Z'}}]\
            """.formatted(ENDPOINT, ENDPOINT);
        assertThat(value(clocks(windows(docker)).engine())).isEqualTo(millis(-40556, -40484));
        assertThat(cause(clocks(windows()).engine())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void withoutAnythingEveryClockSaysWhy() {
        Clocks clocks = clocks(windows(), "a");
        assertThat(cause(clocks.host())).isEqualTo(Reading.Cause.NOT_RECORDED);
        assertThat(clocks.distros()).isEmpty();
    }

    @Test
    void theTimeServersMayBeChosen() {
        assertThat(ProbeOptions.of(Map.of("DEVDOCTOR_NTP_SERVERS", " 127.0.0.1:1123, ntp.example "))
                        .timeServers())
                .containsExactly("127.0.0.1:1123", "ntp.example");
        assertThat(ProbeOptions.of(Map.of("DEVDOCTOR_NTP_SERVERS", ""))).isEqualTo(ProbeOptions.DEFAULT);
        assertThat(ProbeOptions.of(Map.of())).isEqualTo(ProbeOptions.DEFAULT);
    }

    /// Waiting for the engine takes seconds, in which a distribution may end: a question would start it again.
    @Test
    void noDistributionIsAskedAfterTheList() {
        String date = "{'run': ['wsl.exe', '-d', 'U', '-e', 'date', '+%s.%N'], 'stdout': '1795161600.0\\n'}";
        Ports ports = windows(WSL, "'commands': [" + LIST + ", " + date + "]");
        Clocks clocks = part(
                ports,
                new ClocksProbe(List.of()),
                new NoList(),
                new DockerClientProbe(Optional.of(ENDPOINT)),
                new DockerEngineProbe());
        assertThat(clocks.distros()).isEmpty();
    }

    /// A list that names a running distribution whose facts were never asked.
    private record NoList() implements Probe<WslAnswer> {
        @Override
        public Part<WslAnswer> part() {
            return Part.WSL_ANSWER;
        }

        @Override
        public Reading<WslAnswer> read(Ports system, Machine known) {
            Source source = new Source(Source.Kind.COMMAND, "wsl.exe", known.taken());
            List<WslAnswer.Row> rows = List.of(new WslAnswer.Row("U", "Running", 2, true));
            return new Reading.Known<>(new WslAnswer(new Reading.Known<>(rows, source), Map.of()), source);
        }
    }
}

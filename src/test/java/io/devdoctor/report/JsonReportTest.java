package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The shape that programs read: schema 1.
class JsonReportTest {
    private final JsonNode report = Documents.json(SickMachine.ill().result());

    @Test
    void hasItsMembersInOrder() {
        assertThat(report.propertyNames())
                .containsExactly(
                        "devdoctorReport",
                        "tool",
                        "taken",
                        "lang",
                        "recording",
                        "machine",
                        "clocks",
                        "headline",
                        "findings",
                        "rootCauses",
                        "summary",
                        "redaction");
        assertThat(report.get("devdoctorReport").asInt()).isEqualTo(1);
        assertThat(report.at("/tool/version").asString()).isEqualTo("1.2.3");
        assertThat(report.get("taken").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(report.at("/machine/system").asString()).isEqualTo("Windows 11 24H2 (26100.2314)");
    }

    /// What a chart needs, in whole milliseconds that promise no more than was measured.
    @Test
    void tellsEveryMeasuredClock() throws RecordingException {
        JsonNode clocks = Documents.json(Documents.sample("starved-zh-cn")).get("clocks");
        assertThat(clocks.get("against").asString()).isEqualTo("true-time");
        List<JsonNode> offsets = clocks.get("offsets").valueStream().toList();
        assertThat(offsets.stream().map(clock -> clock.get("clock").asString()))
                .containsExactly("host", "distro", "engine");
        assertThat(offsets.stream().map(clock -> clock.get("name").asString()))
                .containsExactly("", "Ubuntu-24.04", "npipe:////./pipe/dockerDesktopLinuxEngine");
        for (JsonNode clock : offsets) {
            assertThat(clock.get("offsetMillis").asLong())
                    .isBetween(
                            clock.get("lowMillis").asLong(),
                            clock.get("highMillis").asLong());
        }
        // The sample's distribution is 41 s slow, and so is the engine, which has the same clock.
        assertThat(offsets.get(0).get("offsetMillis").asLong()).isBetween(-1000L, 1000L);
        assertThat(offsets.get(1).get("highMillis").asLong()).isBetween(-42_000L, -40_000L);
        assertThat(offsets.get(2).get("highMillis").asLong()).isBetween(-42_000L, -40_000L);
        assertThat(report.at("/clocks/offsets").size()).isZero();
    }

    @Test
    void holdsEveryFindingInExaminationOrder() {
        assertThat(report.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("check").asString()))
                .containsExactly(
                        "wsl.config-memory",
                        "container.out-of-memory",
                        "container.restarting",
                        "clock.wsl",
                        "wsl.distro-version",
                        "wsl.release",
                        "host.memory",
                        "network.reserved-ports");
        assertThat(report.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("verdict").asString()))
                .containsExactly("PROBLEM", "PROBLEM", "WARNING", "UNKNOWN", "WARNING", "INFO", "OK", "NOT_APPLICABLE");
    }

    @Test
    void tellsAllOfAFinding() {
        JsonNode finding = report.at("/findings/0");
        assertThat(finding.propertyNames())
                .containsExactly(
                        "check",
                        "area",
                        "subject",
                        "verdict",
                        "certainty",
                        "title",
                        "message",
                        "why",
                        "evidence",
                        "file",
                        "line",
                        "fixes",
                        "causedBy");
        assertThat(finding.get("area").asString()).isEqualTo("wsl");
        assertThat(finding.get("subject").asString()).isEmpty();
        assertThat(finding.get("certainty").asString()).isEqualTo("CERTAIN");
        assertThat(finding.get("line").asInt()).isEqualTo(2);
        assertThat(finding.get("evidence").toString())
                .isEqualTo("[{\"what\":\"memory in .wslconfig\",\"value\":\"memory=8\","
                        + "\"source\":\"path-1\\\\.wslconfig : 2\",\"at\":\"2026-11-20T07:59:58Z\"}]");
        assertThat(finding.get("fixes").toString())
                .isEqualTo("[{\"id\":\"wsl.config-memory/advised\",\"title\":\"Set the memory limit of WSL to 8 GB\","
                        + "\"safe\":true,\"manual\":false,\"steps\":[],\"command\":\"devdoctor fix wsl.config-memory\","
                        + "\"effects\":[],\"takesEffect\":\"WSL_RESTART\"}]");
        assertThat(finding.get("causedBy").size()).isZero();
        assertThat(report.at("/findings/4/fixes/0/effects").toString()).isEqualTo("[\"STOPS_DISTRO\"]");
        assertThat(report.at("/findings/4/fixes/0/safe").asBoolean()).isFalse();
    }

    @Test
    void namesTheRootCauseAndWhatItExplains() {
        assertThat(report.get("rootCauses").toString())
                .isEqualTo("[{\"check\":\"wsl.config-memory\",\"subject\":\"\",\"explains\":["
                        + "{\"check\":\"container.out-of-memory\",\"subject\":\"build-1\"},"
                        + "{\"check\":\"container.restarting\",\"subject\":\"build-1\"}]}]");
        assertThat(report.at("/findings/2/causedBy").toString())
                .isEqualTo("[{\"check\":\"wsl.config-memory\",\"subject\":\"\"},"
                        + "{\"check\":\"container.out-of-memory\",\"subject\":\"build-1\"}]");
    }

    @Test
    void countsEveryVerdict() {
        assertThat(report.get("summary").toString())
                .isEqualTo(
                        "{\"ok\":1,\"info\":1,\"warning\":2,\"problem\":2,\"unknown\":1,\"notApplicable\":1,\"muted\":0}");
    }

    @Test
    void saysItsLanguage() {
        assertThat(report.get("lang").asString()).isEqualTo("en");
        assertThat(Documents.write(SickMachine.ill().result(), ReportFormat.JSON, Language.CHINESE, true))
                .contains("\"lang\" : \"zh-CN\"")
                .doesNotContain("\r");
    }
}

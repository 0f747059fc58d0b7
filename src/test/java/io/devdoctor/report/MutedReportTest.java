package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Muting;
import io.devdoctor.store.Mute;
import io.devdoctor.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A machine on which its person muted a problem, and an author two lines of a project.
class MutedReportTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private ExaminationResult result;

    @BeforeEach
    void mute() {
        ExaminationResult ill = SickMachine.ill().result();
        Finding memory = finding(ill, "wsl.config-memory");
        Mute mute = new Muting("asked li@corp.example in ticket 7", Optional.of(LocalDate.parse("2027-06-30")), true)
                .of(memory, ill.machine(), NOW);
        Muted.Word comment = new Muted.Word(
                new Muted.By.Comment(new Finding.Place("C:\\src\\shop\\Dockerfile", 3)),
                "needed by the build",
                Optional.empty(),
                false);
        Muted.Word entry = new Muted.Word(
                new Muted.By.ProjectFile(new Finding.Place("C:\\src\\shop\\.devdoctor.yml", 2)),
                "",
                Optional.empty(),
                false);
        Finding info = finding(ill, "wsl.release").muted(List.of(comment, entry));
        SickMachine machine = new SickMachine();
        ill.findings().forEach(one -> machine.add(one.check().id().equals("wsl.release") ? info : one));
        result = machine.result().hearing(new MachineMutes(List.of(mute), "settings.json"), NOW);
    }

    private static Finding finding(ExaminationResult result, String check) {
        return result.findings().stream()
                .filter(one -> one.check().id().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode item(JsonNode report, String check) {
        return report.get("findings")
                .valueStream()
                .filter(one -> one.get("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jsonSaysWhatIsMutedByWhomAndHowLong() {
        JsonNode report = Documents.json(result);
        JsonNode memory = item(report, "wsl.config-memory");
        assertThat(memory.get("verdict").asString()).isEqualTo("OK");
        assertThat(memory.get("title").asString()).isEqualTo("WSL runs with 256 MB of memory");
        assertThat(memory.get("evidence")).hasSize(1);
        assertThat(memory.get("fixes")).hasSize(1);
        JsonNode muted = memory.get("muted");
        assertThat(muted.get("verdict").asString()).isEqualTo("PROBLEM");
        assertThat(muted.get("reason").asString()).contains("ticket 7").doesNotContain("corp.example");
        assertThat(muted.get("until").asString()).isEqualTo("2027-06-30");
        assertThat(muted.get("untilChanged").asBoolean()).isTrue();
        assertThat(muted.at("/by/0/who").asString()).isEqualTo("machine");
        JsonNode by = item(report, "wsl.release").at("/muted/by");
        assertThat(by.at("/0/who").asString()).isEqualTo("comment");
        assertThat(by.at("/0/line").asInt()).isEqualTo(3);
        assertThat(by.at("/1/who").asString()).isEqualTo("project");
        assertThat(report.at("/summary/muted").asInt()).isEqualTo(2);
        assertThat(report.at("/summary/ok").asInt()).isEqualTo(1);
        assertThat(report.at("/summary/problem").asInt()).isEqualTo(1);
        assertThat(item(report, "host.memory").has("muted")).isFalse();
    }

    @Test
    void sarifSuppressesIt() {
        JsonNode log =
                JsonMapper.shared().readTree(Documents.write(result, ReportFormat.SARIF, Language.ENGLISH, true));
        List<JsonNode> results = log.at("/runs/0/results").valueStream().toList();
        assertThat(results).allMatch(one -> one.get("suppressions").isArray());
        JsonNode memory = results.stream()
                .filter(one -> one.get("ruleId").asString().equals("wsl.config-memory"))
                .findFirst()
                .orElseThrow();
        assertThat(memory.get("level").asString()).isEqualTo("error");
        assertThat(memory.at("/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(memory.at("/suppressions/0/justification").asString()).contains("ticket 7");
        JsonNode release = results.stream()
                .filter(one -> one.get("ruleId").asString().equals("wsl.release"))
                .findFirst()
                .orElseThrow();
        assertThat(release.get("level").asString()).isEqualTo("note");
        assertThat(release.at("/suppressions/0/kind").asString()).isEqualTo("inSource");
        assertThat(release.at("/suppressions/0/location/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
        assertThat(release.at("/suppressions/1/kind").asString()).isEqualTo("external");
        assertThat(release.get("suppressions").get(1).has("justification")).isFalse();
        assertThat(results.stream()
                        .filter(one -> one.get("suppressions").isEmpty())
                        .map(one -> one.get("ruleId").asString()))
                .contains("container.out-of-memory", "wsl.distro-version");
    }

    @Test
    void junitSkipsItWithTheReason() {
        String xml = Documents.write(result, ReportFormat.JUNIT, Language.ENGLISH, true);
        assertThat(xml)
                .contains("<skipped message=\"Muted on this machine")
                .contains("ticket 7", "needed by the build", "skipped=\"3\"");
        assertThat(xml).doesNotContain("<failure message=\"WSL runs with");
    }

    @Test
    void peopleFindItFoldedWithItsProof() throws Exception {
        String html = Documents.html(result);
        assertThat(Documents.elements(Documents.parse(html), "details"))
                .filteredOn(fold -> fold.getTextContent().contains("until 2027-06-30 or until it says something else"))
                .singleElement()
                .satisfies(fold -> assertThat(fold.getTextContent())
                        .contains("Muted", "WSL runs with 256 MB of memory", "memory=8", "ticket 7", "Dockerfile:3"));
        String markdown = Documents.markdown(result);
        assertThat(markdown).contains("| Muted | 2 |", "<details><summary>Muted (2)</summary>");
        assertThat(markdown.substring(markdown.indexOf("Muted (2)")))
                .contains("**Problem** · Muted on this machine", "memory=8", "needed by the build");
        assertThat(markdown.substring(0, markdown.indexOf("Muted (2)")))
                .doesNotContain("WSL runs with 256 MB of memory");
    }

    @Test
    void aReportWithoutMutesSpeaksOfNone() {
        ExaminationResult plain = SickMachine.ill().result();
        assertThat(Documents.html(plain)).doesNotContain("hushed\"");
        assertThat(Documents.markdown(plain)).doesNotContain("Muted");
        assertThat(Documents.json(plain).at("/summary/muted").asInt()).isZero();
        assertThat(plain.summary()).containsEntry(Verdict.PROBLEM, 2);
    }
}

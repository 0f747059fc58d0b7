package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.text.Language;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What build servers and code hosts get of a project.
class ProjectDocumentsTest {
    private static final String RECORDING = """
        { "devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
          "os": { "family": "windows", "version": "10.0.26100.2314", "locale": "en-US", "user": "li",
                  "home": "C:\\\\Users\\\\li" },
          "projects": [ "C:\\\\Users\\\\li\\\\my shop" ],
          "files": {
            "C:\\\\Users\\\\li\\\\my shop": { "entries": [ ".devdoctor.yml", "deny" ] },
            "C:\\\\Users\\\\li\\\\my shop\\\\.devdoctor.yml": { "text":
                "mutes:\\n  - {check: a.b}\\n  - {check: c.d, reason: é, until: 2026-01-01}\\n  - {reason: e}\\n" } } }
        """;

    private static ExaminationResult result() throws RecordingException {
        List<Check> mutes = Checks.ALL.stream()
                .filter(check -> check.info().id().equals("project.mutes"))
                .toList();
        return new Examination(
                        RecordedPorts.open(RECORDING.getBytes(StandardCharsets.UTF_8), "shop"), Probes.ALL, mutes)
                .run(_ -> {}, new Cancellation());
    }

    private static byte[] write(ReportFormat format) throws RecordingException {
        return Reports.write(result(), format, new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "1.2.3"));
    }

    @Test
    void sarifNamesFilesAsTheirRepositoryDoes() throws RecordingException {
        JsonNode log = JsonMapper.shared().readTree(write(ReportFormat.SARIF));
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("DevDoctor");
        assertThat(run.at("/tool/driver/rules")).hasSize(1);
        assertThat(run.at("/results")).hasSize(2);
        JsonNode result = run.at("/results/0");
        assertThat(result.get("ruleId").asString()).isEqualTo("project.mutes");
        assertThat(result.get("level").asString()).isEqualTo("warning");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo(".devdoctor.yml");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uriBaseId")
                        .asString())
                .isEqualTo("%SRCROOT%");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isPositive();
        assertThat(result.at("/partialFingerprints/devdoctor~1v1").asString()).hasSize(32);
        assertThat(log.toString()).doesNotContain("Users");
    }

    @Test
    void sarifKeepsItsFingerprintFromRunToRun() throws RecordingException {
        JsonMapper mapper = JsonMapper.shared();
        assertThat(mapper.readTree(write(ReportFormat.SARIF)).at("/runs/0/results"))
                .isEqualTo(mapper.readTree(write(ReportFormat.SARIF)).at("/runs/0/results"));
    }

    @Test
    void junitFailsForAWarning() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(write(ReportFormat.JUNIT)));
        Element suites = document.getDocumentElement();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        Element first = (Element) suites.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("classname")).isEqualTo("project.mutes");
        assertThat(first.getAttribute("file")).isEqualTo(".devdoctor.yml");
        assertThat(first.getElementsByTagName("failure").item(0).getTextContent())
                .contains(".devdoctor.yml:2");
    }
}

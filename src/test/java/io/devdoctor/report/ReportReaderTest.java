package io.devdoctor.report;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.devdoctor.check.Area;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Reports of any origin: what is understood is kept whole, the rest is said in words.
class ReportReaderTest {
    private static final String SMALL = """
        { "devdoctorReport": 1, "taken": "2026-11-20T08:00:00Z", "lang": "en", "findings": [ %s ] }
        """;

    static Stream<String> samples() {
        return Samples.NAMES.stream();
    }

    /// Nothing of a report gets lost on the way through a reader: it could be written again.
    @ParameterizedTest
    @MethodSource("samples")
    void understandsAllOfItsOwnReports(String name) throws RecordingException, UnreadableReport {
        ExaminationResult sample = Documents.sample(name);
        for (Language language : Language.values()) {
            for (boolean redacted : new boolean[] {true, false}) {
                String written = Documents.write(sample, ReportFormat.JSON, language, redacted);
                OpenedReport opened = ReportReader.read(written.getBytes(UTF_8), name + ".json");
                assertThat(opened.remarks()).isEmpty();
                assertThat(new String(JsonReport.write(opened.diagnosis()), UTF_8))
                        .isEqualTo(written);
            }
        }
    }

    @Test
    void putsConsequencesBeneathTheirCauseAgain() throws UnreadableReport {
        ExaminationResult ill = SickMachine.ill().result();
        OpenedReport opened = ReportReader.read(
                Documents.write(ill, ReportFormat.JSON, Language.ENGLISH, true).getBytes(UTF_8), "r.json");
        Diagnosis.Branch memory = opened.diagnosis().branches().getFirst();
        assertThat(memory.item().check()).isEqualTo("wsl.config-memory");
        assertThat(memory.size()).isEqualTo(2);
        assertThat(memory.item().name()).isNotEqualTo("wsl.config-memory");
    }

    /// Windows PowerShell writes what it redirects in UTF-16 with a byte order mark.
    @Test
    void readsWhatPowerShellRedirected() throws UnreadableReport {
        byte[] bytes = ("\uFEFF" + small("")).getBytes(UTF_16LE);
        assertThat(ReportReader.read(bytes, "r.json").diagnosis().findings()).isEmpty();
        byte[] marked = ("\uFEFF" + small("")).getBytes(UTF_8);
        assertThat(ReportReader.read(marked, "r.json").diagnosis().language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void takesWhatItDoesNotKnowForTheLeastThatCanBeSaid() throws UnreadableReport {
        OpenedReport opened = ReportReader.read(small("""
            { "check": "quantum.state", "area": "quantum", "subject": "q", "verdict": "CATASTROPHE",
              "certainty": "CERTAIN", "title": "Both", "message": "m", "why": "w",
              "fixes": [ { "id": "x", "title": "t", "effects": [ "SUMMONS" ], "takesEffect": "NEVER" } ] },
            { "verdict": "OK" }, 7
            """).getBytes(UTF_8), "future.json");
        Diagnosis.Item item = opened.diagnosis().findings().getFirst();
        assertThat(item.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(item.area()).isEqualTo(Area.HOST);
        assertThat(item.name()).isEqualTo("quantum.state");
        assertThat(item.fixes().getFirst().effects()).isEmpty();
        assertThat(opened.diagnosis().summary()).containsEntry(Verdict.UNKNOWN, 1);
        List<String> said = opened.remarks().stream()
                .map(Messages.of(Language.ENGLISH)::say)
                .toList();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("2 findings");
        assertThat(said.get(1)).contains("CATASTROPHE", "SUMMONS", "NEVER");
    }

    /// A newer DevDoctor adds members; it does not turn a text into a number.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "title": 5                                         | findings/0/title
        "message": "m"                                     | findings/0/title
        "title": "t", "evidence": "x"                      | findings/0/evidence
        "title": "t", "evidence": [ { "value": true } ]    | findings/0/evidence/0/value
        "title": "t", "fixes": [ { "safe": "yes", "takesEffect": "NOW" } ] | findings/0/fixes/0/safe
        "title": "t", "fixes": [ { "steps": [ {} ], "takesEffect": "NOW" } ] | findings/0/fixes/0/steps/0
        "title": "t", "causedBy": [ "wsl.release" ]        | findings/0/causedBy/0
        "title": "t", "line": "3"                          | findings/0/line
        "title": "t", "file": null, "newer": [ 1 ]         | ``
        """)
    void saysWhatIsOfAnotherType(String members, String path) throws UnreadableReport {
        OpenedReport opened = ReportReader.read(
                small("{ \"check\": \"wsl.release\", \"verdict\": \"OK\", \"certainty\": \"HINT\", "
                                + "\"area\": \"wsl\", " + members + " }")
                        .getBytes(UTF_8),
                "their.json");
        for (Language language : Language.values()) {
            List<String> said =
                    opened.remarks().stream().map(Messages.of(language)::say).toList();
            if (path.isEmpty()) assertThat(said).isEmpty();
            else assertThat(said).singleElement().asString().contains(path);
        }
    }

    @Test
    void namesSomeOfManyThatAreOfAnotherType() throws UnreadableReport {
        String odd = "{ \"check\": \"wsl.release\", \"verdict\": \"OK\", \"certainty\": \"HINT\", "
                + "\"area\": \"wsl\", \"title\": 5 }";
        OpenedReport opened = ReportReader.read(
                small(odd + ("," + odd).repeat(99))
                        .replace("\"lang\"", "\"machine\": { \"memory\": 16 }, \"tool\": 3, \"lang\"")
                        .getBytes(UTF_8),
                "their.json");
        assertThat(Messages.of(Language.ENGLISH).say(opened.remarks().getFirst()))
                .startsWith("102 members are")
                .contains("tool", "machine/memory", "…")
                .doesNotContain("findings/50");
    }

    @Test
    void believesNoCountButItsOwn() throws UnreadableReport {
        OpenedReport opened = ReportReader.read(
                small("{ \"check\": \"wsl.release\", \"area\": \"wsl\", \"verdict\": \"OK\", \"certainty\":"
                                + " \"CERTAIN\" }")
                        .replace("\"lang\"", "\"summary\": { \"problem\": 99 }, \"lang\"")
                        .getBytes(UTF_8),
                "r.json");
        assertThat(opened.diagnosis().summary())
                .containsEntry(Verdict.PROBLEM, 0)
                .containsEntry(Verdict.OK, 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        report.unreadable.empty       | ``
        report.unreadable.page        | <!DOCTYPE html><html></html>
        report.unreadable.recording   | { "devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z" }
        report.unreadable.truncated   | { "devdoctorReport": 1, "taken": "2026-
        report.unreadable.truncated   | { "devdoctorReport": 1, "findings": [
        report.unreadable.truncated   | { "devdoctorReport": 1,
        report.unreadable.garbage     | { "devdoctorReport": 1, oops: 3 }
        report.unreadable.garbage     | hello
        report.unreadable.garbage     | { "devdoctorReport": 1 } and more
        report.unreadable.other       | [ 1, 2 ]
        report.unreadable.other       | { "name": "devdoctor" }
        report.unreadable.other       | { "devdoctorReport": "1" }
        report.unreadable.sarif       | { "$schema": "https://example/sarif-2.1.0.json", "runs": [] }
        report.unreadable.future      | { "devdoctorReport": 2, "tool": { "version": "9.0" } }
        report.unreadable.future      | { "devdoctorReport": 99999999999999999999 }
        report.unreadable.no-findings | { "devdoctorReport": 1, "taken": "2026-11-20T08:00:00Z" }
        report.unreadable.no-time     | { "devdoctorReport": 1, "findings": [] }
        """)
    void saysWhyAFileCannotBeRead(String reason, String content) {
        refused(reason, content.getBytes(UTF_8));
    }

    @Test
    void refusesWhatWouldFillTheMemory() {
        refused("report.unreadable.deep", ("[".repeat(5_000)).getBytes(UTF_8));
        byte[] huge = new byte[ReportReader.MOST_BYTES + 1];
        Arrays.fill(huge, (byte) ' ');
        huge[0] = '{';
        refused("report.unreadable.huge", huge);
        String many = "1,".repeat(ReportReader.MOST_FINDINGS) + "1";
        refused("report.unreadable.many", small(many).getBytes(UTF_8));
    }

    /// A circle, and a chain longer than any stack.
    @Test
    void endsWhateverCausesWhat() throws UnreadableReport {
        StringBuilder chain = new StringBuilder(caused("a.0", "a.0"));
        for (int i = 1; i < 9_000; i++) chain.append(',').append(caused("a." + i, "a." + (i - 1)));
        OpenedReport opened = ReportReader.read(small(chain.toString()).getBytes(UTF_8), "r.json");
        int all = opened.diagnosis().branches().stream()
                .mapToInt(branch -> 1 + branch.size())
                .sum();
        assertThat(all).isEqualTo(9_000);
    }

    @Test
    void namesTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("left by li.json"), "hello");
        UnreadableReport why = catchThrowableOfType(UnreadableReport.class, () -> ReportReader.open(file));
        assertThat(Messages.of(Language.ENGLISH).say(why.reason())).startsWith("left by li.json is no JSON");
        assertThat(catchThrowableOfType(UnreadableReport.class, () -> ReportReader.open(folder))
                        .reason()
                        .key())
                .isEqualTo("report.unreadable.folder");
        assertThat(catchThrowableOfType(UnreadableReport.class, () -> ReportReader.open(folder.resolve("gone")))
                        .reason()
                        .key())
                .isEqualTo("report.unreadable.missing");
    }

    @Test
    void tellsARecordingFromAReport() {
        UnreadableReport why = catchThrowableOfType(
                UnreadableReport.class, () -> ReportReader.read("{ \"devdoctorRecording\": 1 }".getBytes(UTF_8), "m"));
        assertThat(why.isRecording()).isTrue();
    }

    private static void refused(String reason, byte[] bytes) {
        UnreadableReport why =
                catchThrowableOfType(UnreadableReport.class, () -> ReportReader.read(bytes, "their.json"));
        assertThat(why.reason().key()).isEqualTo(reason);
        for (Language language : Language.values()) {
            assertThat(Messages.of(language).say(why.reason())).contains("their.json");
        }
    }

    private static String small(String findings) {
        return SMALL.formatted(findings);
    }

    private static String caused(String check, String cause) {
        return "{\"check\":\"%s\",\"verdict\":\"PROBLEM\",\"causedBy\":[{\"check\":\"%s\"}]}".formatted(check, cause);
    }
}

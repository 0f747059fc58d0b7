package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void readsLikeAReport() {
        assertThat(Documents.markdown(SickMachine.ill().result()))
                .startsWith("# One cause explains 2 symptoms: WSL runs with 256 MB of memory\n")
                .contains("| Problems | 2 |", "| System | Windows 11 24H2 (26100.2314) |")
                .contains("""
                    - **Problem** WSL runs with 256 MB of memory
                      - **Problem** Container build-1 was killed for lack of memory
                        - **Warning** Container build-1 restarts again and again
                    """)
                .contains("- Fix: **Set the memory limit of WSL to 8 GB** · safe, takes effect after WSL restarts\n")
                .contains("""
                    <details><summary>Evidence (1)</summary>

                    ```text
                    memory in .wslconfig: memory=8
                        path-1\\.wslconfig : 2  15:59:58
                    ```

                    </details>
                    """)
                .contains("<details><summary>Passed (1)</summary>\n\n- 16 GB of memory · `host.memory`\n")
                .endsWith("Made by DevDoctor 1.2.3, which sent nothing anywhere.\n");
    }

    @Test
    void fitsIntoAPostAndSaysWhatIsLeftOut() {
        String report = Documents.markdown(many(400, "line of a log\n".repeat(60)));
        assertThat(report)
                .hasSizeLessThanOrEqualTo(MarkdownReport.LIMIT)
                .contains("| Warnings | 402 |")
                .containsPattern("\\*\\*\\d{3} parts of this report are left out here")
                .endsWith("which sent nothing anywhere.\n");
        assertThat(Documents.outsideFences(report)).contains("### Warning 0 of many");
    }

    @Test
    void bothLanguagesFitIntoOnePost() {
        ReportOptions both = new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "1.2.3").bilingually();
        String report = new String(
                Reports.write(many(400, "line of a log\n".repeat(60)), ReportFormat.MARKDOWN, both),
                StandardCharsets.UTF_8);
        assertThat(report)
                .hasSizeLessThanOrEqualTo(MarkdownReport.LIMIT)
                .startsWith("# One cause explains 2 symptoms")
                .contains("<details><summary>同一份报告的简体中文版</summary>\n\n# 2 个症状源于同一个原因")
                .endsWith("\n\n</details>\n");
        assertThat(report.split("<details>", -1)).hasSameSizeAs(report.split("</details>", -1));
    }

    @Test
    void aHugeValueIsCutAndSaysSo() {
        String report = Documents.markdown(many(1, "x".repeat(100_000)));
        assertThat(report).hasSizeLessThan(20_000).contains("(96000 more characters)");
        assertThat(report).doesNotContain("left out");
    }

    private static ExaminationResult many(int count, String value) {
        SickMachine machine = SickMachine.ill();
        for (int i = 0; i < count; i++) {
            machine.add(finding(
                    info("container.log-size", Area.CONTAINER),
                    Subject.container("c" + i, SickMachine.ENDPOINT),
                    Verdict.WARNING,
                    "Warning " + i + " of many",
                    evidence("log", value, "GET /containers/c/logs")));
        }
        return machine.result();
    }
}

package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.testing.Generator;
import io.devdoctor.text.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/// Names and values come from strangers' images, files and tools: they stay text in every format.
public class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "</style></code></details><img src=x onerror=alert(1)>",
            "\"'><svg onload=alert(1)>",
            "]]>&lt;!--<!-- <![CDATA[",
            "@torvalds",
            "@org/team",
            "#1234 GH-12 !7",
            "https://evil.example/x www.evil.example mailto:a@b.example",
            "[click](https://evil.example)",
            "![img](https://evil.example/a.png)",
            "<https://evil.example>",
            "```\n# heading\n```",
            "~~~~\n",
            "`````` ticks",
            "| a | b |",
            "\n\n# heading\n\n- [ ] list\n1. one\n",
            "**bold** __bold__ ~~no~~ \\",
            "\u202Egnp.exe\u202C \u2066isolate\u2069 \u200B\uFEFF",
            "\u0000\u0007\u001B[31mred\u001B[0m\u009B\r",
            "\u2028\u2029\uFFFE \uE000 \uDB40\uDC41",
            "{0} {1,choice,0#x} ''",
            "</summary></details>",
            "构建 服务",
            "a".repeat(3000));

    public static Stream<String> corpus() {
        return PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void staysTextInHtml(String hostile) throws Exception {
        checkHtml(Documents.html(everywhere(hostile)));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void staysTextInMarkdown(String hostile) {
        checkMarkdown(Documents.markdown(everywhere(hostile)), 2);
    }

    /// Code hosts and build servers show these to people.
    @ParameterizedTest
    @MethodSource("corpus")
    void turnsNoDirectionAndMovesNoCursorInSarifAndJunit(String hostile) throws Exception {
        ExaminationResult result = everywhere(hostile);
        String sarif = Documents.write(result, ReportFormat.SARIF, Language.ENGLISH, true);
        checkCharacters(sarif);
        assertThat(JsonMapper.shared().readTree(sarif).at("/runs/0/results").size())
                .isPositive();
        String junit = Documents.write(result, ReportFormat.JUNIT, Language.ENGLISH, true);
        checkCharacters(junit);
        assertThat(Documents.parse(junit).getDocumentElement().getTagName()).isEqualTo("testsuites");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void survivesInJson(String hostile) {
        assertThat(Documents.json(everywhere(hostile))
                        .at("/findings/8/evidence/0/value")
                        .asString())
                .hasSizeGreaterThanOrEqualTo(hostile.length() / 2);
    }

    @Test
    void anyMixtureStaysText() {
        Generator.check(25, generator -> {
            String hostile = generator.oneOf(PIECES) + generator.oneOf(PIECES) + generator.oneOf(PIECES);
            ExaminationResult result = everywhere(hostile);
            checkMarkdown(Documents.markdown(result), 2);
            try {
                checkHtml(Documents.html(result));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void checkHtml(String html) throws Exception {
        Document page = Documents.parse(html);
        for (String tag : List.of("script", "img", "iframe", "link")) {
            assertThat(Documents.elements(page, tag)).isEmpty();
        }
        assertThat(Documents.elements(page, "*"))
                .allMatch(element -> !element.hasAttribute("onload") && !element.hasAttribute("onerror"));
        assertThat(Documents.elements(page, "style")).hasSize(1);
        checkCharacters(html);
    }

    /// @param columns of its tables
    public static void checkMarkdown(String markdown, int columns) {
        String read = Documents.withoutOwnLinks(Documents.outsideFences(markdown));
        checkCharacters(markdown);
        assertThat(read.replaceAll("</?(?:details|summary)>", "")).doesNotContain("<");
        assertThat(read).doesNotContainPattern("@[\\p{L}\\p{N}]").doesNotContain("://", "www.");
        assertThat(read.replace("\\\\", "")).doesNotContainPattern("(?<!\\\\)\\]\\(");
        assertThat(read).doesNotContainPattern("(?<!&)#\\d").doesNotContainPattern("GH-\\d");
        assertThat(read.lines().filter(line -> line.startsWith("#"))).allMatch(line -> line.matches("#{1,3} .+"));
        assertThat(read.split("<details>", -1)).hasSameSizeAs(read.split("</details>", -1));
        assertThat(read.lines().filter(line -> line.startsWith("|")))
                .allMatch(row -> row.replace("\\\\", "").split("(?<!\\\\)\\|", -1).length == columns + 2);
    }

    public static void checkCharacters(String document) {
        assertThat(document.codePoints().filter(point -> point != '\n' && point != '\t'))
                .allMatch(point -> switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                });
    }

    public static ExaminationResult everywhere(String hostile) {
        return SickMachine.ill()
                .add(finding(
                                info("wsl.config-syntax", Area.WSL),
                                Subject.container(hostile, SickMachine.ENDPOINT),
                                Verdict.PROBLEM,
                                "About " + hostile,
                                evidence("Read " + hostile, hostile, hostile))
                        .at(hostile, 3))
                .add(finding(info("host.disk-space", Area.HOST), Subject.container(hostile, ""), Verdict.OK, hostile))
                .result();
    }
}

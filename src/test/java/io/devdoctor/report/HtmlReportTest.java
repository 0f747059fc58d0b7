package io.devdoctor.report;

import static io.devdoctor.report.Documents.elements;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    private final ExaminationResult ill = SickMachine.ill().result();

    @ParameterizedTest
    @EnumSource
    void isWellFormedAndSaysItsLanguage(Language language) throws Exception {
        String html = Documents.write(ill, ReportFormat.HTML, language, true);
        Document page = Documents.parse(html);
        assertThat(html).startsWith("<!DOCTYPE html>");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
        assertThat(page.getDocumentElement().getTextContent())
                .doesNotContainPattern("\\b(?:report|verdict|effect|takes-effect|certainty|area|fact)\\.[A-Za-z-]+");
    }

    @Test
    void needsNothingFromOutside() throws Exception {
        String html = Documents.html(ill);
        assertThat(html).doesNotContain("src=", "url(", "@import", "<script", "<link", "<iframe", "<base");
        assertThat(elements(Documents.parse(html), "a"))
                .isNotEmpty()
                .allMatch(link -> link.getAttribute("href").startsWith("#f") || isDocumentation(link));
    }

    /// Opened by a click alone, and without saying from where.
    private static boolean isDocumentation(Element link) {
        return link.getAttribute("href").startsWith("https://")
                && link.getAttribute("rel").equals("noreferrer");
    }

    @Test
    void everyFindingStandsInOnePlaceAndEveryLinkLeadsToOne() throws Exception {
        Document page = Documents.parse(Documents.html(ill));
        List<String> places = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> id.matches("f\\d+"))
                .toList();
        assertThat(places).containsExactlyInAnyOrder("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");
        assertThat(places)
                .containsAll(elements(page, "a").stream()
                        .filter(link -> !isDocumentation(link))
                        .map(link -> link.getAttribute("href").substring(1))
                        .toList());
    }

    @Test
    void consequencesStandBeneathTheirCause() throws Exception {
        Document page = Documents.parse(Documents.html(ill));
        String cause = elements(page, "article").getFirst().getTextContent();
        assertThat(cause)
                .contains("WSL runs with 256 MB of memory", "2 consequences", "Container build-1 was killed")
                .contains("OOMKilled=true, ExitCode=137", "RestartCount=41")
                .doesNotContain("Debian");
        assertThat(elements(page, "h2").stream()
                        .map(heading -> heading.getTextContent().strip()))
                .contains("Root cause", "Also found", "Problems 2 1 beneath its cause", "What was masked");
    }

    /// Who cannot see colours hears or sees another word or form.
    @Test
    void everyVerdictHasAnIconOfItsOwn() throws Exception {
        Document page = Documents.parse(Documents.html(ill));
        List<String> drawn = elements(page, "symbol").stream()
                .map(symbol -> symbol.getAttribute("id"))
                .toList();
        List<String> used = elements(page, "use").stream()
                .map(use -> use.getAttribute("href").substring(1))
                .toList();
        assertThat(drawn).containsAll(used).doesNotHaveDuplicates();
        assertThat(used).contains("i-problem", "i-warning", "i-unknown", "i-info", "i-ok", "i-not-applicable", "i-fix");
    }

    @Test
    void tellsWhatPseudonymsStandFor() throws Exception {
        String text = Documents.parse(Documents.html(ill)).getDocumentElement().getTextContent();
        assertThat(text).contains("path-1", "home folder or path", "on a Windows drive");
    }

    @Test
    void drawsWhatWasMeasured() throws Exception {
        Document page = Documents.parse(Documents.html(Documents.sample("starved-zh-cn")));
        List<Element> pictures = elements(page, "figure");
        assertThat(pictures.stream()
                        .map(picture -> elements(picture, "b").getFirst().getTextContent()))
                .containsExactly("Memory", "Clocks", "Disk of the Docker engine", "Drives with virtual disks", "Ports");
        assertThat(elements(pictures.getFirst(), "tr").stream()
                        .map(row -> row.getTextContent().strip()))
                .containsExactly(
                        "Windows10.9 GB of 15.9 GB in use",
                        "WSL1.5 GB of 1.9 GB in use",
                        "Engine1.9 GB",
                        "advised: 8 GB");
        assertThat(pictures.stream().flatMap(picture -> elements(picture, "rect").stream()))
                .isNotEmpty()
                .allMatch(rect -> rect.getAttribute("x").matches("\\d{1,3}\\.\\d\\d%"));
    }

    @Test
    void holdsBothLanguagesWhereBothAreWished() throws Exception {
        ReportOptions both = new ReportOptions(Language.CHINESE, true, ZoneOffset.UTC, "1.2.3").bilingually();
        String html = new String(Reports.write(ill, ReportFormat.HTML, both), StandardCharsets.UTF_8);
        Document page = Documents.parse(html);
        List<String> ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("f1", "g1", "f8", "g8", "choose-first", "choose-second");
        assertThat(elements(page, "h1")).hasSize(2);
        assertThat(elements(page, "label").stream().map(Element::getTextContent))
                .containsExactly("简体中文", "English");
        assertThat(elements(page, "footer").stream().map(Element::getTextContent))
                .satisfiesExactly(
                        chinese -> assertThat(chinese).contains("由 DevDoctor"),
                        english -> assertThat(english).contains("Made by DevDoctor"));
        // The same thing is the same in both, and counted once for the whole document.
        assertThat(html).contains("path-1").doesNotContain("path-2");
    }
}

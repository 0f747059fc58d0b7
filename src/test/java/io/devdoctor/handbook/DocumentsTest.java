package io.devdoctor.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Documentation;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Documents agree with each other and with what they speak of.
class DocumentsTest {
    private static final Pattern ROOM = Pattern.compile("(?m)^ +(\\w+) +\\| ([a-z ]+)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Markdown document : Markdown.all()) {
            for (String link : document.links()) {
                links++;
                if (!isThere(document, link)) broken.add(document.file() + " links to " + link);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    private static boolean isThere(Markdown document, String link) throws IOException {
        if (link.startsWith("https://")) return true;
        String[] parts = link.split("#", 2);
        Path file = document.file().toAbsolutePath();
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) return false;
        return parts.length == 1 || Markdown.read(target).anchors().anyMatch(parts[1]::equals);
    }

    /// Of every check that a report or the window can name, in both languages.
    @Test
    void everyCheckHasItsHeading() throws IOException {
        for (Language language : Language.values()) {
            for (Check check : Checks.ALL) {
                Path page = Path.of(Documentation.page(check.info().area(), language));
                assertThat(Markdown.read(page).anchors())
                        .contains(Documentation.anchor(check.info().id()));
            }
        }
    }

    @Test
    void theChineseReadmeSaysTheSame() throws IOException {
        Markdown english = Markdown.read(Path.of("README.md"));
        Markdown chinese = Markdown.read(Path.of("README.zh-CN.md"));
        assertThat(chinese.depths()).as("headings").isEqualTo(english.depths());
        assertThat(chinese.rows()).as("rows of tables").isEqualTo(english.rows());
        assertThat(chinese.blocks()).as("blocks of code").isEqualTo(english.blocks());
        assertThat(chinese.spans()).as("code in the text").containsExactlyInAnyOrderElementsOf(english.spans());
        List<String> elsewhere = english.links().stream()
                .map(link -> link.replace("docs/checks/", "docs/zh-CN/checks/").replace("README.zh-CN.md", "README.md"))
                .toList();
        assertThat(chinese.links()).as("links and pictures").containsExactlyInAnyOrderElementsOf(elsewhere);
    }

    /// The table of rooms is that of `ArchitectureTest`.
    @Test
    void theRoomsAreThoseThatTheBuildEnforces() throws IOException {
        String rules = Files.readString(Path.of("src/test/java/io/devdoctor/ArchitectureTest.java"));
        String page = Files.readString(Path.of("docs/architecture.md"));
        List<String> rooms = ROOM.matcher(rules)
                .results()
                .map(match -> match.group(1) + " | " + match.group(2).strip())
                .toList();
        List<String> told = Pattern.compile("(?m)^\\| `(\\w+)` \\| .+ \\| ([a-z ]+) \\|$")
                .matcher(page)
                .results()
                .map(match -> match.group(1) + " | " + match.group(2))
                .toList();
        assertThat(told).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(rooms);
    }

    /// A release without words about it is none.
    @Test
    void theChangelogKnowsThisVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = Pattern.compile("<artifactId>devdoctor</artifactId>\\s+<version>([^<]+)</version>")
                .matcher(pom)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String heading = version.endsWith("-SNAPSHOT") ? "[Unreleased]" : "[" + version + "] - ";
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("\n## " + heading);
    }
}

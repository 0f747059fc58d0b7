package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a reader of a sample's report sees first: what is wrong, on which machine, and why. The expected words below
/// `src/test/resources/reports` are written by a person, never by the program. How many checks passed is left out:
/// every new check would change it.
class GoldenReportsTest {
    static Stream<Arguments> reports() {
        return Samples.NAMES.stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theFirstScreenSaysWhatIsWrongAndWhy(String name, Language language) throws Exception {
        Path expected = Path.of("src/test/resources/reports", name + "." + language.tag() + ".md");
        String report = Documents.write(Documents.sample(name), ReportFormat.MARKDOWN, language, true);
        assertThat(firstScreen(report)).isEqualTo(Files.readString(expected));
    }

    /// Up to the groups of findings, without the table of counts.
    private static String firstScreen(String report) {
        String counts = report.replaceFirst("\\| [^|]+ \\| [^|]+ \\|\\n\\| --- \\| ---: \\|\\n(?:\\|.*\\n)+\\n", "");
        String start = counts.replaceFirst("(?s)\\n(?:<details>|## [^\\n]+[)）]\\n).*", "");
        return start.strip() + "\n";
    }
}

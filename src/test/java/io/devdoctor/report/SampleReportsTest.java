package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The reports of the sample machines.
class SampleReportsTest {
    static final List<String> NAMES = Samples.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void areWholeInEveryFormatAndLanguage(String name) throws Exception {
        ExaminationResult result = Documents.sample(name);
        assertThat(Documents.json(result).get("findings").size())
                .isEqualTo(result.findings().size());
        for (Language language : Language.values()) {
            String html = Documents.write(result, ReportFormat.HTML, language, true);
            assertThat(Documents.parse(html).getDocumentElement().getTextContent())
                    .doesNotContainPattern("\\b(?:check|fix|report|unknown|evidence)\\.[a-z-]+\\.[a-z.-]+");
            String markdown = Documents.write(result, ReportFormat.MARKDOWN, language, true);
            assertThat(Documents.outsideCode(Documents.withoutOwnLinks(markdown)))
                    .startsWith("# ")
                    .doesNotContain("://");
            assertThat(List.of(html, markdown))
                    .allSatisfy(document -> assertThat(document)
                            .doesNotContainIgnoringCase(
                                    "Users\\" + result.machine().platform().user()));
        }
    }
}

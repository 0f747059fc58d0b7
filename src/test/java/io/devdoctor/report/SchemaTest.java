package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What programs read is what the published schemas say.
class SchemaTest {
    static Stream<Arguments> machines() {
        return Samples.NAMES.stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void samplesAreWhatTheSchemasSay(String name, Language language) throws Exception {
        ExaminationResult result = Documents.sample(name);
        assertThat(Schemas.report(Documents.write(result, ReportFormat.JSON, language, true)))
                .isEmpty();
        assertThat(Schemas.sarif(Documents.write(result, ReportFormat.SARIF, language, true)))
                .isEmpty();
        Schemas.junit(Documents.write(result, ReportFormat.JUNIT, language, true));
    }

    @ParameterizedTest
    @MethodSource("io.devdoctor.report.HostileTextTest#corpus")
    void hostileNamesAreToo(String hostile) throws Exception {
        ExaminationResult result = HostileTextTest.everywhere(hostile);
        for (boolean redacted : List.of(true, false)) {
            assertThat(Schemas.report(Documents.write(result, ReportFormat.JSON, Language.ENGLISH, redacted)))
                    .isEmpty();
            assertThat(Schemas.sarif(Documents.write(result, ReportFormat.SARIF, Language.ENGLISH, redacted)))
                    .isEmpty();
            Schemas.junit(Documents.write(result, ReportFormat.JUNIT, Language.ENGLISH, redacted));
        }
    }

    /// A schema that accepts everything would pass the tests above.
    @Test
    void aDocumentThatIsNoReportIsRefused() throws Exception {
        String json = Documents.write(SickMachine.ill().result(), ReportFormat.JSON, Language.ENGLISH, true);
        for (String member : Schemas.report()
                .get("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList()) {
            ObjectNode report = (ObjectNode) JsonMapper.shared().readTree(json);
            report.remove(member);
            assertThat(Schemas.report(report.toString())).as(member).isNotEmpty();
        }
        assertThat(Schemas.report(json)).isEmpty();
        assertThat(Schemas.report(json.replace("\"PROBLEM\"", "\"BROKEN\""))).isNotEmpty();
        assertThat(Schemas.report(json.replace("\"lang\"", "\"language\""))).isNotEmpty();
        assertThat(Schemas.report(json.replace("T08:00:00Z", " 08:00"))).isNotEmpty();
        assertThat(Schemas.sarif("{\"version\":\"2.1.0\",\"runs\":[{}]}")).isNotEmpty();
        assertThatThrownBy(
                        () -> Schemas.junit("<testsuites tests=\"1\" failures=\"0\" errors=\"0\"><test/></testsuites>"))
                .isInstanceOf(SAXException.class);
    }
}

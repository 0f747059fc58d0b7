package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.proof.Proof;
import io.devdoctor.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who reads a report sees at its head which engines there are beside Docker Desktop's.
class OtherEnginesTest {
    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"HTML", "MARKDOWN", "JSON"})
    void standAmongTheFactsOfEveryDiagnosis(ReportFormat format) throws Exception {
        ExaminationResult beside = examine("docker.second-engine/beside.json");
        assertThat(Documents.write(beside, format, Language.ENGLISH, true))
                .contains(format == ReportFormat.JSON ? "\"engines\"" : "Other engines")
                .contains("Docker Engine in Ubuntu-24.04")
                .doesNotContain("(does not run)");
        assertThat(Documents.write(beside, format, Language.CHINESE, true))
                .contains(format == ReportFormat.JSON ? "\"engines\"" : "其他引擎")
                .contains("Ubuntu-24.04 中的 Docker Engine");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"HTML", "MARKDOWN", "JSON"})
    void oneThatDoesNotRunSaysSo(ReportFormat format) throws Exception {
        assertThat(Documents.write(examine("docker.second-engine/stopped.json"), format, Language.ENGLISH, true))
                .contains("(does not run)");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void whereThereIsNoneNothingIsSaid(ReportFormat format) throws Exception {
        assertThat(Documents.write(Documents.sample("healthy-en"), format, Language.ENGLISH, true))
                .doesNotContain("Other engines:", "Other engines |", "Other engines<", "\"engines\"");
    }

    private static ExaminationResult examine(String name) throws Exception {
        return Proof.all().stream()
                .filter(proof -> proof.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .examine();
    }
}

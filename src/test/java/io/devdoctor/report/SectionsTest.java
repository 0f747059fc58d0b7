package io.devdoctor.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.text.Language;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person leaves out is in no format, and what remains still holds together.
class SectionsTest {
    private final ExaminationResult starved = starved();

    private static ExaminationResult starved() {
        try {
            return Documents.sample("starved-zh-cn");
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        Diagnosis diagnosis = without(EnumSet.allOf(Section.class));
        assertThat(diagnosis.machine()).isEmpty();
        assertThat(diagnosis.clocks().all()).isEmpty();
        assertThat(diagnosis.findings())
                .isNotEmpty()
                .allMatch(item -> item.verdict().isIllness() || item.verdict() == Verdict.UNKNOWN)
                .allMatch(item -> item.evidence().isEmpty() && item.fixes().isEmpty());
        // Still told: how many there are.
        assertThat(diagnosis.summary().get(Verdict.OK)).isPositive();
    }

    @Test
    void neverLeavesOutWhatIsWrong() {
        assertThat(ill(without(EnumSet.allOf(Section.class)))).isEqualTo(ill(without(Set.of())));
    }

    @ParameterizedTest
    @EnumSource
    void pointsToNothingThatIsLeftOut(Section section) {
        Diagnosis diagnosis = without(Set.of(section));
        List<Diagnosis.Ref> there =
                diagnosis.findings().stream().map(Diagnosis.Item::ref).toList();
        assertThat(diagnosis.findings().stream().flatMap(item -> item.causedBy().stream()))
                .isSubsetOf(there);
        assertThat(diagnosis.roots().stream()
                        .flatMap(root -> Stream.concat(Stream.of(root.cause()), root.explains().stream())))
                .isSubsetOf(there);
        assertThat(diagnosis.branches().stream()
                        .mapToInt(branch -> 1 + branch.size())
                        .sum())
                .isEqualTo(diagnosis.findings().size());
    }

    /// Whoever sees less has also less to mask, and the legend tells of nothing that is not there.
    @Test
    void countsMaskedValuesOfWhatIsThereAlone() {
        int whole = without(Set.of()).legend().stream()
                .mapToInt(each -> each.count())
                .sum();
        int less = without(Set.of(Section.EVIDENCE)).legend().stream()
                .mapToInt(each -> each.count())
                .sum();
        assertThat(less).isLessThan(whole);
    }

    @Test
    void saysSoInTheDocument() throws UnreadableReport {
        Set<Section> leftOut = EnumSet.of(Section.PASSED, Section.EVIDENCE);
        byte[] json = Reports.write(starved, ReportFormat.JSON, options(leftOut));
        OpenedReport opened = ReportReader.read(json, "r.json");
        assertThat(opened.diagnosis().leftOut()).isEqualTo(leftOut);
        assertThat(JsonReport.write(opened.diagnosis())).isEqualTo(json);
        assertThat(new String(Reports.write(starved, ReportFormat.MARKDOWN, options(leftOut)), UTF_8))
                .contains("Left out by choice: evidence, what passed.")
                .doesNotContain("\n<summary>Passed");
    }

    /// A check that says nothing because all was well there was asked nevertheless.
    @Test
    void comparesWithWhatWasWell() throws RecordingException {
        Diagnosis healthy = Reports.diagnose(
                Documents.sample("healthy-en"), options(EnumSet.of(Section.PASSED, Section.NOT_APPLICABLE)));
        Comparison comparison = Comparison.of(healthy, without(Set.of()), Comparison.Relation.OTHER_MACHINE);
        assertThat(comparison.of(Comparison.Kind.UNEXAMINED)).isEmpty();
        assertThat(comparison.of(Comparison.Kind.NEW))
                .extracting(change -> change.telling().check())
                .contains("wsl.config-memory");
    }

    private static List<Diagnosis.Ref> ill(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(item -> item.verdict().isIllness() || item.verdict() == Verdict.UNKNOWN)
                .map(Diagnosis.Item::ref)
                .toList();
    }

    private Diagnosis without(Set<Section> leftOut) {
        return Reports.diagnose(starved, options(leftOut));
    }

    private static ReportOptions options(Set<Section> leftOut) {
        return new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "1.2.3", leftOut);
    }
}

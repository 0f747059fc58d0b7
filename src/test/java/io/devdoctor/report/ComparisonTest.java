package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Verdict;
import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import io.devdoctor.report.Comparison.Relation;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    static Stream<String> samples() {
        return Samples.NAMES.stream();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "OK, PROBLEM, NEW",
        "NOT_APPLICABLE, INFO, NEW",
        "UNKNOWN, WARNING, NEW",
        "INFO, WARNING, WORSE",
        "WARNING, PROBLEM, WORSE",
        "PROBLEM, WARNING, BETTER",
        "UNKNOWN, OK, BETTER",
        "PROBLEM, OK, GONE",
        "INFO, NOT_APPLICABLE, GONE",
        "PROBLEM, UNKNOWN, UNREAD",
        "OK, UNKNOWN, UNREAD",
        "OK, NOT_APPLICABLE, CHANGED",
        "OK, OK, SAME",
        "PROBLEM, PROBLEM, SAME",
    })
    void saysWhatBecameOfAFinding(Verdict before, Verdict after, Kind kind) {
        Comparison comparison = compared(
                diagnosis(false, item("wsl.release", "", before)), diagnosis(false, item("wsl.release", "", after)));
        assertThat(comparison.changes()).extracting(Change::kind).containsExactly(kind);
    }

    @Test
    void seesAnotherValueOfTheSameVerdict() {
        Diagnosis.Item ten = item("drives.free-space", "C:", Verdict.OK, "10 GB free");
        Diagnosis.Item five = item("drives.free-space", "C:", Verdict.OK, "5 GB free");
        assertThat(compared(diagnosis(false, ten), diagnosis(false, five)).of(Kind.CHANGED))
                .hasSize(1);
    }

    /// Otherwise every report of a colleague who speaks another language would differ everywhere.
    @Test
    void readsValuesWhereTheLanguagesDiffer() throws RecordingException {
        var result = Documents.sample("starved-zh-cn");
        Comparison comparison = compared(
                Reports.diagnose(result, options(Language.CHINESE, false)),
                Reports.diagnose(result, options(Language.ENGLISH, false)));
        assertThat(comparison.changes()).extracting(Change::kind).containsOnly(Kind.SAME);
    }

    @Test
    void takesPseudonymsForTheSameWhateverTheirNumber() {
        Diagnosis before = diagnosis(
                true,
                item("project.line-endings", "path-1/a.sh:3", Verdict.PROBLEM, "a of path-1"),
                item("network.dns", "registry-2", Verdict.OK, "registry-2 answers"));
        Diagnosis after = diagnosis(
                true,
                item("project.line-endings", "path-4/a.sh:9", Verdict.PROBLEM, "a of path-4"),
                item("network.dns", "registry-1", Verdict.PROBLEM, "registry-1 does not answer"));
        Comparison comparison = compared(before, after);
        assertThat(comparison.changes()).extracting(Change::kind).containsExactly(Kind.NEW, Kind.SAME);
    }

    /// A colleague's report is pseudonymous, our own machine is not.
    @ParameterizedTest
    @MethodSource("samples")
    void findsNothingBetweenAMachineAndItsOwnRedactedReport(String name) throws RecordingException {
        var result = Documents.sample(name);
        Comparison comparison = Comparison.of(
                Reports.diagnose(result, options(Language.ENGLISH, true)),
                Reports.diagnose(result, options(Language.ENGLISH, false)),
                Relation.OTHER_MACHINE);
        assertThat(comparison.changes()).extracting(Change::kind).containsOnly(Kind.SAME);
    }

    @Test
    void comparesOtherNamesInOrderOnAnotherMachineAlone() {
        Diagnosis ubuntu = diagnosis(false, item("clock.wsl", "Ubuntu", Verdict.OK));
        Diagnosis debian = diagnosis(false, item("clock.wsl", "Debian", Verdict.PROBLEM));
        assertThat(Comparison.of(ubuntu, debian, Relation.OTHER_MACHINE).changes())
                .singleElement()
                .matches(change -> change.before().isPresent() && change.after().isPresent());
        Comparison same = compared(ubuntu, debian);
        assertThat(same.of(Kind.NEW))
                .singleElement()
                .matches(change -> change.before().isEmpty());
        assertThat(same.changes()).hasSize(2);
    }

    /// While all is well a check speaks of the machine; of a distribution as soon as one is ill.
    @Test
    void knowsTheWholeInItsPart() {
        Diagnosis well = diagnosis(false, item("clock.wsl", "", Verdict.OK));
        Diagnosis ill = diagnosis(
                false,
                item("clock.wsl", "Debian", Verdict.WARNING),
                item("clock.wsl", "Ubuntu", Verdict.PROBLEM),
                item("clock.wsl", "Arch", Verdict.OK));
        Comparison comparison = compared(well, ill);
        assertThat(comparison.of(Kind.NEW)).hasSize(2);
        assertThat(comparison.of(Kind.NEW).getFirst().telling().subject()).isEqualTo("Ubuntu");
        assertThat(comparison.of(Kind.NEW).getFirst().before()).isPresent();
        assertThat(compared(ill, well).of(Kind.GONE)).hasSize(2);
    }

    @Test
    void takesAQuestionThatWasNotAskedForNoAnswer() {
        Comparison comparison = compared(
                diagnosis(false, item("wsl.release", "", Verdict.PROBLEM)),
                diagnosis(false, item("clock.wsl", "", Verdict.OK)));
        assertThat(comparison.changes()).extracting(Change::kind).containsOnly(Kind.UNEXAMINED);
    }

    @Test
    void doesNotTakeAMuteForACure() {
        Diagnosis.Item ill = item("wsl.release", "", Verdict.WARNING);
        Diagnosis.Silence silence = new Diagnosis.Silence(Verdict.WARNING, "", "", List.of(), null, false);
        Diagnosis.Item muted = new Diagnosis.Item(
                ill.check(),
                ill.name(),
                ill.area(),
                "",
                Verdict.OK,
                ill.certainty(),
                ill.title(),
                "",
                "",
                List.of(),
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                silence);
        assertThat(compared(diagnosis(false, ill), diagnosis(false, muted)).of(Kind.SAME))
                .hasSize(1);
    }

    @Test
    void namesTheCauseOfWhatCameAndOfWhatWent() throws RecordingException {
        Diagnosis healthy = Reports.diagnose(Documents.sample("healthy-en"), options(Language.ENGLISH, false));
        Diagnosis starved = Reports.diagnose(Documents.sample("starved-zh-cn"), options(Language.ENGLISH, false));
        Comparison fell = Comparison.of(healthy, starved, Relation.OTHER_MACHINE);
        Comparison rose = Comparison.of(starved, healthy, Relation.OTHER_MACHINE);
        for (Comparison comparison : List.of(fell, rose)) {
            Comparison.Cause cause = comparison.causes().getFirst();
            assertThat(cause.change().telling().check()).isEqualTo("wsl.config-memory");
            assertThat(cause.explains())
                    .extracting(change -> change.telling().check())
                    .contains("container.out-of-memory");
            assertThat(comparison.causeOf(cause.explains().getFirst())).contains(cause);
        }
        assertThat(fell.causes().getFirst().change().kind()).isEqualTo(Kind.NEW);
        assertThat(rose.causes().getFirst().change().kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void tellsWhichFactsDiffer() throws RecordingException {
        Diagnosis healthy = Reports.diagnose(Documents.sample("healthy-en"), options(Language.ENGLISH, false));
        Diagnosis hung = Reports.diagnose(Documents.sample("hung-wsl-en"), options(Language.ENGLISH, false));
        assertThat(Comparison.of(healthy, healthy, Relation.SAME_MACHINE).isEmpty())
                .isTrue();
        assertThat(Comparison.of(healthy, hung, Relation.SAME_MACHINE).facts()).isNotEmpty();
    }

    /// For an issue: what one cause explains stands beneath it alone, folded where it is long.
    @Test
    void saysEachDifferenceOnce() throws RecordingException {
        Diagnosis healthy = Reports.diagnose(Documents.sample("healthy-en"), options(Language.ENGLISH, true));
        Diagnosis hung = Reports.diagnose(Documents.sample("hung-wsl-en"), options(Language.ENGLISH, true));
        for (Comparison comparison : List.of(compared(healthy, hung), compared(hung, healthy))) {
            String markdown =
                    new ComparisonMarkdown(comparison, Messages.of(Language.ENGLISH)).write("healthy", "hung");
            List<String> entries = markdown.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("- "))
                    .toList();
            assertThat(entries).hasSize((int) comparison.changes().stream()
                    .filter(change -> change.kind() != Kind.SAME && change.kind() != Kind.UNEXAMINED
                            || comparison.causes().stream()
                                    .anyMatch(cause -> cause.change().equals(change)))
                    .count());
            String unfolded = markdown.replaceAll("(?s)<details>.*?</details>", "");
            assertThat(unfolded.lines().filter(line -> line.strip().startsWith("- ")))
                    .hasSizeLessThan(20);
            assertThat(markdown).contains("<details><summary>It explains ");
        }
    }

    @Test
    void staysWithinTheLengthOfAPost() {
        Diagnosis.Item[] ill = new Diagnosis.Item[2_000];
        for (int i = 0; i < ill.length; i++)
            ill[i] = item("container.restarting", "c" + i, Verdict.PROBLEM, "c" + i + "x".repeat(3000));
        Comparison comparison =
                compared(diagnosis(false, item("container.restarting", "", Verdict.OK)), diagnosis(false, ill));
        assertThat(new ComparisonMarkdown(comparison, Messages.of(Language.ENGLISH)).write("a", "b"))
                .hasSizeLessThan(MarkdownReport.LIMIT)
                .containsPattern("1,[0-9]{3} lines are left out here");
    }

    /// A report may be of any size that its reader lets through.
    @Test
    void comparesManyOfOneCheck() {
        Diagnosis.Item[] ill = new Diagnosis.Item[20_000];
        Diagnosis.Item[] well = new Diagnosis.Item[20_000];
        for (int i = 0; i < ill.length; i++) {
            ill[i] = item("container.restarting", "c" + i, Verdict.PROBLEM);
            well[ill.length - 1 - i] = item("container.restarting", "c" + i, Verdict.OK);
        }
        assertThat(compared(diagnosis(false, ill), diagnosis(false, well)).of(Kind.GONE))
                .hasSize(20_000);
    }

    private static Comparison compared(Diagnosis before, Diagnosis after) {
        return Comparison.of(before, after, Relation.SAME_MACHINE);
    }

    private static ReportOptions options(Language language, boolean redacted) {
        return new ReportOptions(language, redacted, ZoneOffset.UTC, "1.2.3");
    }

    private static Diagnosis.Item item(String check, String subject, Verdict verdict) {
        return item(check, subject, verdict, check);
    }

    private static Diagnosis.Item item(String check, String subject, Verdict verdict, String title) {
        return new Diagnosis.Item(
                check,
                check,
                Area.WSL,
                subject,
                verdict,
                Certainty.CERTAIN,
                title,
                "",
                "",
                List.of(),
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Diagnosis diagnosis(boolean redacted, Diagnosis.Item... items) {
        return new Diagnosis(
                "1",
                Instant.EPOCH,
                Language.ENGLISH,
                null,
                List.of(),
                new Diagnosis.Clocks(true, List.of()),
                "",
                "",
                Arrays.asList(items),
                List.of(),
                List.of(),
                new EnumMap<>(Verdict.class),
                redacted,
                0,
                List.of(),
                Set.of(),
                List.of());
    }
}

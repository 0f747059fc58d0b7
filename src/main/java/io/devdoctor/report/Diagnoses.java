package io.devdoctor.report;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.ClockOffsets;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Origin;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts an examination into words and takes out what must not leave the machine.
final class Diagnoses {
    /// Of a millisecond.
    private static final int NANOS = 1_000_000;

    private final ExaminationResult result;
    private final ReportOptions options;
    /// Those that stand in the document.
    private final List<Finding> findings;
    private final Language language;
    private final Messages messages;
    private final Redaction redaction;

    private final UnaryOperator<String> manner;

    private Diagnoses(
            ExaminationResult result,
            ReportOptions options,
            Language language,
            Redaction redaction,
            UnaryOperator<String> manner) {
        this.result = result;
        this.options = options;
        this.findings = result.findings().stream().filter(options::has).toList();
        this.manner = manner;
        this.language = language;
        this.messages = Messages.of(language).in(options.zone());
        this.redaction = redaction;
    }

    /// @param manner what the format does to every string, after all that must not leave is out of it
    static Diagnosis of(ExaminationResult result, ReportOptions options, UnaryOperator<String> manner) {
        Redaction redaction = Redaction.of(result, List.of(options.language()), options.redacted());
        return new Diagnoses(result, options, options.language(), redaction, manner).diagnosis();
    }

    /// One for each language of the document; the same thing has the same pseudonym in all.
    static List<Diagnosis> all(ExaminationResult result, ReportOptions options, UnaryOperator<String> manner) {
        Redaction redaction = Redaction.of(result, options.languages(), options.redacted());
        List<Diagnosis> all = options.languages().stream()
                .map(language -> new Diagnoses(result, options, language, redaction, manner).diagnosis())
                .toList();
        return all.stream()
                .map(one -> one.masked(redaction.secrets(), redaction.legend()))
                .toList();
    }

    private Diagnosis diagnosis() {
        List<Diagnosis.Fact> machine = machine();
        List<Diagnosis.Item> items = findings.stream().map(this::item).toList();
        List<CauseGraph.Root> roots = result.causes().roots().stream()
                .filter(root -> findings.contains(root.cause()))
                .toList();
        String headline = say(result.headline().title());
        String explanation = roots.isEmpty() ? "" : say(roots.getFirst().cause().message());
        List<Sketch> pictures = options.has(Section.MACHINE) ? Sketches.of(result, messages, this::words) : List.of();
        return new Diagnosis(
                options.version(),
                result.startedAt(),
                language,
                recording(),
                machine,
                clocks(),
                headline,
                explanation,
                items,
                Outline.of(findings, result.causes(), items),
                roots.stream().map(this::root).toList(),
                result.summary(),
                redaction.isPseudonymous(),
                redaction.secrets(),
                redaction.legend(),
                options.leftOut(),
                pictures);
    }

    /// A label was given to be seen, so it stands as it is; only a secret in it is none.
    private List<Diagnosis.Fact> machine() {
        List<Diagnosis.Fact> facts = new ArrayList<>();
        String label = options.host();
        if (label != null) {
            String shown = manner.apply(Secrets.mask(label).text());
            facts.add(new Diagnosis.Fact("host-label", messages.say("fact.host-label"), shown));
        }
        if (!options.has(Section.MACHINE)) return List.copyOf(facts);
        MachineFacts.of(result.machine(), messages)
                .forEach(fact -> facts.add(new Diagnosis.Fact(fact.id(), fact.label(), words(fact.value()))));
        return List.copyOf(facts);
    }

    private Diagnosis.Clocks clocks() {
        ClockOffsets measured = ClockOffsets.of(result.machine());
        List<ClockOffsets.Offset> clocks = options.has(Section.MACHINE) ? measured.clocks() : List.of();
        return new Diagnosis.Clocks(
                measured.againstTrueTime(), clocks.stream().map(this::clock).toList());
    }

    /// Whole milliseconds that promise no more than was measured.
    private Diagnosis.Clock clock(ClockOffsets.Offset clock) {
        Interval offset = clock.offset();
        return new Diagnosis.Clock(
                clock.kind(),
                words(clock.name()),
                offset.middle().toMillis(),
                floor(offset.low()),
                -floor(offset.high().negated()));
    }

    private static long floor(Duration span) {
        return span.minusNanos(span.getNano() % NANOS).toMillis();
    }

    private @Nullable String recording() {
        return switch (result.origin()) {
            case Origin.Live _ -> null;
            case Origin.Replay(String name, String _) -> words(name);
        };
    }

    private Diagnosis.Item item(Finding finding) {
        Finding.Place place = finding.place();
        return new Diagnosis.Item(
                finding.check().id(),
                say(Text.of(finding.check().nameKey())),
                finding.check().area(),
                words(finding.subject().name()),
                finding.verdict(),
                finding.certainty(),
                say(finding.title()),
                say(finding.message()),
                say(Text.of(finding.check().whyKey())),
                options.has(Section.EVIDENCE)
                        ? finding.evidence().stream().map(this::proof).toList()
                        : List.of(),
                place == null ? null : words(place.file()),
                place == null ? 0 : place.line(),
                finding.places().stream().map(this::spot).toList(),
                options.has(Section.FIXES)
                        ? finding.fixes().stream()
                                .map(fix -> cure(finding, fix))
                                .toList()
                        : List.of(),
                refs(result.causes().causesOf(finding)),
                finding.muted().map(this::silence).orElse(null));
    }

    private Diagnosis.Silence silence(Muted muted) {
        return new Diagnosis.Silence(
                muted.verdict(),
                words(muted.reason()),
                say(muted.sentence()),
                muted.words().stream().map(this::voice).toList(),
                muted.until().orElse(null),
                muted.untilChanged());
    }

    private Diagnosis.Voice voice(Muted.Word word) {
        String reason = words(word.reason());
        return switch (word.by()) {
            case Muted.By.Person _ -> new Diagnosis.Voice(Diagnosis.Voice.Who.MACHINE, reason, null);
            case Muted.By.Comment(Finding.Place at) ->
                new Diagnosis.Voice(Diagnosis.Voice.Who.COMMENT, reason, spot(at));
            case Muted.By.ProjectFile(Finding.Place at) ->
                new Diagnosis.Voice(Diagnosis.Voice.Who.PROJECT, reason, spot(at));
        };
    }

    private Diagnosis.Spot spot(Finding.Place place) {
        return new Diagnosis.Spot(words(ProjectPaths.of(result.machine()).inRepository(place.file())), place.line());
    }

    private Diagnosis.Proof proof(Evidence evidence) {
        return new Diagnosis.Proof(
                say(evidence.what()),
                words(evidence.value()),
                evidence.words().map(this::say).orElseGet(() -> words(evidence.value())),
                words(evidence.source().what()),
                say(evidence.place()),
                evidence.source().at());
    }

    private Diagnosis.Cure cure(Finding finding, Fix fix) {
        String command = fix.isManual() ? "" : new FixTarget(result).command(finding, fix, redaction::words);
        return new Diagnosis.Cure(
                fix.id(),
                say(fix.title()),
                fix.isSafe(),
                fix.isManual(),
                fix.effects().stream().sorted().toList(),
                fix.takesEffect(),
                fix.steps().stream().flatMap(this::byHand).toList(),
                manner.apply(command));
    }

    private Stream<String> byHand(Step step) {
        if (!(step instanceof Step.Manual(var words, var opens))) return Stream.of();
        Stream<String> said = Stream.of(say(words));
        return opens == null ? said : Stream.concat(said, Stream.of(messages.say("report.fix.open", opens)));
    }

    private Diagnosis.Root root(CauseGraph.Root root) {
        return new Diagnosis.Root(ref(root.cause()), refs(root.explains()));
    }

    private List<Diagnosis.Ref> refs(List<Finding> named) {
        return named.stream().filter(options::has).map(this::ref).toList();
    }

    private Diagnosis.Ref ref(Finding finding) {
        return new Diagnosis.Ref(finding.check().id(), words(finding.subject().name()));
    }

    private String say(Text text) {
        return words(messages.say(text));
    }

    private String words(String text) {
        return manner.apply(redaction.words(text));
    }
}

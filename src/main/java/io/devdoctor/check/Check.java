package io.devdoctor.check;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.function.Function;

/// A judgement: a pure function of facts. No I/O, no clock, no locale, deterministic. Yields at least one finding, OK
/// included.
///
/// Texts of a finding follow from its outcome: `check.<id>.<outcome>.title` and `check.<id>.<outcome>`, both with the
/// same arguments.
public interface Check {
    CheckInfo info();

    List<Finding> examine(Machine machine);

    /// Judges a reading whose Unknown and NotApplicable cases need no thought of their own.
    ///
    /// @param absent what it means that the thing is not there
    default <T> List<Finding> judge(
            Reading<T> reading,
            Subject subject,
            Reading.Judgement<? super T, List<Finding>> known,
            Function<Source, List<Finding>> absent) {
        return switch (reading) {
            case Reading.Known<T>(T value, Source source) -> known.apply(value, source);
            case Reading.Absent<T>(Source source) -> absent.apply(source);
            case Reading.Unknown<T> unknown -> List.of(unknown(subject, unknown));
            case Reading.NotApplicable<T> _ -> List.of(notApplicable(subject));
        };
    }

    /// As [#judge], where absence means that the question does not arise.
    default <T> List<Finding> judgeIfPresent(
            Reading<T> reading, Subject subject, Reading.Judgement<? super T, List<Finding>> known) {
        return judge(reading, subject, known, _ -> List.of(notApplicable(subject)));
    }

    default Finding ok(Subject subject, String outcome, Object... args) {
        return finding(subject, Verdict.OK, Certainty.CERTAIN, outcome, List.of(), args);
    }

    default Finding info(Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return finding(subject, Verdict.INFO, Certainty.CERTAIN, outcome, evidence, args);
    }

    default Finding warning(Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return finding(subject, Verdict.WARNING, Certainty.CERTAIN, outcome, evidence, args);
    }

    default Finding problem(Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return finding(subject, Verdict.PROBLEM, Certainty.CERTAIN, outcome, evidence, args);
    }

    /// What we know from a table or a pattern only, hence at most a warning.
    default Finding likely(Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return finding(subject, Verdict.WARNING, Certainty.LIKELY, outcome, evidence, args);
    }

    default Finding finding(
            Subject subject,
            Verdict verdict,
            Certainty certainty,
            String outcome,
            List<Evidence> evidence,
            Object... args) {
        String key = "check." + info().id() + "." + outcome;
        return new Finding(
                info(),
                subject,
                verdict,
                certainty,
                Text.of(key + ".title", args),
                Text.of(key, args),
                evidence,
                List.of(),
                List.of());
    }

    /// "Could not be checked", with the reason as evidence.
    default Finding unknown(Subject subject, Reading.Unknown<?> reading) {
        String key = "unknown." + reading.cause().name();
        Text name = Text.of(info().nameKey());
        return new Finding(
                info(),
                subject,
                Verdict.UNKNOWN,
                Certainty.CERTAIN,
                Text.of("unknown.title", name, Text.of(key + ".short")),
                Text.of(key, Evidence.place(reading.source())),
                List.of(new Evidence(Text.of(key + ".short"), reading.detail(), reading.source())),
                List.of(),
                List.of());
    }

    default Finding notApplicable(Subject subject) {
        Text name = Text.of(info().nameKey());
        return new Finding(
                info(),
                subject,
                Verdict.NOT_APPLICABLE,
                Certainty.CERTAIN,
                Text.of("not-applicable.title", name),
                Text.of("not-applicable"),
                List.of(),
                List.of(),
                List.of());
    }
}

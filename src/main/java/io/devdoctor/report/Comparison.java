package io.devdoctor.report;

import io.devdoctor.check.Verdict;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What differs between two diagnoses, and which causes explain it. The two may come from one machine at two times or
/// from two machines; `before` is then the other one.
///
/// @param facts   of the machine that are not the same on both sides
/// @param changes every pair of findings, those that matter most first
/// @param causes  findings that explain differences
public record Comparison(
        Diagnosis before, Diagnosis after, List<FactChange> facts, List<Change> changes, List<Cause> causes) {

    /// Whose the two diagnoses are, which decides what is the same thing on both sides.
    public enum Relation {
        /// Things have names.
        SAME_MACHINE,
        /// The first distribution here is compared with the first one there.
        OTHER_MACHINE
    }

    /// In the order in which people want to know.
    public enum Kind {
        /// Was fine or not there, and is worth knowing now, or worse.
        NEW,
        WORSE,
        /// Was read, and cannot be read now.
        UNREAD,
        BETTER,
        /// Is fine or not there any more.
        GONE,
        /// The same verdict in other words: another value.
        CHANGED,
        /// The other side did not look.
        UNEXAMINED,
        SAME
    }

    /// One finding on both sides.
    ///
    /// @param before empty if there was none of it; one of the two is there
    public record Change(Kind kind, Optional<Diagnosis.Item> before, Optional<Diagnosis.Item> after) {
        /// The side that tells what there is to know.
        public Diagnosis.Item telling() {
            return kind == Kind.GONE || after.isEmpty() ? before.or(() -> after).orElseThrow() : after.get();
        }
    }

    /// @param before "" if it was not read there
    public record FactChange(String label, String before, String after) {}

    /// @param change   what became of the cause itself, maybe nothing
    /// @param explains what became of its consequences
    public record Cause(Change change, List<Change> explains) {
        public Cause {
            explains = List.copyOf(explains);
        }
    }

    public Comparison {
        facts = List.copyOf(facts);
        changes = List.copyOf(changes);
        causes = List.copyOf(causes);
    }

    public static Comparison of(Diagnosis before, Diagnosis after, Relation relation) {
        Wordings wordings = new Wordings(before, after);
        List<Change> changes = new Matching(before, after, relation)
                .pairs().stream()
                        .map(pair -> new Change(kind(pair, wordings), pair.before(), pair.after()))
                        .sorted(Comparator.comparing(Change::kind)
                                .thenComparingInt(
                                        change -> -change.telling().found().rank()))
                        .toList();
        return new Comparison(before, after, facts(before, after), changes, Causes.of(before, after, changes));
    }

    public List<Change> of(Kind... kinds) {
        List<Kind> wanted = Arrays.asList(kinds);
        return changes.stream().filter(change -> wanted.contains(change.kind())).toList();
    }

    /// Those of a kind that neither are a cause nor stand beneath one.
    public List<Change> unexplained(Kind kind) {
        Set<Change> told = new HashSet<>();
        for (Cause cause : causes) {
            told.add(cause.change());
            told.addAll(cause.explains());
        }
        return of(kind).stream().filter(change -> !told.contains(change)).toList();
    }

    /// Whether nobody would call the two different.
    public boolean isEmpty() {
        return facts.isEmpty() && changes.stream().allMatch(change -> change.kind() == Kind.SAME);
    }

    /// The cause beneath which a difference stands.
    public Optional<Cause> causeOf(Change change) {
        return causes.stream()
                .filter(cause -> cause.explains().contains(change))
                .findFirst();
    }

    private static Kind kind(Matching.Pair pair, Wordings wordings) {
        if (pair.unexamined()) return Kind.UNEXAMINED;
        Verdict before = pair.before().map(Diagnosis.Item::found).orElse(Verdict.NOT_APPLICABLE);
        Verdict after = pair.after().map(Diagnosis.Item::found).orElse(Verdict.NOT_APPLICABLE);
        if (before == after) {
            boolean same = pair.isHalf()
                    || wordings.same(pair.before().get(), pair.after().get());
            return same ? Kind.SAME : Kind.CHANGED;
        }
        if (after == Verdict.UNKNOWN) return Kind.UNREAD;
        if (before == Verdict.UNKNOWN && !isFine(after)) return Kind.NEW;
        if (before == Verdict.UNKNOWN) return pair.isHalf() ? Kind.GONE : Kind.BETTER;
        if (isFine(before) && isFine(after)) return pair.isHalf() ? Kind.SAME : Kind.CHANGED;
        if (isFine(before)) return Kind.NEW;
        if (isFine(after)) return Kind.GONE;
        return after.rank() > before.rank() ? Kind.WORSE : Kind.BETTER;
    }

    private static boolean isFine(Verdict verdict) {
        return verdict == Verdict.OK || verdict == Verdict.NOT_APPLICABLE;
    }

    private static List<FactChange> facts(Diagnosis before, Diagnosis after) {
        List<FactChange> changes = new ArrayList<>();
        Stream.concat(after.machine().stream(), before.machine().stream())
                .map(Diagnosis.Fact::id)
                .distinct()
                .forEach(id -> {
                    String then = value(before, id);
                    String now = value(after, id);
                    if (!bare(then).equals(bare(now)) && toldBy(before) && toldBy(after))
                        changes.add(new FactChange(label(before, after, id), then, now));
                });
        return changes;
    }

    /// Each language sets brackets and lists in its own way.
    private static String bare(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replace('、', ',')
                .replace(" ", "");
    }

    private static boolean toldBy(Diagnosis diagnosis) {
        return !diagnosis.leftOut().contains(Section.MACHINE);
    }

    private static String value(Diagnosis diagnosis, String id) {
        return fact(diagnosis, id).map(Diagnosis.Fact::value).orElse("");
    }

    private static String label(Diagnosis before, Diagnosis after, String id) {
        return fact(after, id)
                .or(() -> fact(before, id))
                .map(Diagnosis.Fact::label)
                .orElse(id);
    }

    private static Optional<Diagnosis.Fact> fact(Diagnosis diagnosis, String id) {
        return diagnosis.machine().stream().filter(fact -> fact.id().equals(id)).findFirst();
    }
}

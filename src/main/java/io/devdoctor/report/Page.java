package io.devdoctor.report;

import io.devdoctor.check.Documentation;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.privacy.Pseudonym;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A diagnosis as a page: its words, and its findings in the order in which people read them.
public final class Page {
    /// Worst first.
    private static final List<Verdict> ORDER = List.of(
            Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO, Verdict.OK, Verdict.NOT_APPLICABLE);

    private static final int LONGEST_TITLE = 300;

    private final Diagnosis diagnosis;
    private final Messages messages;
    private final ZoneId zone;
    private final boolean isFirst;

    Page(Diagnosis diagnosis, ZoneId zone) {
        this(diagnosis, zone, true);
    }

    /// @param isFirst whether it is the first language of its document
    Page(Diagnosis diagnosis, ZoneId zone, boolean isFirst) {
        this.isFirst = isFirst;
        this.diagnosis = diagnosis;
        this.messages = Messages.of(diagnosis.language()).in(zone);
        this.zone = zone;
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    public String say(String key, Object... args) {
        return messages.say(key, args);
    }

    /// A heading and how many stand beneath it.
    public String counted(String key, int count) {
        return say("report.counted", say(key), count);
    }

    public List<Verdict> verdicts() {
        return ORDER;
    }

    /// What a reader has to look at.
    public List<Verdict> open() {
        return ORDER.subList(0, 3);
    }

    public int count(Verdict verdict) {
        return diagnosis.summary().getOrDefault(verdict, 0);
    }

    /// The worst verdict that occurs, as far as it matters.
    public Verdict worst() {
        return open().stream().filter(verdict -> count(verdict) > 0).findFirst().orElse(Verdict.OK);
    }

    /// Findings with this verdict that stand for themselves; the others stand beneath their cause.
    public List<Diagnosis.Branch> top(Verdict verdict) {
        return diagnosis.branches().stream()
                .filter(branch ->
                        branch.item().verdict() == verdict && !branch.item().isMuted())
                .toList();
    }

    /// Findings that somebody does not want to hear of, the worst first.
    public List<Diagnosis.Branch> muted() {
        return diagnosis.branches().stream()
                .filter(branch -> branch.item().muted() != null)
                .sorted(Comparator.comparingInt(
                        branch -> -Page.rank(branch.item().muted())))
                .toList();
    }

    private static int rank(Diagnosis.@Nullable Silence muted) {
        return muted == null ? 0 : muted.verdict().rank();
    }

    /// How many findings with this verdict stand beneath a cause.
    public int beneath(Verdict verdict) {
        return count(verdict) - top(verdict).size();
    }

    /// Findings that explain others: the one that the headline names, then those that explain most.
    public List<Diagnosis.Branch> causes() {
        return diagnosis.branches().stream()
                .filter(Page::explains)
                .sorted(Comparator.comparing((Diagnosis.Branch branch) -> !isHeadline(branch))
                        .thenComparingInt(branch -> -branch.item().verdict().rank())
                        .thenComparingInt(branch -> -branch.size()))
                .toList();
    }

    private boolean isHeadline(Diagnosis.Branch branch) {
        return !diagnosis.roots().isEmpty()
                && diagnosis.roots().getFirst().cause().equals(branch.item().ref());
    }

    /// Findings to look at that are no cause to mend and follow from none, worst first.
    public List<Diagnosis.Branch> others() {
        return open().stream()
                .flatMap(verdict -> top(verdict).stream())
                .filter(branch -> !explains(branch))
                .toList();
    }

    /// A silence has consequences too, but is itself nothing to mend.
    private static boolean explains(Diagnosis.Branch branch) {
        return branch.size() > 0 && branch.item().verdict().isIllness();
    }

    /// Names a finding's place within the document, which may hold it in another language too.
    public String anchor(Diagnosis.Branch branch) {
        return (isFirst ? "f" : "g") + branch.number();
    }

    public Language language() {
        return diagnosis.language();
    }

    /// `first` or `second` language of the document.
    public String ordinal() {
        return isFirst ? "first" : "second";
    }

    /// For lengths in drawings.
    public String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(share, 0, 1) * 100);
    }

    /// Name of the icon and of the colours of a verdict.
    public String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// When the machine was examined, with the distance from UTC: readers live elsewhere.
    public String taken() {
        String offset = DateTimeFormatter.ofPattern("xxx").withZone(zone).format(diagnosis.taken());
        return messages.format().moment(diagnosis.taken()) + " UTC" + offset;
    }

    /// Time of day to the second; with the date where it is not the day of the examination.
    public String time(Instant at) {
        boolean sameDay = at.atZone(zone)
                .toLocalDate()
                .equals(diagnosis.taken().atZone(zone).toLocalDate());
        return DateTimeFormatter.ofPattern(sameDay ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss")
                .withZone(zone)
                .format(at);
    }

    /// A value that may be a whole log: its beginning, and how much is missing.
    public String cut(String value, int limit) {
        if (value.length() <= limit) return value;
        int end = Character.isHighSurrogate(value.charAt(limit - 1)) ? limit - 1 : limit;
        return value.substring(0, end) + " " + say("report.cut", value.length() - end);
    }

    /// A title holds names, and a name may be as long as its maker likes.
    public String title(Diagnosis.Item item) {
        return cut(item.title(), LONGEST_TITLE);
    }

    /// File and line of a finding; "" where there is none.
    public String place(Diagnosis.Item item) {
        if (item.file() == null) return "";
        return item.line() > 0 ? say("report.place", item.file(), item.line()) : item.file();
    }

    /// Where one reads more about the check behind a finding; "" = nowhere.
    public String documentation(Diagnosis.Item item) {
        return Documentation.OF_THIS_BUILD
                .of(item.area(), item.check(), diagnosis.language())
                .orElse("");
    }

    /// What applying a fix takes, and when it is in force.
    public List<Condition> conditions(Diagnosis.Cure cure) {
        List<Condition> conditions = new ArrayList<>();
        if (cure.safe()) conditions.add(new Condition("safe", say("report.fix.safe")));
        if (cure.manual()) conditions.add(new Condition("", say("report.fix.manual")));
        for (Effect effect : cure.effects()) {
            conditions.add(new Condition(effect == Effect.DELETES_DATA ? "risky" : "", say("effect." + effect)));
        }
        if (!cure.manual()) conditions.add(new Condition("", say("takes-effect." + cure.takesEffect())));
        return conditions;
    }

    /// @param style name of its colours, "" = plain
    public record Condition(String style, String words) {}

    /// What is not in the document by choice, in a sentence.
    public Optional<String> leftOut() {
        List<String> names = diagnosis.leftOut().stream()
                .sorted()
                .map(section -> say("report.section." + section.name()))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(say("report.left-out-by-choice", list(names)));
    }

    /// Words joined as the language joins them.
    public String list(List<String> words) {
        return messages.say(Text.of("report.list", Text.several(words)));
    }

    /// What may be told of the thing behind a pseudonym; "" where nothing matters.
    public String shape(Pseudonym pseudonym) {
        List<String> words = new ArrayList<>();
        pseudonym.shape().stream().sorted().forEach(shape -> words.add(say("report.shape." + shape)));
        pseudonym.sameNetworkAs().ifPresent(other -> words.add(say("report.same-network", other)));
        return list(words);
    }
}

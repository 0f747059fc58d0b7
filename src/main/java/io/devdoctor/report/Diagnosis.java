package io.devdoctor.report;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.ClockOffsets;
import io.devdoctor.privacy.Pseudonym;
import io.devdoctor.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An examination in words of one language, redacted: what every format writes down. No format sees anything else, so
/// none can leak more than another.
///
/// @param headline one sentence; @param explanation the root cause's message, "" where there is none
/// @param findings in examination order
/// @param branches the same findings, consequences beneath their cause
/// @param roots    in the order of the cause graph
/// @param secrets  how many secrets were masked
/// @param leftOut  by choice of who wrote it
/// @param pictures none in a report that is read again: it has no facts to draw
public record Diagnosis(
        String version,
        Instant taken,
        Language language,
        @Nullable String recording,
        List<Fact> machine,
        Clocks clocks,
        String headline,
        String explanation,
        List<Item> findings,
        List<Branch> branches,
        List<Root> roots,
        Map<Verdict, Integer> summary,
        boolean redacted,
        int secrets,
        List<Pseudonym> legend,
        Set<Section> leftOut,
        List<Sketch> pictures) {
    public Diagnosis {
        leftOut = Set.copyOf(leftOut);
        pictures = List.copyOf(pictures);
    }

    /// The same with what was masked in the whole document of which it is a part.
    Diagnosis masked(int secretsOfAll, List<Pseudonym> legendOfAll) {
        return new Diagnosis(
                version,
                taken,
                language,
                recording,
                machine,
                clocks,
                headline,
                explanation,
                findings,
                branches,
                roots,
                summary,
                redacted,
                secretsOfAll,
                legendOfAll,
                leftOut,
                pictures);
    }

    /// Whether every check that ran has something to say here.
    boolean isWhole() {
        return leftOut.stream().noneMatch(Section::holdsFindings);
    }

    /// Titles of what explains a finding.
    List<String> causesOf(Item item) {
        return item.causedBy().stream().map(this::title).toList();
    }

    private String title(Ref cause) {
        return findings.stream()
                .filter(item -> item.ref().equals(cause))
                .findFirst()
                .map(Item::title)
                .orElse(cause.check());
    }

    /// A fact about the machine as a whole: its stable name in JSON, its label, its value.
    public record Fact(String id, String label, String value) {}

    /// Every measured clock on one scale.
    ///
    /// @param againstTrueTime whether zero is true time, else it is the machine's own clock
    public record Clocks(boolean againstTrueTime, List<Clock> all) {}

    /// Milliseconds, positive = fast; the truth lies between `low` and `high`.
    ///
    /// @param name as the subject of the finding about it: the distribution, the endpoint, "" for the machine
    public record Clock(ClockOffsets.Kind kind, String name, long offset, long low, long high) {}

    /// One finding.
    ///
    /// @param name what the check decides, a noun phrase
    public record Item(
            String check,
            String name,
            Area area,
            String subject,
            Verdict verdict,
            Certainty certainty,
            String title,
            String message,
            String why,
            List<Proof> evidence,
            @Nullable String file,
            int line,
            List<Spot> spots,
            List<Cure> fixes,
            List<Ref> causedBy,
            @Nullable Silence muted) {
        public boolean isMuted() {
            return muted != null;
        }

        /// What was found, whoever wants to hear of it.
        public Verdict found() {
            return muted == null ? verdict : muted.verdict();
        }

        public boolean isConsequence() {
            return !causedBy.isEmpty();
        }

        public Ref ref() {
            return new Ref(check, subject);
        }
    }

    /// That somebody does not want to hear of a finding.
    ///
    /// @param verdict  what it is without the mute
    /// @param reason   "" where none was given
    /// @param sentence who, until when and why, for people
    public record Silence(
            Verdict verdict,
            String reason,
            String sentence,
            List<Voice> by,
            @Nullable LocalDate until,
            boolean untilChanged) {}

    /// One who said so.
    ///
    /// @param at where it is written down; null for the person at the machine
    public record Voice(Who who, String reason, @Nullable Spot at) {
        public enum Who {
            MACHINE,
            COMMENT,
            PROJECT
        }
    }

    /// A place in a file.
    ///
    /// @param path with `/`: inside a project as its repository names it, else as the machine does
    /// @param line 1-based; 0 = the file as a whole
    public record Spot(String path, int line) {}

    /// A finding and what follows from it.
    ///
    /// @param number of the finding in examination order, from 1
    public record Branch(int number, Item item, List<Branch> consequences) {
        /// So many alike are said as one.
        static final int MANY = 3;

        /// What follows and is told line by line.
        public List<Branch> told() {
            List<Branch> unread = unread();
            return consequences.stream()
                    .filter(below -> !unread.contains(below))
                    .toList();
        }

        /// What could not be checked for this and explains nothing itself: said as one where it is many.
        public List<Branch> unread() {
            List<Branch> unread = consequences.stream()
                    .filter(below -> below.item().verdict() == Verdict.UNKNOWN && below.size() == 0)
                    .toList();
            return unread.size() <= MANY ? List.of() : unread;
        }

        /// How many findings hang beneath, near and far.
        public int size() {
            return consequences.stream().mapToInt(branch -> 1 + branch.size()).sum();
        }
    }

    /// @param shown the value in words for people, where it is none that they would write
    /// @param place the source as people are shown it
    public record Proof(String what, String value, String shown, String source, String place, Instant at) {}

    /// A fix.
    ///
    /// @param byHand  what a person does, where DevDoctor does not
    /// @param command what a person types to have it done; "" where there is none
    public record Cure(
            String id,
            String title,
            boolean safe,
            boolean manual,
            List<Effect> effects,
            TakesEffect takesEffect,
            List<String> byHand,
            String command) {
        public Cure {
            effects = List.copyOf(effects);
            byHand = List.copyOf(byHand);
        }
    }

    /// Names a finding.
    public record Ref(String check, String subject) {}

    public record Root(Ref cause, List<Ref> explains) {}
}

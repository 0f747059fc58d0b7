package io.devdoctor.check;

import io.devdoctor.fix.Fix;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One conclusion about one subject.
///
/// @param title   one line that says what is the matter, with its numbers
/// @param message a few sentences: what was found and what follows
/// @param places  files and lines where there are some, the telling one first
/// @param muted   present where somebody does not want to hear of it: the verdict is OK then, all else as it was found
public record Finding(
        CheckInfo check,
        Subject subject,
        Verdict verdict,
        Certainty certainty,
        Text title,
        Text message,
        List<Evidence> evidence,
        List<Place> places,
        List<Fix> fixes,
        Optional<Muted> muted) {
    public Finding {
        evidence = List.copyOf(evidence);
        places = List.copyOf(places);
        fixes = List.copyOf(fixes);
        if (verdict == Verdict.PROBLEM && certainty != Certainty.CERTAIN) {
            throw new IllegalArgumentException(check.id() + ": only what is certain may be a problem");
        }
        boolean needsProof = verdict != Verdict.OK && verdict != Verdict.NOT_APPLICABLE;
        if (needsProof && evidence.isEmpty()) {
            throw new IllegalArgumentException(check.id() + ": " + verdict + " without evidence");
        }
        if (muted.isPresent() && verdict != Verdict.OK) {
            throw new IllegalArgumentException(check.id() + ": " + verdict + " though it is muted");
        }
    }

    /// One that nobody muted.
    public Finding(
            CheckInfo check,
            Subject subject,
            Verdict verdict,
            Certainty certainty,
            Text title,
            Text message,
            List<Evidence> evidence,
            List<Place> places,
            List<Fix> fixes) {
        this(check, subject, verdict, certainty, title, message, evidence, places, fixes, Optional.empty());
    }

    /// @param line 1-based; 0 = the file as a whole
    public record Place(String file, int line) {}

    /// Identity across runs: the same check about the same subject.
    public Key key() {
        return new Key(check.id(), subject);
    }

    public record Key(String check, Subject subject) {}

    public Finding with(Evidence... more) {
        List<Evidence> all = new java.util.ArrayList<>(evidence);
        all.addAll(List.of(more));
        return evidenced(all);
    }

    /// The same finding, proved by this alone.
    public Finding evidenced(List<Evidence> all) {
        return new Finding(check, subject, verdict, certainty, title, message, all, places, fixes, muted);
    }

    public Finding at(String file, int line) {
        return at(List.of(new Place(file, line)));
    }

    public Finding at(List<Place> several) {
        return new Finding(check, subject, verdict, certainty, title, message, evidence, several, fixes, muted);
    }

    /// The telling place.
    public @Nullable Place place() {
        return places.isEmpty() ? null : places.getFirst();
    }

    /// The same finding, where only these edges may explain it.
    public Finding explainedBy(List<CheckInfo.Cause> causes) {
        CheckInfo narrowed = new CheckInfo(check.id(), check.area(), check.needs(), causes);
        return new Finding(narrowed, subject, verdict, certainty, title, message, evidence, places, fixes, muted);
    }

    /// The same finding, where somebody else decides and a fix would not last.
    public Finding unfixed() {
        return new Finding(check, subject, verdict, certainty, title, message, evidence, places, List.of(), muted);
    }

    public Finding fixedBy(Fix... more) {
        List<Fix> all = new java.util.ArrayList<>(fixes);
        all.addAll(List.of(more));
        return new Finding(check, subject, verdict, certainty, title, message, evidence, places, all, muted);
    }

    /// The same finding, that somebody does not want to hear of.
    public Finding muted(List<Muted.Word> words) {
        Muted how = new Muted(unmuted().verdict(), words);
        return new Finding(
                check, subject, Verdict.OK, certainty, title, message, evidence, places, fixes, Optional.of(how));
    }

    /// What was found, whoever wants to hear of it.
    public Finding unmuted() {
        return muted.map(how ->
                        new Finding(check, subject, how.verdict(), certainty, title, message, evidence, places, fixes))
                .orElse(this);
    }

    public boolean isMuted() {
        return muted.isPresent();
    }
}

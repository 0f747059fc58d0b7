package io.devdoctor.examination;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.store.Mute;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Whether a mute of this machine holds.
public enum MuteState {
    /// It hides a finding.
    ACTIVE,
    /// There is nothing to hide now.
    IDLE,
    /// Its last day is over.
    EXPIRED,
    /// The finding says another sentence than it did, or another value where it was to hold until then: whoever muted
    /// "too low" has not heard "too high".
    CHANGED,
    /// The finding is worse than it was when it was muted, or could not be read.
    WORSE;

    private static final Messages WORDS = Messages.of(Language.ENGLISH).in(ZoneOffset.UTC);

    /// @param finding what the mute is about, without the mute; empty where there is nothing
    static MuteState of(Mute mute, Optional<Finding> finding, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (mute.until().filter(today::isAfter).isPresent()) return EXPIRED;
        if (finding.isEmpty()) return IDLE;
        if (!covers(mute.verdict(), finding.get().unmuted().verdict())) return WORSE;
        boolean sameSentence =
                mute.says().stream().allMatch(finding.get().title().key()::equals);
        boolean sameValue = mute.value().stream().allMatch(value(finding.get())::equals);
        return sameSentence && sameValue ? ACTIVE : CHANGED;
    }

    /// Whoever does not want to hear of a warning may well want to know that it cannot be checked any more.
    private static boolean covers(String muted, Verdict now) {
        if (muted.equals(now.name())) return true;
        return now != Verdict.UNKNOWN
                && List.of(Verdict.INFO, Verdict.WARNING, Verdict.PROBLEM).stream()
                        .anyMatch(one -> one.name().equals(muted) && now.rank() <= one.rank());
    }

    /// Whether it says anything that somebody might not want to hear.
    public static boolean isMutable(Finding finding) {
        Verdict verdict = finding.unmuted().verdict();
        return verdict.isIllness() || verdict == Verdict.INFO || verdict == Verdict.UNKNOWN;
    }

    /// What a finding says, in words that do not depend on the reader's language and clock.
    public static String value(Finding finding) {
        return WORDS.say(finding.title());
    }

    /// What a mute is about among the findings of its check: its own subject, or else the one line about the same
    /// setting of the same file to which an edit has moved it.
    static List<Finding> meant(Mute mute, List<Finding> findings) {
        List<Finding> ofCheck = findings.stream()
                .filter(finding -> finding.check().id().equals(mute.check()))
                .toList();
        if (mute.about().isEmpty()) return ofCheck;
        Mute.About about = mute.about().get();
        List<Finding> same = ofCheck.stream()
                .filter(finding -> about.equals(about(finding.subject())))
                .toList();
        if (!same.isEmpty()) return same;
        List<Finding> moved = ofCheck.stream()
                .filter(finding -> isMoved(about, finding.subject()))
                .toList();
        return moved.size() == 1 ? moved : List.of();
    }

    /// Whether the mute is about this one of the findings.
    public static boolean isAbout(Mute mute, Finding finding, List<Finding> findings) {
        return meant(mute, findings).contains(finding);
    }

    static Mute.About about(Subject subject) {
        return new Mute.About(subject.kind().name(), subject.name(), subject.world());
    }

    private static boolean isMoved(Mute.About about, Subject subject) {
        return subject.kind() == Subject.Kind.FILE
                && about.kind().equals(subject.kind().name())
                && !subject.world().isEmpty()
                && about.world().equals(subject.world())
                && file(about.name()).equals(file(subject.name()));
    }

    /// Without the line.
    private static String file(String name) {
        return name.replaceFirst(":\\d+$", "");
    }
}

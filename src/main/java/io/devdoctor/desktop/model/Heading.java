package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.Optional;

/// What a group of findings has in common, in reading order: the verdict, or that somebody muted them.
public enum Heading {
    PROBLEM(Verdict.PROBLEM),
    WARNING(Verdict.WARNING),
    UNKNOWN(Verdict.UNKNOWN),
    INFO(Verdict.INFO),
    MUTED(null),
    OK(Verdict.OK),
    NOT_APPLICABLE(Verdict.NOT_APPLICABLE);

    private final @org.jspecify.annotations.Nullable Verdict verdict;

    Heading(@org.jspecify.annotations.Nullable Verdict verdict) {
        this.verdict = verdict;
    }

    public static Heading of(Finding finding) {
        return finding.isMuted() ? MUTED : valueOf(finding.verdict().name());
    }

    /// Empty for what is muted, whatever it was.
    public Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /// Whether a person would rather not see these unasked.
    public boolean isQuiet() {
        return this == OK || this == MUTED || this == NOT_APPLICABLE;
    }
}

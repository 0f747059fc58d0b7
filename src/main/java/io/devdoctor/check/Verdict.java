package io.devdoctor.check;

/// What a check concludes, from best to worst as far as order matters (see [#rank()]).
public enum Verdict {
    /// Read, and fine.
    OK(1),
    /// Worth knowing.
    INFO(2),
    /// Costs time, money or safety, or probably breaks.
    WARNING(4),
    /// Broken, or certainly will break.
    PROBLEM(5),
    /// Could not be checked; the finding says why. Never shown as healthy.
    UNKNOWN(3),
    /// The question does not arise here.
    NOT_APPLICABLE(0);

    private final int rank;

    Verdict(int rank) {
        this.rank = rank;
    }

    /// Higher = more worth a person's attention.
    public int rank() {
        return rank;
    }

    /// WARNING or PROBLEM: something that can explain other findings.
    public boolean isIllness() {
        return this == WARNING || this == PROBLEM;
    }
}

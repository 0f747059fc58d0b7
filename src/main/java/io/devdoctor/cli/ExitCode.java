package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.List;

/// What the process says when it ends. Stable: scripts rely on it.
public final class ExitCode {
    /// Nothing above INFO and nothing unknown; for `fix` and `undo`: cured.
    public static final int GOOD = 0;

    /// Warnings, or something could not be checked; for `fix` and `undo`: pending or declined.
    public static final int WARNINGS = 1;

    /// Problems; for `fix` and `undo`: not cured.
    public static final int PROBLEMS = 2;

    /// DevDoctor itself failed.
    public static final int FAILED = 3;

    /// The command line was wrong.
    public static final int USAGE = 64;

    private ExitCode() {}

    static int of(List<Finding> findings) {
        int worst = findings.stream()
                .mapToInt(finding -> finding.verdict().rank())
                .max()
                .orElse(0);
        if (worst >= Verdict.PROBLEM.rank()) return PROBLEMS;
        return worst >= Verdict.UNKNOWN.rank() ? WARNINGS : GOOD;
    }
}

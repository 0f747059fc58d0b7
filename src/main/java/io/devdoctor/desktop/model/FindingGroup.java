package io.devdoctor.desktop.model;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.List;
import java.util.Optional;

/// A heading and what stands beneath it.
///
/// @param verdict   the verdict that its causes have; empty while the examination runs and results keep their places
/// @param rows      in order, consequences right after their cause
/// @param elsewhere findings of this verdict that are shown beneath their cause in another place
public record FindingGroup(Optional<Verdict> verdict, List<Row> rows, int elsewhere) {
    public FindingGroup {
        rows = List.copyOf(rows);
    }

    /// One line: a check that has not finished, or a finding.
    public sealed interface Row {
        record Waiting(CheckInfo check) implements Row {}

        /// @param consequence whether it is shown beneath its cause
        record Found(Finding finding, boolean consequence) implements Row {}
    }

    /// Findings of the group's own verdict, wherever they are shown.
    public int count() {
        long here = rows.stream()
                .filter(row -> row instanceof Row.Found(Finding finding, boolean _)
                        && verdict.filter(wanted -> wanted == finding.verdict()).isPresent())
                .count();
        return (int) here + elsewhere;
    }

    /// Whether a person would rather not see these rows unasked.
    public boolean isQuiet() {
        return verdict.filter(it -> it == Verdict.OK || it == Verdict.NOT_APPLICABLE)
                .isPresent();
    }
}

package io.devdoctor.desktop.model;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import java.util.List;
import java.util.Optional;

/// A heading and what stands beneath it.
///
/// @param heading   what its causes have in common; empty for the one root cause above all headings, and while the
///                  first examination runs and results keep their places
/// @param rows      in order, consequences right after their cause
/// @param elsewhere findings of this heading that are shown beneath their cause in another place
public record FindingGroup(Optional<Heading> heading, List<Row> rows, int elsewhere) {
    public FindingGroup {
        rows = List.copyOf(rows);
    }

    /// One line: a check that has not finished, or a finding.
    public sealed interface Row {
        record Waiting(CheckInfo check) implements Row {}

        /// @param consequence whether it is shown beneath its cause
        record Found(Finding finding, boolean consequence) implements Row {}
    }

    /// Findings under the group's own heading, wherever they are shown.
    public int count() {
        long here = rows.stream()
                .filter(row -> row instanceof Row.Found(Finding finding, boolean _)
                        && heading.filter(wanted -> wanted == Heading.of(finding))
                                .isPresent())
                .count();
        return (int) here + elsewhere;
    }

    /// Whether a person would rather not see these rows unasked.
    public boolean isQuiet() {
        return heading.filter(Heading::isQuiet).isPresent();
    }
}

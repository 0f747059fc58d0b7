package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import java.util.Optional;

/// One line of the list of findings, from top to bottom. Lines are data: a view makes nodes of those in sight.
public sealed interface Line {
    /// What stays the same while the line itself changes, so that focus and the reader's eye keep their place.
    Key key();

    /// @param what a check, a finding or a heading; @param nth among those of the same name
    record Key(Object what, int nth) {}

    /// @param open      whether what stands beneath it is shown
    /// @param canFold   whether it can be folded at all
    /// @param count     findings of this heading; @param elsewhere how many of them stand beneath a cause
    record Title(Key key, Heading heading, int count, int elsewhere, boolean canFold, boolean open) implements Line {}

    /// @param first whether it is the first of its block; @param last the last
    record Entry(Key key, Row row, Stage stage, boolean first, boolean last) implements Line {
        public Optional<Finding> finding() {
            return row instanceof Row.Found(Finding finding, boolean _) ? Optional.of(finding) : Optional.empty();
        }
    }

    /// What could not be checked because of the cause above it, folded or unfolded.
    ///
    /// @param cause of these; the fold is remembered by it
    record Fold(Key key, Finding.Key cause, int hidden, boolean open, boolean last) implements Line {}
}

package io.devdoctor.desktop.model;

import io.devdoctor.report.Comparison;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.text.Text;
import java.util.List;

/// What the page of earlier examinations shows beside its list.
public sealed interface HistoryView {
    record Nothing() implements HistoryView {}

    /// @param remarks on how the two were read
    record Compared(Side before, Side after, Comparison comparison, List<Text> remarks) implements HistoryView {
        public Compared {
            remarks = List.copyOf(remarks);
        }
    }

    /// One examination by itself, to be read only.
    record Opened(Side side, Diagnosis diagnosis, List<Text> remarks) implements HistoryView {
        public Opened {
            remarks = List.copyOf(remarks);
        }
    }

    /// Why there is nothing to show.
    record Refused(Text reason) implements HistoryView {}
}

package io.devdoctor.report;

import io.devdoctor.text.Text;
import java.util.List;

/// A report that was written before, here or elsewhere.
///
/// @param name    of the file
/// @param remarks what a reader has to know of how it was read; empty if all of it was understood
public record OpenedReport(String name, Diagnosis diagnosis, List<Text> remarks) {
    public OpenedReport {
        remarks = List.copyOf(remarks);
    }
}

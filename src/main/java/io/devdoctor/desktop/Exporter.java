package io.devdoctor.desktop;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;

/// Writes a report of a finished examination.
@FunctionalInterface
public interface Exporter {
    /// The document exactly as it would leave the machine, UTF-8.
    byte[] write(ExaminationResult result, ReportFormat format, ReportOptions options);
}

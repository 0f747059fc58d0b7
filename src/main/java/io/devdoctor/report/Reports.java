package io.devdoctor.report;

import io.devdoctor.examination.ExaminationResult;

/// Writes an examination as a document. All formats say the same, because all are made from one [Diagnosis].
public final class Reports {
    private Reports() {}

    /// @return the whole document, UTF-8 without a byte order mark
    public static byte[] write(ExaminationResult result, ReportFormat format, ReportOptions options) {
        Diagnosis diagnosis = Diagnoses.of(result, options);
        return switch (format) {
            case JSON -> JsonReport.write(diagnosis);
            case HTML, MARKDOWN -> throw new UnsupportedOperationException(format + " is not written yet");
        };
    }
}

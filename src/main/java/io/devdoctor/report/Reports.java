package io.devdoctor.report;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Visible;
import java.util.function.UnaryOperator;

/// Writes an examination as a document. All formats say the same, because all are made from one [Diagnosis].
public final class Reports {
    private Reports() {}

    /// The words of a report, before they are a document.
    public static Diagnosis diagnose(ExaminationResult result, ReportOptions options) {
        return Diagnoses.of(result, options, UnaryOperator.identity());
    }

    /// @return the whole document, UTF-8 without a byte order mark
    public static byte[] write(ExaminationResult result, ReportFormat format, ReportOptions options) {
        return switch (format) {
            case JSON -> JsonReport.write(Diagnoses.of(result, options, UnaryOperator.identity()));
            // Code hosts show it to people.
            case SARIF -> SarifReport.write(Diagnoses.of(result, options, Visible::text));
            case JUNIT -> JunitReport.write(Diagnoses.of(result, options, Visible::text));
            case HTML -> HtmlReport.write(Diagnoses.all(result, options, Visible::text), options);
            case MARKDOWN -> MarkdownReport.write(Diagnoses.all(result, options, Visible::text), options);
        };
    }
}

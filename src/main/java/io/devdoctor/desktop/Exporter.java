package io.devdoctor.desktop;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Language;
import java.util.List;

/// Writes a report of a finished examination.
public interface Exporter {
    /// The formats on offer, the most useful first.
    List<ReportFormat> formats();

    /// The document as it would leave the machine, UTF-8.
    ///
    /// @param redacted whether names of people, machines and places are replaced; secrets are masked in any case
    byte[] export(ExaminationResult result, ReportFormat format, Language language, boolean redacted);

    /// @param name      as people call it: `HTML`, `Markdown`, `JSON`
    /// @param extension of a file, without the dot
    record ReportFormat(String name, String extension) {}
}

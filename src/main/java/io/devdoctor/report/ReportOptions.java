package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.text.Language;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param redacted names, paths and addresses become pseudonyms; secrets are masked whatever this says
/// @param zone     for times shown to people; JSON always writes UTC
/// @param version  of DevDoctor
/// @param leftOut  what a person does not want in the document
/// @param host     by which a fleet knows the machine; null = the report does not say which one it is
public record ReportOptions(
        Language language,
        boolean redacted,
        ZoneId zone,
        String version,
        Set<Section> leftOut,
        @Nullable String host) {
    public ReportOptions {
        leftOut = Set.copyOf(leftOut);
    }

    /// Of the whole report.
    public ReportOptions(Language language, boolean redacted, ZoneId zone, String version) {
        this(language, redacted, zone, version, Set.of());
    }

    public ReportOptions(Language language, boolean redacted, ZoneId zone, String version, Set<Section> leftOut) {
        this(language, redacted, zone, version, leftOut, null);
    }

    boolean has(Section section) {
        return !leftOut.contains(section);
    }

    /// Whether a finding stands in the document.
    boolean has(Finding finding) {
        if (finding.isMuted()) return has(Section.MUTED);
        return switch (finding.verdict()) {
            case OK -> has(Section.PASSED);
            case INFO -> has(Section.INFORMATION);
            case NOT_APPLICABLE -> has(Section.NOT_APPLICABLE);
            case WARNING, PROBLEM, UNKNOWN -> true;
        };
    }
}

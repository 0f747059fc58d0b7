package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.text.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param redacted names, paths and addresses become pseudonyms; secrets are masked whatever this says
/// @param zone     for times shown to people; JSON always writes UTC
/// @param version  of DevDoctor
/// @param leftOut  what a person does not want in the document
/// @param host     by which a fleet knows the machine; null = the report does not say which one it is
/// @param bilingual whether documents for people (HTML, Markdown) say everything in the other language too
public record ReportOptions(
        Language language,
        boolean redacted,
        ZoneId zone,
        String version,
        Set<Section> leftOut,
        @Nullable String host,
        boolean bilingual) {
    public ReportOptions {
        leftOut = Set.copyOf(leftOut);
    }

    /// In one language.
    public ReportOptions(
            Language language,
            boolean redacted,
            ZoneId zone,
            String version,
            Set<Section> leftOut,
            @Nullable String host) {
        this(language, redacted, zone, version, leftOut, host, false);
    }

    /// In the other language too, this one first.
    public ReportOptions bilingually() {
        return new ReportOptions(language, redacted, zone, version, leftOut, host, true);
    }

    /// The languages of the document, in its order.
    List<Language> languages() {
        if (!bilingual) return List.of(language);
        Language other = language == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        return List.of(language, other);
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

package io.devdoctor.desktop.picture;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Colours for pictures. They come from the findings: a picture shows verdicts, it never makes them.
record Judged(List<Finding> findings) {
    Judged {
        findings = List.copyOf(findings);
    }

    /// The colour of the worst verdict that these checks have about a subject, muted or not: a clock that is 41 s
    /// slow is drawn so, whoever wants to hear of it.
    ///
    /// @param subject "" = any
    String colour(String subject, String... checks) {
        return styleClass(worst(subject, checks).orElse(Verdict.INFO));
    }

    /// Empty where nobody judged, or nothing is amiss.
    Optional<Verdict> complaint(String subject, String... checks) {
        return worst(subject, checks).filter(verdict -> verdict == Verdict.PROBLEM || verdict == Verdict.WARNING);
    }

    static String styleClass(Verdict verdict) {
        return "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<Verdict> worst(String subject, String... checks) {
        List<String> ids = List.of(checks);
        return findings.stream()
                .filter(it -> ids.contains(it.check().id()))
                .filter(it -> subject.isEmpty() || it.subject().name().equals(subject))
                .map(finding -> finding.unmuted().verdict())
                .max(Comparator.comparingInt(Verdict::rank));
    }
}

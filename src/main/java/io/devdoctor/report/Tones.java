package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Colours of pictures. A picture shows verdicts, it never makes them; muted or not, what was found is drawn so.
record Tones(List<Finding> findings) {
    /// The style of the worst verdict that these checks have about a subject; "" where nobody judged.
    ///
    /// @param subject "" = any
    String of(String subject, String... checks) {
        return worst(subject, checks)
                .map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");
    }

    boolean isIll(String subject, String... checks) {
        return worst(subject, checks).filter(Verdict::isIllness).isPresent();
    }

    private Optional<Verdict> worst(String subject, String... checks) {
        Set<String> ids = Set.of(checks);
        return findings.stream()
                .filter(finding -> ids.contains(finding.check().id()))
                .filter(finding -> subject.isEmpty() || finding.subject().name().equals(subject))
                .map(finding -> finding.unmuted().verdict())
                .max(Comparator.comparingInt(Verdict::rank));
    }
}

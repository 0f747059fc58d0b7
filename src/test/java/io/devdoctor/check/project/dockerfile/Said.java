package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.ProjectFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/// What a check said of a project, in few words.
public final class Said {
    private final List<Finding> findings;

    private Said(List<Finding> findings) {
        findings.forEach(FindingAssert::canBeSaid);
        this.findings = findings;
    }

    public static Said by(Check check, ProjectFacts project) {
        return new Said(project.examine(check));
    }

    public static Said of(List<Finding> findings) {
        return new Said(findings);
    }

    /// `warning shell 5`: verdict, outcome and lines of all that is no OK, in order.
    public String all() {
        TreeSet<String> lines = new TreeSet<>();
        for (Finding finding : findings) {
            boolean silent = finding.verdict() == Verdict.OK || finding.verdict() == Verdict.NOT_APPLICABLE;
            if (!silent) lines.add(line(finding));
        }
        return String.join("; ", lines);
    }

    private static String line(Finding finding) {
        String key = finding.message().key();
        StringBuilder text = new StringBuilder(finding.verdict().name().toLowerCase(Locale.ROOT));
        text.append(' ').append(key.substring(key.lastIndexOf('.') + 1));
        finding.places().forEach(place -> text.append(' ').append(place.line()));
        return text.toString();
    }

    public boolean isOk() {
        return findings.stream().allMatch(finding -> finding.verdict() == Verdict.OK);
    }

    /// The file after the first fix that edits it.
    public String fixed() {
        Step.EditFile edit = findings.stream()
                .flatMap(finding -> finding.fixes().stream())
                .map(Fix::steps)
                .flatMap(List::stream)
                .filter(Step.EditFile.class::isInstance)
                .map(Step.EditFile.class::cast)
                .findFirst()
                .orElseThrow();
        return new String(Objects.requireNonNull(edit.after()).toArray(), StandardCharsets.UTF_8);
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.DatedTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of the rules of `docker build --check`: which of our checks judge the same, and which break nothing.
final class BuildKitRules {
    private static final String TOOL = "BUILDKIT";
    private static final List<List<String>> OURS = DatedTable.rows("suppressions.csv", 3).stream()
            .filter(row -> row.getFirst().equals(TOOL))
            .toList();
    private static final Set<String> HARMLESS = DatedTable.rows("buildkit-rules.csv", 2).stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());

    private BuildKitRules() {}

    /// Ids of our checks.
    static Set<String> checks(String rule) {
        return OURS.stream()
                .filter(row -> row.get(1).equals(rule))
                .map(List::getLast)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All of our checks that judge what some rule judges.
    static Set<String> checks() {
        return OURS.stream().map(List::getLast).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether what it warns of changes no image, or is judged more finely here.
    static boolean isHarmless(String rule) {
        return HARMLESS.contains(rule);
    }
}

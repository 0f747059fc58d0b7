package io.devdoctor.examination;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings that could not be made because the same source did not answer.
final class Silences {
    private Silences() {}

    /// @param unread findings that nothing explains, in examination order
    static List<CauseGraph.Root> of(List<Finding> unread) {
        Map<String, List<Finding>> bySource = new LinkedHashMap<>();
        for (Finding finding : unread) {
            finding.evidence().stream()
                    .findFirst()
                    .map(Evidence::source)
                    .ifPresent(source -> bySource.computeIfAbsent(source.what(), _ -> new ArrayList<>())
                            .add(finding));
        }
        return bySource.values().stream()
                .filter(group -> group.size() > 1)
                .map(Silences::headed)
                .toList();
    }

    /// The one that most of the others name as a cause of theirs stands for all, else the first.
    private static CauseGraph.Root headed(List<Finding> group) {
        Finding head = group.stream()
                .max(Comparator.comparingLong((Finding each) -> named(each, group))
                        .thenComparing(Comparator.comparingInt(group::indexOf).reversed()))
                .orElseThrow();
        return new CauseGraph.Root(
                head, group.stream().filter(each -> each != head).toList());
    }

    private static long named(Finding head, List<Finding> group) {
        return group.stream()
                .filter(each -> each.check().causes().stream()
                        .anyMatch(edge -> edge.check().equals(head.check().id())))
                .count();
    }
}

package io.devdoctor.examination;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
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
        Map<String, Long> named = new HashMap<>();
        for (Finding each : group) {
            each.check().causes().stream()
                    .map(CheckInfo.Cause::check)
                    .distinct()
                    .forEach(check -> named.merge(check, 1L, Long::sum));
        }
        long most = group.stream()
                .mapToLong(each -> named.getOrDefault(each.check().id(), 0L))
                .max()
                .orElseThrow();
        Finding head = group.stream()
                .filter(each -> named.getOrDefault(each.check().id(), 0L) == most)
                .findFirst()
                .orElseThrow();
        return new CauseGraph.Root(
                head, group.stream().filter(each -> each != head).toList());
    }
}

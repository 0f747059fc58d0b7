package io.devdoctor.examination;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which findings explain which others. A finding with WARNING or PROBLEM, or with INFO where an edge says so, explains
/// each finding with WARNING, PROBLEM
/// or UNKNOWN whose check names it as a cause about a related subject, as far as the edge goes. Explanations are
/// followed to their roots. What could not be read from one and the same source stands beneath one of them: a single
/// silence is told once.
///
/// @param causedBy for each explained finding its nearest causes
/// @param roots    findings that explain others and are explained by none, those of which the worst comes and that
/// explain most first
/// @param silences findings that could not be made and stand for all others that the same source would have answered
public record CauseGraph(Map<Finding, List<Finding>> causedBy, List<Root> roots, List<Root> silences) {

    /// @param explains everything that follows from the cause, near and far, in examination order
    public record Root(Finding cause, List<Finding> explains) {
        /// The rank of the worst that comes of it: a warning may bring problems about.
        int worst() {
            return Stream.concat(Stream.of(cause), explains.stream())
                    .mapToInt(finding -> finding.verdict().rank())
                    .max()
                    .orElseThrow();
        }
    }

    public static CauseGraph of(List<Finding> findings) {
        Map<Finding, List<Finding>> causedBy = new LinkedHashMap<>();
        // Thousands of findings are compared with the few that their edges name, not with each other.
        Map<String, List<Finding>> byCheck =
                findings.stream().collect(Collectors.groupingBy(it -> it.check().id()));
        Map<Finding, Integer> places = new IdentityHashMap<>();
        findings.forEach(finding -> places.put(finding, places.size()));
        for (Finding follower : findings) {
            if (!follower.verdict().isIllness() && follower.verdict() != Verdict.UNKNOWN) continue;
            List<Finding> causes = follower.check().causes().stream()
                    .map(CheckInfo.Cause::check)
                    .distinct()
                    .flatMap(check -> byCheck.getOrDefault(check, List.of()).stream())
                    .filter(cause -> cause != follower && explains(cause, follower))
                    .sorted(Comparator.comparingInt(places::get))
                    .toList();
            if (!causes.isEmpty()) causedBy.put(follower, causes);
        }
        List<Root> roots = roots(places, causedBy);
        List<Root> silences = Silences.of(findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN && !causedBy.containsKey(finding))
                .toList());
        silences.forEach(silence -> silence.explains().forEach(each -> causedBy.put(each, List.of(silence.cause()))));
        return new CauseGraph(causedBy, roots, silences);
    }

    /// Every finding beneath which others stand, those first that are themselves something to mend.
    public List<Root> heads() {
        return Stream.concat(roots.stream(), silences.stream()).toList();
    }

    /// The nearest causes of a finding; empty if it stands for itself.
    public List<Finding> causesOf(Finding finding) {
        return causedBy.getOrDefault(finding, List.of());
    }

    /// Everything that stands beneath a head, near and far; empty for any other finding.
    public List<Finding> explainedBy(Finding cause) {
        return heads().stream()
                .filter(root -> root.cause().equals(cause))
                .findFirst()
                .map(Root::explains)
                .orElse(List.of());
    }

    /// Whether another finding explains this one.
    public boolean isConsequence(Finding finding) {
        return causedBy.containsKey(finding);
    }

    private static boolean explains(Finding cause, Finding follower) {
        return follower.check().causes().stream()
                .anyMatch(edge -> edge.check().equals(cause.check().id())
                        && isEnough(cause.verdict(), edge.atLeast())
                        && (!edge.unreadOnly() || follower.verdict() == Verdict.UNKNOWN)
                        && related(edge, cause, follower));
    }

    private static boolean isEnough(Verdict found, Verdict atLeast) {
        return found == atLeast || found.isIllness() && found.rank() >= atLeast.rank();
    }

    private static boolean related(CheckInfo.Cause edge, Finding cause, Finding follower) {
        return switch (edge.relation()) {
            case ANY -> true;
            case SAME_SUBJECT -> cause.subject().equals(follower.subject());
            case SAME_WORLD ->
                !cause.subject().world().isEmpty()
                        && cause.subject().world().equals(follower.subject().world());
        };
    }

    /// @param places of each finding in the examination
    private static List<Root> roots(Map<Finding, Integer> places, Map<Finding, List<Finding>> causedBy) {
        Map<Finding, SequencedSet<Finding>> explains = new LinkedHashMap<>();
        for (Finding follower : causedBy.keySet()) {
            for (Finding root : rootsOf(follower, causedBy, new LinkedHashSet<>())) {
                explains.computeIfAbsent(root, _ -> new LinkedHashSet<>()).add(follower);
            }
        }
        List<Root> roots = new ArrayList<>();
        explains.forEach((cause, all) -> roots.add(new Root(
                cause, all.stream().sorted(Comparator.comparingInt(places::get)).toList())));
        roots.sort(Comparator.comparingInt((Root root) -> -root.worst())
                .thenComparingInt(root -> -root.explains().size())
                .thenComparingInt(root -> -root.cause().verdict().rank())
                .thenComparingInt(root -> places.get(root.cause())));
        return List.copyOf(roots);
    }

    private static Set<Finding> rootsOf(Finding finding, Map<Finding, List<Finding>> causedBy, Set<Finding> seen) {
        Set<Finding> roots = new LinkedHashSet<>();
        if (!seen.add(finding)) return roots;
        for (Finding cause : causedBy.getOrDefault(finding, List.of())) {
            if (causedBy.containsKey(cause)) {
                roots.addAll(rootsOf(cause, causedBy, seen));
            } else {
                roots.add(cause);
            }
        }
        return roots;
    }
}

package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.CauseGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Puts each finding beneath the nearest of its causes, so that every finding stands in one place.
final class Outline {
    /// No cause lies deeper; a report from elsewhere may say so.
    private static final int DEEPEST = 50;

    private final Map<Integer, List<Integer>> followers = new LinkedHashMap<>();
    private final List<Diagnosis.Item> items;
    private final Set<Integer> placed = new HashSet<>();

    private Outline(List<Diagnosis.Item> items) {
        this.items = items;
    }

    /// @param items the findings in words, in the same order
    static List<Diagnosis.Branch> of(List<Finding> findings, CauseGraph causes, List<Diagnosis.Item> items) {
        Map<Finding, Integer> places = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) places.putIfAbsent(findings.get(i), i);
        // Checks are listed from the firmware upwards: the last cause is the nearest.
        return new Outline(items).branches(i -> nearest(causes.causesOf(findings.get(i)), places));
    }

    /// Of findings whose causes are known by name alone.
    static List<Diagnosis.Branch> of(List<Diagnosis.Item> items) {
        Map<Diagnosis.Ref, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) places.putIfAbsent(items.get(i).ref(), i);
        return new Outline(items).branches(i -> nearest(items.get(i).causedBy(), places));
    }

    private static <K> Optional<Integer> nearest(List<K> causes, Map<K, Integer> places) {
        return causes.isEmpty() ? Optional.empty() : Optional.ofNullable(places.get(causes.getLast()));
    }

    private List<Diagnosis.Branch> branches(IntFunction<Optional<Integer>> above) {
        List<Integer> tops = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Optional<Integer> cause = above.apply(i);
            if (cause.isEmpty()) tops.add(i);
            else followers.computeIfAbsent(cause.get(), _ -> new ArrayList<>()).add(i);
        }
        List<Diagnosis.Branch> branches = new ArrayList<>();
        tops.forEach(i -> branches.add(branch(i, 0)));
        // Findings that explain each other in a circle hang beneath none of the above.
        for (int i = 0; i < items.size(); i++) if (!placed.contains(i)) branches.add(branch(i, 0));
        return List.copyOf(branches);
    }

    private Diagnosis.Branch branch(int index, int depth) {
        placed.add(index);
        List<Diagnosis.Branch> beneath = new ArrayList<>();
        List<Integer> following = depth < DEEPEST ? followers.remove(index) : null;
        if (following != null) {
            for (int i : following) if (!placed.contains(i)) beneath.add(branch(i, depth + 1));
        }
        return new Diagnosis.Branch(index + 1, items.get(index), List.copyOf(beneath));
    }
}

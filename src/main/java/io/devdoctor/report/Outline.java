package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.CauseGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts each finding beneath the nearest of its causes, so that every finding stands in one place.
final class Outline {
    private final Map<Finding, List<Integer>> followers = new LinkedHashMap<>();
    private final List<Finding> findings;
    private final List<Diagnosis.Item> items;
    private final Set<Integer> placed = new HashSet<>();

    private Outline(List<Finding> findings, List<Diagnosis.Item> items) {
        this.findings = findings;
        this.items = items;
    }

    /// @param items the findings in words, in the same order
    static List<Diagnosis.Branch> of(List<Finding> findings, CauseGraph causes, List<Diagnosis.Item> items) {
        Outline outline = new Outline(findings, items);
        List<Integer> tops = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            List<Finding> above = causes.causesOf(findings.get(i));
            // Checks are listed from the firmware upwards: the last cause is the nearest.
            if (above.isEmpty()) tops.add(i);
            else
                outline.followers
                        .computeIfAbsent(above.getLast(), _ -> new ArrayList<>())
                        .add(i);
        }
        List<Diagnosis.Branch> branches = new ArrayList<>();
        tops.forEach(i -> branches.add(outline.branch(i)));
        // Findings that explain each other in a circle hang beneath none of the above.
        for (int i = 0; i < findings.size(); i++) if (!outline.placed.contains(i)) branches.add(outline.branch(i));
        return List.copyOf(branches);
    }

    private Diagnosis.Branch branch(int index) {
        placed.add(index);
        List<Diagnosis.Branch> beneath = new ArrayList<>();
        List<Integer> following = followers.remove(findings.get(index));
        if (following != null) {
            for (int i : following) if (!placed.contains(i)) beneath.add(branch(i));
        }
        return new Diagnosis.Branch(index + 1, items.get(index), List.copyOf(beneath));
    }
}

package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.examination.CauseGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Orders findings for reading: by verdict, those that are muted apart, each consequence beneath its cause. While the
/// first examination runs every check keeps its place instead, and while a later one runs everything does, so that
/// nothing jumps under the reader's eyes.
public final class FindingGroups {
    private FindingGroups() {}

    /// @param area only this one, or all
    /// @param matches what a search lets through
    public static List<FindingGroup> of(RunState run, Optional<Area> area, Predicate<Row> matches) {
        Predicate<Row> wanted =
                matches.and(row -> area.isEmpty() || area.get() == checkOf(row).area());
        boolean first = run.isRunning() && run.before().isEmpty();
        return first ? inPlace(run, wanted) : byHeading(run.findings(), run.causes(), wanted);
    }

    public static CheckInfo checkOf(Row row) {
        return switch (row) {
            case Row.Waiting(CheckInfo check) -> check;
            case Row.Found(Finding finding, boolean _) -> finding.check();
        };
    }

    private static List<FindingGroup> inPlace(RunState run, Predicate<Row> wanted) {
        List<Row> rows = new ArrayList<>();
        for (CheckInfo check : run.checks()) {
            if (run.isWaiting(check)) rows.add(new Row.Waiting(check));
            run.found().getOrDefault(check, List.of()).forEach(finding -> rows.add(new Row.Found(finding, false)));
        }
        List<Row> shown = rows.stream().filter(wanted).toList();
        return shown.isEmpty() ? List.of() : List.of(new FindingGroup(Optional.empty(), shown, 0));
    }

    private static List<FindingGroup> byHeading(List<Finding> findings, CauseGraph causes, Predicate<Row> wanted) {
        List<Finding> visible = findings.stream()
                .filter(finding -> wanted.test(new Row.Found(finding, false)))
                .toList();
        Map<Finding, List<Finding>> beneath = beneath(visible, causes);
        Set<Finding> moved = identitySet();
        beneath.values().forEach(moved::addAll);
        List<FindingGroup> groups = new ArrayList<>();
        Optional<Finding> first = first(visible, causes);
        first.ifPresent(cause -> {
            List<Row> rows = new ArrayList<>(List.of(new Row.Found(cause, false)));
            beneath.getOrDefault(cause, List.of()).forEach(it -> rows.add(new Row.Found(it, true)));
            groups.add(new FindingGroup(Optional.empty(), rows, 0));
            moved.add(cause);
        });
        List<Finding> inOrder = causesFirst(visible, causes);
        for (Heading heading : Heading.values()) {
            List<Row> rows = new ArrayList<>();
            Set<Finding> here = identitySet();
            for (Finding finding : inOrder) {
                if (Heading.of(finding) != heading || moved.contains(finding)) continue;
                rows.add(new Row.Found(finding, false));
                List<Finding> mine = beneath.getOrDefault(finding, List.of());
                mine.forEach(it -> rows.add(new Row.Found(it, true)));
                here.addAll(mine);
            }
            int elsewhere = (int) moved.stream()
                    .filter(it -> Heading.of(it) == heading && !here.contains(it))
                    .count();
            if (!rows.isEmpty()) groups.add(new FindingGroup(Optional.of(heading), rows, elsewhere));
        }
        return List.copyOf(groups);
    }

    /// The cause of which the headline speaks, where worse than itself stands above it otherwise: it comes before all
    /// headings.
    private static Optional<Finding> first(List<Finding> visible, CauseGraph causes) {
        Optional<Heading> worst = visible.stream().map(Heading::of).min(Comparator.naturalOrder());
        return causes.roots().stream()
                .findFirst()
                .map(CauseGraph.Root::cause)
                .filter(cause -> Heading.of(cause) != worst.orElse(null))
                .filter(cause -> visible.stream().anyMatch(it -> it == cause));
    }

    /// What explains others before what stands alone, that which explains most first.
    private static List<Finding> causesFirst(List<Finding> visible, CauseGraph causes) {
        Map<Finding, Integer> places = new IdentityHashMap<>();
        causes.roots().forEach(root -> places.put(root.cause(), places.size()));
        return visible.stream()
                .sorted(Comparator.comparingInt(finding -> places.getOrDefault(finding, Integer.MAX_VALUE)))
                .toList();
    }

    /// For each visible head what follows from it; a finding explained by two roots stands beneath the first only.
    private static Map<Finding, List<Finding>> beneath(List<Finding> visible, CauseGraph causes) {
        Set<Finding> seen = identitySet();
        seen.addAll(visible);
        Set<Finding> placed = identitySet();
        Map<Finding, List<Finding>> beneath = new IdentityHashMap<>();
        for (CauseGraph.Root root : causes.heads()) {
            if (!seen.contains(root.cause())) continue;
            List<Finding> mine = root.explains().stream()
                    .filter(it -> seen.contains(it) && placed.add(it))
                    .toList();
            beneath.put(root.cause(), mine);
        }
        return beneath;
    }

    /// The graph speaks of the very findings of its run; to compare thousands of them by their contents takes long.
    private static Set<Finding> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}

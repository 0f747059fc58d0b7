package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import io.devdoctor.report.Diagnosis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The order in which a report that was written before is told: that in which its examination was told, as far as the
/// report knows it. It may come from anybody, so each finding is told once, whatever it says of its causes.
final class Retold {
    private static final List<Verdict> SHOWN = List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO);

    private final Diagnosis diagnosis;
    private final Map<Diagnosis.Ref, List<Diagnosis.Branch>> byName = new HashMap<>();
    private final Map<Diagnosis.Ref, Set<Diagnosis.Ref>> explains = new HashMap<>();
    private final Set<Integer> placed = new HashSet<>();

    Retold(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        diagnosis.branches().forEach(this::register);
        for (Diagnosis.Root root : diagnosis.roots()) {
            explains.computeIfAbsent(root.cause(), _ -> new LinkedHashSet<>()).addAll(root.explains());
        }
    }

    /// A finding that nothing explains, and what follows from it.
    ///
    /// @param told   in the order of examination
    /// @param unread could only not be checked; said as one, else empty
    record Case(Diagnosis.Item cause, List<Diagnosis.Item> told, List<Diagnosis.Item> unread) {}

    /// The cause of which the headline speaks, then the other ones by their verdict.
    List<Case> inReadingOrder() {
        List<Diagnosis.Branch> tops = diagnosis.branches();
        placed.clear();
        tops.forEach(top -> placed.add(top.number()));
        Stream<Diagnosis.Branch> headline = diagnosis.roots().stream()
                .limit(1)
                .flatMap(root -> tops.stream().filter(top -> top.item().ref().equals(root.cause())));
        Stream<Diagnosis.Branch> byVerdict = SHOWN.stream()
                .flatMap(verdict -> tops.stream().filter(top -> top.item().verdict() == verdict));
        return Stream.concat(headline.filter(Retold::isShown), byVerdict)
                .distinct()
                .map(this::told)
                .toList();
    }

    /// The title of what explains a finding.
    String causeOf(Diagnosis.Item item) {
        Diagnosis.Ref cause = item.causedBy().getFirst();
        List<Diagnosis.Branch> known = byName.getOrDefault(cause, List.of());
        return known.isEmpty() ? cause.check() : known.getFirst().item().title();
    }

    private void register(Diagnosis.Branch branch) {
        byName.computeIfAbsent(branch.item().ref(), _ -> new ArrayList<>()).add(branch);
        branch.consequences().forEach(this::register);
    }

    private Case told(Diagnosis.Branch top) {
        List<Diagnosis.Branch> beneath = new ArrayList<>();
        explains.getOrDefault(top.item().ref(), Set.of()).stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(beneath::add);
        gather(top, beneath);
        List<Diagnosis.Item> followers = beneath.stream()
                .filter(branch -> placed.add(branch.number()))
                .sorted(Comparator.comparingInt(Diagnosis.Branch::number))
                .filter(Retold::isShown)
                .map(Diagnosis.Branch::item)
                .toList();
        List<Diagnosis.Item> unread = followers.stream()
                .filter(item -> item.verdict() == Verdict.UNKNOWN)
                .toList();
        if (unread.size() <= Told.FEW) return new Case(top.item(), followers, List.of());
        List<Diagnosis.Item> told = followers.stream()
                .filter(item -> item.verdict() != Verdict.UNKNOWN)
                .toList();
        return new Case(top.item(), told, unread);
    }

    private static void gather(Diagnosis.Branch branch, List<Diagnosis.Branch> beneath) {
        for (Diagnosis.Branch below : branch.consequences()) {
            beneath.add(below);
            gather(below, beneath);
        }
    }

    private static boolean isShown(Diagnosis.Branch branch) {
        return SHOWN.contains(branch.item().verdict());
    }
}

package io.devdoctor.report;

import io.devdoctor.privacy.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds for each finding of one diagnosis the one of the other that speaks of the same thing: the same check about the
/// same subject; where names are pseudonyms, the same kind in the same order.
final class Matching {
    /// A pseudonym, its kind as group 1.
    static final Pattern PSEUDONYM = Pattern.compile(
            "\\b(" + Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining("|")) + ")-\\d+\\b");

    private static final String ENDPOINT = "://";
    private static final Pattern LINE = Pattern.compile(":\\d+$");

    /// @param unexamined whether one side did not ask this question at all
    record Pair(Optional<Diagnosis.Item> before, Optional<Diagnosis.Item> after, boolean unexamined) {
        boolean isHalf() {
            return before.isEmpty() || after.isEmpty();
        }
    }

    private final Diagnosis before;
    private final Diagnosis after;
    private final Comparison.Relation relation;
    private final List<Pair> pairs = new ArrayList<>();

    Matching(Diagnosis before, Diagnosis after, Comparison.Relation relation) {
        this.before = before;
        this.after = after;
        this.relation = relation;
    }

    /// In the order of the newer diagnosis.
    List<Pair> pairs() {
        Map<String, List<Diagnosis.Item>> here = byCheck(after);
        Map<String, List<Diagnosis.Item>> there = byCheck(before);
        here.forEach((check, mine) -> {
            List<Diagnosis.Item> theirs = there.remove(check);
            if (theirs == null) mine.forEach(item -> half(Optional.empty(), Optional.of(item), before.isWhole()));
            else match(theirs, mine);
        });
        there.values()
                .forEach(theirs -> theirs.forEach(item -> half(Optional.of(item), Optional.empty(), after.isWhole())));
        return List.copyOf(pairs);
    }

    private static Map<String, List<Diagnosis.Item>> byCheck(Diagnosis diagnosis) {
        Map<String, List<Diagnosis.Item>> byCheck = new LinkedHashMap<>();
        diagnosis
                .findings()
                .forEach(item -> byCheck.computeIfAbsent(item.check(), _ -> new ArrayList<>())
                        .add(item));
        return byCheck;
    }

    /// From the surest way to tell that two are the same to the loosest.
    private void match(List<Diagnosis.Item> theirs, List<Diagnosis.Item> mine) {
        List<Diagnosis.Item> then = new ArrayList<>(theirs);
        List<Diagnosis.Item> now = new ArrayList<>(mine);
        if (namesAreKept()) pair(then, now, Diagnosis.Item::subject);
        pair(then, now, Matching::shape);
        if (relation == Comparison.Relation.OTHER_MACHINE || before.redacted() != after.redacted()) {
            pair(then, now, item -> item.subject().isEmpty());
        }
        whole(then, now);
        then.forEach(item -> half(Optional.of(item), Optional.empty(), false));
        now.forEach(item -> half(Optional.empty(), Optional.of(item), false));
    }

    /// Numbers of pseudonyms say nothing across documents, except in their order.
    private boolean namesAreKept() {
        return !before.redacted() && !after.redacted();
    }

    private static String shape(Diagnosis.Item item) {
        String name = PSEUDONYM.matcher(item.subject()).replaceAll("$1-#");
        return LINE.matcher(name).replaceFirst("");
    }

    /// Pairs in order what has the same key; the rest stays in the lists.
    private void pair(
            List<Diagnosis.Item> then, List<Diagnosis.Item> now, Function<Diagnosis.Item, ? extends Object> key) {
        Map<Object, Deque<Diagnosis.Item>> open = new LinkedHashMap<>();
        then.forEach(item ->
                open.computeIfAbsent(key.apply(item), _ -> new ArrayDeque<>()).add(item));
        List<Diagnosis.Item> rest = new ArrayList<>();
        for (Diagnosis.Item mine : now) {
            Diagnosis.Item theirs =
                    open.getOrDefault(key.apply(mine), new ArrayDeque<>()).poll();
            if (theirs == null) rest.add(mine);
            else pairs.add(new Pair(Optional.of(theirs), Optional.of(mine), false));
        }
        now.clear();
        now.addAll(rest);
        then.clear();
        open.values().forEach(then::addAll);
    }

    /// A check speaks of the machine or of an engine as a whole while all is well, and of one thing as soon as it is
    /// not.
    private void whole(List<Diagnosis.Item> then, List<Diagnosis.Item> now) {
        Predicate<Diagnosis.Item> isWhole =
                item -> item.subject().isEmpty() || item.subject().contains(ENDPOINT);
        Comparator<Diagnosis.Item> byRank =
                Comparator.comparingInt(item -> item.found().rank());
        boolean thereWhole = then.stream().anyMatch(isWhole);
        boolean hereWhole = now.stream().anyMatch(isWhole);
        if (thereWhole == hereWhole || then.isEmpty() || now.isEmpty()) return;
        Diagnosis.Item theirs = then.stream()
                .filter(item -> !thereWhole || isWhole.test(item))
                .max(byRank)
                .orElseThrow();
        Diagnosis.Item mine = now.stream()
                .filter(item -> !hereWhole || isWhole.test(item))
                .max(byRank)
                .orElseThrow();
        then.remove(theirs);
        now.remove(mine);
        pairs.add(new Pair(Optional.of(theirs), Optional.of(mine), false));
    }

    private void half(Optional<Diagnosis.Item> theirs, Optional<Diagnosis.Item> mine, boolean unexamined) {
        pairs.add(new Pair(theirs, mine, unexamined));
    }
}

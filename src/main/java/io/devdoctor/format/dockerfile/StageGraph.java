package io.devdoctor.format.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which stages a stage is made of.
final class StageGraph {
    private final List<Stage> stages;
    /// The last stage of each name: what COPY and mounts mean, even from before it.
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Set<Integer>> bases = new ArrayList<>();
    private final List<Set<Integer>> sources = new ArrayList<>();

    StageGraph(List<Stage> stages, Expander arguments) {
        this.stages = stages;
        for (Stage stage : stages) {
            bases.add(bases(stage, arguments));
            if (!stage.name().isEmpty()) names.put(stage.name(), stage.index());
        }
        for (Stage stage : stages) sources.add(sources(stage));
    }

    /// What BuildKit calls it in its messages.
    static String nameOf(Stage stage) {
        return stage.name().isEmpty() ? "stage-" + stage.index() : stage.name();
    }

    /// The stage that `COPY --from` means, an index included. Empty = an image.
    OptionalInt copied(String reference) {
        if (!reference.matches("\\d{1,9}")) return mounted(reference);
        int index = Integer.parseInt(reference);
        return index < stages.size() ? OptionalInt.of(index) : OptionalInt.empty();
    }

    /// The stage that `from=` of a mount means: by its name alone.
    OptionalInt mounted(String reference) {
        Integer named = names.get(reference.toLowerCase(Locale.ROOT));
        return named == null ? OptionalInt.empty() : OptionalInt.of(named);
    }

    /// The stage itself and all that it is made of, directly or not.
    Set<Integer> neededFor(int target) {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(target);
        while (!open.isEmpty()) {
            int index = open.remove();
            if (!needed.add(index)) continue;
            open.addAll(bases.get(index));
            open.addAll(sources.get(index));
        }
        return needed;
    }

    /// The first stage from which copies lead back to a stage on their way.
    Optional<Stage> circular() {
        // What is left once the stages that copy from nothing left are taken away, again and again.
        Set<Integer> left = new HashSet<>();
        stages.forEach(stage -> left.add(stage.index()));
        List<List<Integer>> users = new ArrayList<>();
        int[] uses = new int[stages.size()];
        stages.forEach(_ -> users.add(new ArrayList<>()));
        for (Stage stage : stages) {
            for (int source : sources.get(stage.index())) {
                users.get(source).add(stage.index());
                uses[stage.index()]++;
            }
        }
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < uses.length; i++) if (uses[i] == 0) free.add(i);
        while (!free.isEmpty()) {
            int index = free.remove();
            left.remove(index);
            for (int user : users.get(index)) if (--uses[user] == 0) free.add(user);
        }
        return stages.stream().filter(stage -> left.contains(stage.index())).findFirst();
    }

    /// Where its name is not known, it may be any earlier stage.
    private Set<Integer> bases(Stage stage, Expander arguments) {
        Set<Integer> found = new HashSet<>();
        Expansion expansion = arguments.expand(stage.from().image().text());
        if (expansion.unknown().isEmpty()) {
            Integer base = names.get(expansion.text().orElse(""));
            if (base != null) found.add(base);
        } else {
            found.addAll(names.values());
        }
        return found;
    }

    private Set<Integer> sources(Stage stage) {
        Set<Integer> found = new HashSet<>();
        stage.all(Instruction.Copy.class)
                .flatMap(copy -> copy.from().stream())
                .forEach(from -> copied(from.value()).ifPresent(found::add));
        stage.all(Instruction.Run.class)
                .flatMap(run -> run.mounts().stream())
                .flatMap(mount -> mount.from().stream())
                .forEach(from -> mounted(from).ifPresent(found::add));
        return found;
    }
}

package io.devdoctor.repair;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The things that fixes touch, and which fixes meet in one.
final class Targets {
    private Targets() {}

    /// Remedies that touch the same things, directly or through others, in one list; in the order of the first of each.
    static List<List<Remedy>> groups(List<Remedy> remedies, boolean windows) {
        List<List<Remedy>> groups = new ArrayList<>();
        List<Set<String>> touched = new ArrayList<>();
        for (Remedy remedy : remedies) {
            List<Remedy> group = new ArrayList<>();
            Set<String> targets = new HashSet<>(of(remedy.fix(), windows));
            int place = groups.size();
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (touched.get(i).stream().noneMatch(targets::contains)) continue;
                group.addAll(0, groups.remove(i));
                targets.addAll(touched.remove(i));
                place = i;
            }
            group.add(remedy);
            groups.add(place, group);
            touched.add(place, targets);
        }
        return groups;
    }

    private static Set<String> of(Fix fix, boolean windows) {
        Set<String> targets = new HashSet<>();
        for (Step step : fix.steps()) of(step, windows).forEach(targets::add);
        return targets;
    }

    static Stream<String> of(Step step, boolean windows) {
        return switch (step) {
            case Step.EditFile edit -> Stream.of(file(edit.path(), windows));
            case Step.MoveAside(String path, String to) -> Stream.of(file(path, windows), file(to, windows));
            case Step.EditDistroFile edit -> Stream.of("distro " + edit.path());
            case Step.SetRegistryValue set ->
                Stream.of("registry " + (set.key() + " : " + set.name()).toLowerCase(Locale.ROOT));
            case Step.RunTool tool -> Stream.of("run " + String.join(" ", tool.commandLine()));
            case Step.InDistro inDistro -> Stream.of("run " + String.join(" ", inDistro.commandLine()));
            case Step.EngineCall(String endpoint, var change) -> Stream.of("engine " + endpoint + " " + change.id());
            case Step.Manual _ -> Stream.empty();
        };
    }

    static String file(String path, boolean windows) {
        return "file " + (windows ? path.replace('/', '\\').toLowerCase(Locale.ROOT) : path);
    }
}

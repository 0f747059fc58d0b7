package io.devdoctor.report;

import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which root causes explain differences: those of the newer side what came, those of the older side what went. Each
/// difference stands beneath one cause.
final class Causes {
    private static final Set<Kind> CAME = EnumSet.of(Kind.NEW, Kind.WORSE, Kind.UNREAD, Kind.CHANGED);
    private static final Set<Kind> WENT = EnumSet.of(Kind.GONE, Kind.BETTER);

    private final Map<Diagnosis.Ref, List<Change>> here = new HashMap<>();
    private final Map<Diagnosis.Ref, List<Change>> there = new HashMap<>();
    private final Set<Change> explained = new HashSet<>();
    private final List<Comparison.Cause> causes = new ArrayList<>();

    private Causes(List<Change> changes) {
        for (Change change : changes) {
            change.after().ifPresent(item -> add(here, item, change));
            change.before().ifPresent(item -> add(there, item, change));
        }
    }

    private static void add(Map<Diagnosis.Ref, List<Change>> side, Diagnosis.Item item, Change change) {
        side.computeIfAbsent(item.ref(), _ -> new ArrayList<>()).add(change);
    }

    static List<Comparison.Cause> of(Diagnosis before, Diagnosis after, List<Change> changes) {
        Causes causes = new Causes(changes);
        after.roots().forEach(root -> causes.collect(root, CAME, causes.here));
        before.roots().forEach(root -> causes.collect(root, WENT, causes.there));
        return causes.causes;
    }

    private void collect(Diagnosis.Root root, Set<Kind> kinds, Map<Diagnosis.Ref, List<Change>> side) {
        List<Change> causing = side.getOrDefault(root.cause(), List.of());
        if (causing.isEmpty()) return;
        List<Change> beneath = root.explains().stream()
                .flatMap(ref -> side.getOrDefault(ref, List.of()).stream())
                .filter(change -> kinds.contains(change.kind()) && explained.add(change))
                .toList();
        if (!beneath.isEmpty()) causes.add(new Comparison.Cause(causing.getFirst(), beneath));
    }
}

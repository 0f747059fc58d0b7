package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Makes one fix of several that touch the same things: each is planned by its own check on top of those before it, so
/// that two edits of one file become one.
final class Merging {
    private final Examination machine;
    private final boolean windows;
    private final List<Remedy> remedies = new ArrayList<>();
    private final List<Plan.Skipped> skipped = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    /// By the path as the first edit writes it.
    private final Map<String, Optional<Bytes>> contents = new LinkedHashMap<>();

    Merging(Examination machine) {
        this.machine = machine;
        this.windows = machine.platform().isWindows();
    }

    void add(Remedy remedy) {
        if (remedies.isEmpty()) {
            take(remedy, remedy.fix());
            return;
        }
        List<Finding> now = machine.only(
                        check -> check.id().equals(remedy.finding().check().id()))
                .assuming(contents)
                .run(_ -> {}, new Cancellation())
                .findings();
        Complaint complaint = Complaint.of(remedy.finding(), remedy.fix(), List.of());
        Optional<Fix> again = now.stream()
                .filter(complaint::isSeenIn)
                .flatMap(finding -> finding.fixes().stream())
                .filter(fix -> fix.id().equals(remedy.fix().id()) && !fix.isManual())
                .findFirst();
        boolean goesAlong = complaint.isGoneFrom(now) || again.isEmpty() && isDoneAlready(remedy.fix());
        if (goesAlong) remedies.add(remedy);
        else if (again.filter(fix -> fix.isSafe() && fits(fix)).isPresent()) take(remedy, again.get());
        else skip(remedy);
    }

    /// A check that sees what runs still complains, but would not edit these files any more.
    private boolean isDoneAlready(Fix fix) {
        return isInForceWith(fix.takesEffect())
                && fix.steps().stream()
                        .allMatch(step -> step instanceof Step.EditFile edit && contents.containsKey(path(edit)));
    }

    List<Treatment> treatment() {
        return remedies.isEmpty() ? List.of() : List.of(new Treatment(remedies, fix()));
    }

    List<Plan.Skipped> skipped() {
        return skipped;
    }

    /// Whether it was planned on what the fixes before it leave.
    private boolean fits(Fix fix) {
        if (!isInForceWith(fix.takesEffect())) return false;
        Map<String, Optional<Bytes>> after = new LinkedHashMap<>(contents);
        for (Step step : fix.steps()) {
            if (step instanceof Step.EditFile edit) {
                Optional<Bytes> there = after.get(path(edit));
                if (there != null && !Objects.equals(there.orElse(null), edit.before())) return false;
                if (takesBack(edit)) return false;
                after.put(path(edit), Optional.ofNullable(edit.after()));
            } else if (!steps.contains(step) && Targets.of(step, windows).anyMatch(touched::contains)) {
                return false;
            }
        }
        return true;
    }

    /// A restart of WSL restarts each distribution, one of Windows everything; other restarts say nothing of each
    /// other.
    private boolean isInForceWith(TakesEffect other) {
        Set<TakesEffect> all = EnumSet.of(other);
        remedies.forEach(remedy -> all.add(remedy.fix().takesEffect()));
        all.remove(TakesEffect.NOW);
        return all.size() < 2
                || all.contains(TakesEffect.REBOOT)
                || all.equals(EnumSet.of(TakesEffect.DISTRO_RESTART, TakesEffect.WSL_RESTART));
    }

    private void take(Remedy remedy, Fix fix) {
        remedies.add(remedy);
        for (Step step : fix.steps()) {
            if (step instanceof Step.EditFile edit) {
                contents.put(path(edit), Optional.ofNullable(edit.after()));
                take(edit);
            } else if (!steps.contains(step)) {
                steps.add(step);
            }
            Targets.of(step, windows).forEach(touched::add);
        }
    }

    private void take(Step.EditFile edit) {
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof Step.EditFile first) || !isSame(first.path(), edit.path())) continue;
            boolean stopped = first.whileDesktopStopped() || edit.whileDesktopStopped();
            steps.set(i, new Step.EditFile(first.path(), first.before(), edit.after(), stopped));
            return;
        }
        steps.add(edit);
    }

    private void skip(Remedy remedy) {
        Text with = remedies.getFirst().fix().title();
        skipped.add(new Plan.Skipped(
                remedy.finding(),
                Plan.Reason.CONFLICT,
                Text.of("plan.skipped.CONFLICT", remedy.fix().title(), with)));
    }

    private Fix fix() {
        if (remedies.size() == 1) return remedies.getFirst().fix();
        TakesEffect latest = TakesEffect.NOW;
        Set<Text> warnings = new LinkedHashSet<>();
        for (Remedy remedy : remedies) {
            TakesEffect own = remedy.fix().takesEffect();
            if (own.compareTo(latest) > 0) latest = own;
            warnings.addAll(remedy.fix().warnings());
        }
        Text title = Text.of("plan.merged.title", remedies.size(), Text.several(places()));
        return new Fix(Plan.MERGED, title, steps, Set.of(), latest, List.copyOf(warnings));
    }

    private List<String> places() {
        return steps.stream()
                .map(step -> switch (step) {
                    case Step.EditFile edit -> edit.path();
                    case Step.EditDistroFile edit -> edit.path();
                    case Step.MoveAside move -> move.path();
                    case Step.SetRegistryValue set -> set.key() + " : " + set.name();
                    case Step.RunTool tool -> String.join(" ", tool.commandLine());
                    case Step.InDistro inDistro -> String.join(" ", inDistro.commandLine());
                    case Step.EngineCall call -> call.change().label();
                    case Step.Manual _ -> "";
                })
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether a file would be as it was before all of it.
    private boolean takesBack(Step.EditFile edit) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.EditFile first
                        && isSame(first.path(), edit.path())
                        && Objects.equals(first.before(), edit.after()));
    }

    private String path(Step.EditFile edit) {
        return contents.keySet().stream()
                .filter(path -> isSame(path, edit.path()))
                .findFirst()
                .orElse(edit.path());
    }

    private boolean isSame(String path, String other) {
        return Targets.file(path, windows).equals(Targets.file(other, windows));
    }
}

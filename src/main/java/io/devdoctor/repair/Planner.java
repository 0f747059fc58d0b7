package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.repair.Plan.Reason;
import io.devdoctor.repair.Plan.Skipped;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes one plan of what an examination found. Nothing is changed.
public final class Planner {
    private final ExaminationResult result;
    private final Examination machine;

    /// @param machine the machine of the result, to be asked what a check would say after an edit
    public Planner(ExaminationResult result, Examination machine) {
        this.result = result;
        this.machine = machine;
    }

    /// Everything that is ill and has a fix without any effect; of several such fixes the one that the check offers
    /// first.
    public Plan allSafe() {
        List<Remedy> remedies = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Finding finding : causesFirst()) {
            Optional<Fix> safe = finding.fixes().stream().filter(Fix::isSafe).findFirst();
            if (safe.isPresent()) remedies.add(new Remedy(finding, safe.get()));
            else skipped.add(skipped(finding));
        }
        information().forEach(skipped::add);
        return merged(remedies, skipped);
    }

    /// What could be done as safely but need not be.
    private Stream<Skipped> information() {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.INFO)
                .flatMap(finding -> finding.fixes().stream()
                        .filter(Fix::isSafe)
                        .limit(1)
                        .map(fix -> new Skipped(
                                finding, Reason.INFORMATION, Text.of("plan.skipped.INFORMATION", fix.title()))));
    }

    /// Nobody wants to hear of what is muted, and it is not changed behind anybody's back.
    public static boolean isToBeCured(Finding finding) {
        return finding.verdict().isIllness() && !finding.isMuted();
    }

    private List<Finding> causesFirst() {
        Map<Finding, Integer> depths = new HashMap<>();
        return result.findings().stream()
                .filter(Planner::isToBeCured)
                .sorted(Comparator.comparingInt(finding -> depth(finding, depths, new HashSet<>())))
                .toList();
    }

    /// How many causes stand above it, one above the other.
    private int depth(Finding finding, Map<Finding, Integer> known, Set<Finding> above) {
        Integer depth = known.get(finding);
        if (depth != null) return depth;
        if (!above.add(finding)) return 0;
        CauseGraph causes = result.causes();
        int deepest = 0;
        for (Finding cause : causes.causesOf(finding)) deepest = Math.max(deepest, 1 + depth(cause, known, above));
        above.remove(finding);
        known.put(finding, deepest);
        return deepest;
    }

    private static Skipped skipped(Finding finding) {
        if (finding.fixes().isEmpty()) return new Skipped(finding, Reason.NO_FIX, Text.of("plan.skipped.NO_FIX"));
        return finding.fixes().stream()
                .filter(fix -> !fix.isManual())
                .findFirst()
                .map(fix -> new Skipped(finding, Reason.HAS_EFFECT, effects(fix)))
                .orElseGet(() -> new Skipped(
                        finding,
                        Reason.BY_HAND,
                        Text.of(
                                "plan.skipped.BY_HAND",
                                finding.fixes().getFirst().title())));
    }

    private static Text effects(Fix fix) {
        List<Text.Arg> words = fix.effects().stream()
                .sorted()
                .map(Effect::name)
                .<Text.Arg>map(name -> new Text.Arg.Nested(Text.of("effect." + name)))
                .toList();
        return Text.of("plan.skipped.HAS_EFFECT", fix.title(), new Text.Arg.Several(words));
    }

    private Plan merged(List<Remedy> remedies, List<Skipped> skipped) {
        List<Treatment> treatments = new ArrayList<>();
        for (List<Remedy> group : Targets.groups(remedies, machine.platform().isWindows())) {
            if (group.size() == 1) {
                treatments.add(new Treatment(group, group.getFirst().fix()));
            } else {
                Merging merging = new Merging(machine);
                group.stream()
                        .sorted(Comparator.comparingLong(Planner::creates).reversed())
                        .forEach(merging::add);
                treatments.addAll(merging.treatment());
                skipped.addAll(merging.skipped());
            }
        }
        // Docker Desktop writes its settings when it ends: they are edited before it is started.
        treatments.sort(Comparator.comparing(Planner::startsDesktop));
        return new Plan(treatments, skipped);
    }

    /// How many bytes of a new file: of two fixes that make the same file the fuller one leaves the other less to do.
    private static long creates(Remedy remedy) {
        return remedy.fix().steps().stream()
                .mapToLong(step -> step instanceof Step.EditFile(var _, var before, var after, var _)
                                && before == null
                                && after != null
                        ? after.size()
                        : 0)
                .sum();
    }

    private static boolean startsDesktop(Treatment treatment) {
        return treatment.fix().steps().stream()
                .anyMatch(step -> step instanceof Step.RunTool tool && tool.tool() == Tool.DESKTOP_START);
    }
}

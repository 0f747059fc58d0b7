package io.devdoctor.desktop.model;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.repair.Running;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whom an effect of a fix meets on the machine that was examined.
///
/// @param names distributions, containers, or command lines; NotApplicable where the effect says it all by itself
public record Affected(Effect effect, Reading<List<String>> names) {
    private static final Reading<List<String>> SAID = new Reading.NotApplicable<>("said");

    /// Every effect of the fix in the order of [Effect].
    public static List<Affected> of(Fix fix, Machine machine) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(fix.effects());
        return effects.stream()
                .map(effect -> new Affected(effect, names(effect, fix, machine)))
                .toList();
    }

    private static Reading<List<String>> names(Effect effect, Fix fix, Machine machine) {
        return switch (effect) {
            case STOPS_WSL -> new Running(machine).distros();
            case STOPS_DISTRO -> named(distros(fix), machine);
            case STOPS_CONTAINERS -> containers(fix, machine);
            case ADMIN -> named(adminLines(fix), machine);
            case STOPS_DESKTOP, CHANGES_MEANING, DELETES_DATA, NOT_REVERSIBLE -> SAID;
        };
    }

    /// A restart of containers names them; whatever ends WSL or Docker Desktop ends all of them. Of an engine inside
    /// one distribution nothing is known.
    private static Reading<List<String>> containers(Fix fix, Machine machine) {
        List<String> restarted = fix.steps().stream()
                .<String>mapMulti((step, found) -> {
                    if (step instanceof Step.EngineCall(String _, EngineChange.RestartContainer restart)) {
                        found.accept(restart.label());
                    }
                })
                .toList();
        if (!restarted.isEmpty()) return named(restarted, machine);
        Set<Effect> effects = fix.effects();
        boolean onlyDistro = effects.contains(Effect.STOPS_DISTRO)
                && !effects.contains(Effect.STOPS_WSL)
                && !effects.contains(Effect.STOPS_DESKTOP);
        if (onlyDistro) return SAID;
        return new Running(machine).containers();
    }

    private static List<String> distros(Fix fix) {
        Set<Tool> ending = EnumSet.of(Tool.WSL_TERMINATE, Tool.WSL_SET_VERSION, Tool.WSL_COMPACT, Tool.WSL_NOT_SPARSE);
        return fix.steps().stream()
                .<String>mapMulti((step, found) -> {
                    if (step instanceof Step.RunTool run && ending.contains(run.tool())) {
                        found.accept(run.args().getFirst());
                    }
                })
                .distinct()
                .toList();
    }

    private static List<String> adminLines(Fix fix) {
        return fix.steps().stream()
                .<String>mapMulti((step, found) -> {
                    if (step instanceof Step.RunTool run && run.needsAdmin()) {
                        found.accept(String.join(" ", run.commandLine()));
                    }
                })
                .toList();
    }

    private static Reading<List<String>> named(List<String> names, Machine machine) {
        Source source = new Source(Source.Kind.DERIVED, "fix", machine.taken());
        return names.isEmpty() ? SAID : new Reading.Known<>(names, source);
    }
}

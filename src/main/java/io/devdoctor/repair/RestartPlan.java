package io.devdoctor.repair;

import io.devdoctor.check.Subject;
import io.devdoctor.check.docker.DesktopFixes;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What pending changes wait for, and how that is restarted on this machine as it is now.
final class RestartPlan {
    private final Machine machine;
    private final boolean desktopMayRun;

    private RestartPlan(Machine machine, boolean desktopMayRun) {
        this.machine = machine;
        this.desktopMayRun = desktopMayRun;
    }

    static RestartPlan of(Reexamination again, Restart restart) {
        Set<Part<?>> parts =
                Set.of(Part.WSL_ANSWER, Part.CONTAINERS, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE);
        return new RestartPlan(again.machine(parts), restart.desktopRuns().orElse(true));
    }

    /// Pending entries by what they wait for. A tool that still runs waits for nothing that could be restarted.
    static Map<TakesEffect, List<Entry>> groups(List<Entry> pending) {
        boolean wsl = pending.stream().anyMatch(entry -> entry.takesEffect() == TakesEffect.WSL_RESTART);
        Map<TakesEffect, List<Entry>> groups = new LinkedHashMap<>();
        for (TakesEffect restart : TakesEffect.values()) {
            List<Entry> waiting = pending.stream()
                    .filter(entry -> awaited(entry, wsl) == restart)
                    .toList();
            if (restart != TakesEffect.NOW && !waiting.isEmpty()) groups.put(restart, waiting);
        }
        return groups;
    }

    /// A restart of WSL restarts each distribution.
    private static TakesEffect awaited(Entry entry, boolean wsl) {
        boolean distro = entry.takesEffect() == TakesEffect.DISTRO_RESTART;
        return distro && (wsl || distros(entry).isEmpty()) ? TakesEffect.WSL_RESTART : entry.takesEffect();
    }

    PendingWork work(TakesEffect restart, List<Entry> entries) {
        return new PendingWork(restart, entries, how(restart, entries), stops(restart, entries));
    }

    private Fix how(TakesEffect restart, List<Entry> entries) {
        String id =
                "pending/" + restart.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Text title = Text.of("pending." + restart.name() + ".title", entries.size());
        return switch (restart) {
            case DISTRO_RESTART -> distros(id, title, entries);
            case WSL_RESTART -> wsl(id, title);
            case DESKTOP_RESTART ->
                DesktopFixes.hasCommands(machine)
                        ? Fix.of(
                                id,
                                title,
                                effects(Effect.STOPS_DESKTOP),
                                // A detached restart says nothing of whether it happened.
                                new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null),
                                new Step.RunTool(Tool.DESKTOP_START, List.of(), null))
                        : byHand(id, title, restart);
            case NOW, SIGN_OUT, REBOOT -> byHand(id, title, restart);
        };
    }

    private static Fix byHand(String id, Text title, TakesEffect restart) {
        return Fix.safe(id, title, new Step.Manual(Text.of("pending." + restart.name() + ".words"), null));
    }

    private static Fix distros(String id, Text title, List<Entry> entries) {
        List<Step> steps = new ArrayList<>();
        for (String distro : entries.stream()
                .flatMap(entry -> distros(entry).stream())
                .distinct()
                .toList()) {
            steps.add(new Step.RunTool(Tool.WSL_TERMINATE, List.of(distro), null));
            steps.add(new Step.InDistro(distro, DistroCommand.START));
        }
        Set<Effect> effects = Set.of(Effect.STOPS_DISTRO, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE);
        return Fix.of(id, title, effects, steps.toArray(Step[]::new)).warning(Text.of("warning.wsl.editors"));
    }

    /// Docker Desktop is stopped before and started after: it takes the end of its distribution for a crash. What ran
    /// is started again, so that the proof can look into it.
    private Fix wsl(String id, Text title) {
        List<Step> steps = new ArrayList<>();
        List<Text> warnings = new ArrayList<>(List.of(Text.of("warning.wsl.editors")));
        boolean commands = desktopMayRun && DesktopFixes.hasCommands(machine);
        if (commands) steps.add(new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null));
        steps.add(new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null));
        if (commands) steps.add(new Step.RunTool(Tool.DESKTOP_START, List.of(), null));
        new Running(machine)
                .distros().known().orElse(List.of()).stream()
                        .filter(name -> !name.startsWith("docker-desktop") && Tool.Grammar.DISTRO.admits(name))
                        .map(name -> new Step.InDistro(name, DistroCommand.START))
                        .forEach(steps::add);
        if (desktopMayRun) warnings.add(Text.of("warning.clock.start-desktop"));
        Set<Effect> effects =
                desktopMayRun ? effects(Effect.STOPS_WSL, Effect.STOPS_DESKTOP) : effects(Effect.STOPS_WSL);
        return Fix.of(id, title, effects, steps.toArray(Step[]::new)).warning(warnings.toArray(Text[]::new));
    }

    private Set<Effect> effects(Effect... sure) {
        Set<Effect> effects = EnumSet.of(Effect.NOT_REVERSIBLE, sure);
        // What could not be read may run, also in an engine inside a distribution.
        boolean none =
                new Running(machine).containers().known().filter(List::isEmpty).isPresent();
        if (!none) effects.add(Effect.STOPS_CONTAINERS);
        return effects;
    }

    private PendingWork.Stops stops(TakesEffect restart, List<Entry> entries) {
        Reading<List<String>> none = new Reading.NotApplicable<>("goes on");
        return switch (restart) {
            case DISTRO_RESTART -> {
                List<String> meant = entries.stream()
                        .flatMap(entry -> distros(entry).stream())
                        .toList();
                yield new PendingWork.Stops(
                        new Running(machine)
                                .distros()
                                .map(all -> all.stream().filter(meant::contains).toList()),
                        none);
            }
            case WSL_RESTART, SIGN_OUT, REBOOT ->
                new PendingWork.Stops(new Running(machine).distros(), new Running(machine).containers());
            case DESKTOP_RESTART -> new PendingWork.Stops(none, new Running(machine).containers());
            case NOW -> new PendingWork.Stops(none, none);
        };
    }

    /// The distributions that an entry is about.
    private static List<String> distros(Entry entry) {
        Stream<String> changed = entry.steps().stream().map(Entry.Done::step).mapMulti((step, found) -> {
            if (step instanceof Step.EditDistroFile edit) found.accept(edit.distro());
            if (step instanceof Step.InDistro inDistro) found.accept(inDistro.distro());
        });
        Stream<String> told = entry.cures().stream()
                .map(cure -> cure.finding().subject())
                .filter(subject -> subject.kind() == Subject.Kind.DISTRO)
                .map(Subject::world);
        return Stream.concat(changed, told)
                .distinct()
                .filter(Tool.Grammar.DISTRO::admits)
                .toList();
    }
}

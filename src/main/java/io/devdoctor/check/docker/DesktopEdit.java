package io.devdoctor.check.docker;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Edits of files that Docker Desktop keeps in memory and writes anew while it runs: its settings and daemon.json. It
/// is stopped before the edit and started after it, all in one fix; while it is stopped, the edit alone is enough.
public final class DesktopEdit {
    /// What daemon.json holds.
    public static final String DAEMON = "linuxVM.dockerDaemonOptions";

    private DesktopEdit() {}

    /// Empty where somebody else decides, where Docker Desktop runs and cannot be commanded, or where that is unknown.
    ///
    /// @param locks members of admin-settings.json that would win over the edit
    public static Optional<Fix> of(Machine machine, String id, Text title, Step edit, String... locks) {
        return of(machine, id, title, List.of(edit), locks);
    }

    /// The same for several steps.
    static Optional<Fix> of(Machine machine, String id, Text title, List<Step> edits, String... locks) {
        if (!isFree(machine, locks)) return Optional.empty();
        Optional<Boolean> runs = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.backendRunning())
                .known();
        if (runs.isEmpty()) return Optional.empty();
        if (!runs.get()) {
            return Optional.of(Fix.safe(
                    id, title, edits.stream().map(DesktopEdit::onlyWhileStopped).toArray(Step[]::new)));
        }
        return DesktopFixes.hasCommands(machine)
                ? Optional.of(whileStopped(machine, id, title, edits))
                : Optional.empty();
    }

    /// It may have been started since the examination.
    private static Step onlyWhileStopped(Step edit) {
        return edit instanceof Step.EditFile file ? file.onlyWhileDesktopStopped() : edit;
    }

    /// Whether it is known that no organization locks any of these.
    public static boolean isFree(Machine machine, String... locks) {
        return machine.policies()
                .known()
                .filter(policies -> policies.desktopLocked().isKnown()
                        || policies.desktopLocked().isAbsent())
                .filter(policies -> List.of(locks).stream().noneMatch(policies::locksDesktop))
                .isPresent();
    }

    // unverified on Windows: docker desktop stop returns when the backend has written its settings and ended
    private static Fix whileStopped(Machine machine, String id, Text title, List<Step> edits) {
        Step.RunTool stop = new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null);
        Step.RunTool start = new Step.RunTool(Tool.DESKTOP_START, List.of(), null);
        List<Step> steps = new ArrayList<>(edits);
        steps.addFirst(new Step.RunTool(Tool.DESKTOP_STOP, List.of(), start));
        steps.addLast(new Step.RunTool(Tool.DESKTOP_START, List.of(), stop));
        boolean idle = running(machine).filter(count -> count == 0).isPresent();
        Fix fix = Fix.of(
                id,
                title,
                idle ? Set.of(Effect.STOPS_DESKTOP) : Set.of(Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS),
                steps.toArray(Step[]::new));
        return running(machine)
                .filter(count -> count > 0)
                .map(count -> fix.warning(Text.of("warning.docker.containers-end", count)))
                .orElse(fix);
    }

    private static Optional<Integer> running(Machine machine) {
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .known()
                .map(DockerEngine.Info::running)
                .filter(count -> count >= 0);
    }
}

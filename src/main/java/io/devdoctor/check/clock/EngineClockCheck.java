package io.devdoctor.check.clock;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.docker.DesktopFixes;
import io.devdoctor.check.docker.Endpoint;
import io.devdoctor.check.docker.VirtualMachine;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The engine against the computer it is asked from.
final class EngineClockCheck implements Check {
    private static final List<CheckInfo.Cause> ENGINE = List.of(
            CheckInfo.sameWorld("docker.engine").ofUnread(),
            CheckInfo.any("docker.endpoint").ofUnread());
    /// Distributions and an engine in WSL share the clock of one virtual machine, hence any distribution.
    private static final CheckInfo INFO = new CheckInfo(
            "clock.engine",
            Area.CLOCK,
            Set.of(Part.CLOCKS, Part.DOCKER_ENGINE, Part.DOCKER_DESKTOP),
            Stream.concat(
                            Stream.of(
                                    CheckInfo.any("clock.wsl"),
                                    CheckInfo.any("wsl.responds").ofUnread()),
                            ENGINE.stream())
                    .toList());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject subject = machine.dockerEngine()
                .known()
                .map(engine -> Subject.endpoint(engine.endpoint()))
                .orElse(Subject.MACHINE);
        return judgeIfPresent(
                        machine.clocks().flatMap((clocks, _) -> clocks.engine()),
                        subject,
                        (offset, source) -> List.of(judge(machine, new Drift(offset), subject, source)))
                .stream()
                .map(found -> sharesClock(machine) ? found : found.explainedBy(ENGINE))
                .toList();
    }

    /// Whether the engine lives in the virtual machine of WSL, as far as it told.
    private static boolean sharesClock(Machine machine) {
        return machine.dockerEngine().known().stream()
                .anyMatch(engine -> engine.info()
                        .known()
                        .map(info -> VirtualMachine.of(machine, info) == VirtualMachine.WSL)
                        .orElseGet(() -> new Endpoint(engine.endpoint()).isThisComputer()));
    }

    private Finding judge(Machine machine, Drift drift, Subject subject, Source source) {
        Verdict verdict = drift.verdict("clock.guest");
        if (verdict == Verdict.OK) return ok(subject, "ok", drift.size(), drift.uncertainty());
        Finding found = finding(
                subject,
                verdict,
                Certainty.CERTAIN,
                drift.isSlow() ? "slow" : "fast",
                List.of(drift.evidence("evidence.clock.guest-offset", source)),
                drift.size(),
                drift.uncertainty());
        return machine.platform().isWindows()
                ? machine.dockerEngine()
                        .flatMap((engine, _) -> engine.info())
                        .known()
                        .filter(DockerEngine.Info::isDockerDesktop)
                        .map(info -> found.fixedBy(fix(machine, info)))
                        .orElse(found)
                : found;
    }

    /// The clock is the virtual machine's: with WSL 2 that one outlives a restart of Docker Desktop.
    private static Fix fix(Machine machine, DockerEngine.Info info) {
        if (!info.isInWsl()) return DesktopFixes.restart(machine, "clock.engine/restart", info.running() != 0);
        boolean commands = DesktopFixes.hasCommands(machine);
        Step shutdown = run(Tool.WSL_SHUTDOWN);
        return Fix.of(
                        "clock.engine/shutdown",
                        Text.of("fix.clock.engine/shutdown.title"),
                        Set.of(Effect.STOPS_WSL, Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        commands
                                ? new Step[] {run(Tool.DESKTOP_STOP), shutdown, run(Tool.DESKTOP_START)}
                                : new Step[] {shutdown})
                .warning(Text.of("warning.wsl.editors"), Text.of("warning.clock.start-desktop"));
    }

    private static Step run(Tool tool) {
        return new Step.RunTool(tool, List.of(), null);
    }
}

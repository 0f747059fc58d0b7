package io.devdoctor.check.clock;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
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

/// The engine against the computer it is asked from.
final class EngineClockCheck implements Check {
    /// Distributions and Docker Desktop's engine share the clock of one virtual machine, hence any distribution.
    private static final CheckInfo INFO = new CheckInfo(
            "clock.engine",
            Area.CLOCK,
            Set.of(Part.CLOCKS, Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.any("clock.wsl"),
                    CheckInfo.any("wsl.responds"),
                    CheckInfo.sameWorld("docker.engine"),
                    CheckInfo.sameWorld("docker.endpoint")));

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
        boolean desktop = machine.platform().isWindows()
                && machine.dockerEngine()
                        .flatMap((engine, _) -> engine.info())
                        .known()
                        .filter(DockerEngine.Info::isDockerDesktop)
                        .isPresent();
        return judgeIfPresent(
                machine.clocks().flatMap((clocks, _) -> clocks.engine()),
                subject,
                (offset, source) -> List.of(judge(new Drift(offset), subject, source, desktop)));
    }

    private Finding judge(Drift drift, Subject subject, Source source, boolean desktop) {
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
        return desktop ? found.fixedBy(restart()) : found;
    }

    private static Fix restart() {
        return Fix.of(
                "clock.engine/restart",
                Text.of("fix.clock.engine/restart.title"),
                Set.of(Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                new Step.RunTool(Tool.DESKTOP_RESTART, List.of(), null));
    }
}

package io.devdoctor.check.clock;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer.Row;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Each running distribution against Windows. Whether Windows itself is right is another question: a wrong Windows
/// takes its distributions along, and no offset is seen here.
final class WslClockCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "clock.wsl",
            Area.CLOCK,
            Set.of(Part.CLOCKS, Part.WSL_ANSWER),
            List.of(CheckInfo.any("wsl.responds"), CheckInfo.sameWorld("wsl.distro-state")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        // Who could not be listed could not be asked for the time either.
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list()) instanceof Reading.Unknown<List<Row>> unread) {
            return List.of(unknown(MACHINE, unread));
        }
        return judgeIfPresent(
                machine.clocks(),
                MACHINE,
                (clocks, _) -> clocks.distros().isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : clocks.distros().stream()
                                .flatMap(clock -> judge(clock).stream())
                                .toList());
    }

    private List<Finding> judge(Clocks.DistroClock clock) {
        Subject subject = Subject.distro(clock.distro());
        return judgeIfPresent(
                clock.offset(), subject, (offset, source) -> List.of(judge(new Drift(offset), subject, source)));
    }

    private Finding judge(Drift drift, Subject subject, Source source) {
        String name = subject.name();
        Verdict verdict = drift.verdict("clock.guest");
        if (verdict == Verdict.OK) return ok(subject, "ok", name, drift.size(), drift.uncertainty());
        Finding found = finding(
                subject,
                verdict,
                Certainty.CERTAIN,
                drift.isSlow() ? "slow" : "fast",
                List.of(drift.evidence("evidence.clock.guest-offset", source)),
                name,
                drift.size(),
                drift.uncertainty());
        return Tool.Grammar.DISTRO.admits(name) ? found.fixedBy(fromHardware(name), restart(name)) : found;
    }

    private static Fix fromHardware(String distro) {
        return Fix.of(
                "clock.wsl/from-hardware",
                Text.of("fix.clock.wsl/from-hardware.title", distro),
                Set.of(Effect.NOT_REVERSIBLE),
                new Step.InDistro(distro, DistroCommand.CLOCK_FROM_HARDWARE));
    }

    /// The distribution is opened again, since only a clock that runs can be proved right.
    private static Fix restart(String distro) {
        return Fix.of(
                        "clock.wsl/shutdown",
                        Text.of("fix.clock.wsl/shutdown.title"),
                        Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null),
                        new Step.InDistro(distro, DistroCommand.START))
                .warning(Text.of("warning.wsl.editors"));
    }
}

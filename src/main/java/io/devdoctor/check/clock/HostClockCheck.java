package io.devdoctor.check.clock;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The computer's clock against several time servers.
final class HostClockCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo("clock.host", Area.CLOCK, Set.of(Part.CLOCKS), List.of());
    /// Windows refuses to correct more than this on a computer outside a domain (MaxPosPhaseCorrection).
    private static final Duration MOST_THAT_WINDOWS_CORRECTS = Thresholds.seconds("clock.host.most-corrected-seconds");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        return judgeIfPresent(
                machine.clocks(),
                MACHINE,
                (clocks, _) -> judgeIfPresent(
                        clocks.host(),
                        MACHINE,
                        (offset, source) -> List.of(judge(
                                new Drift(offset),
                                source,
                                clocks,
                                machine.platform().isWindows()))));
    }

    private Finding judge(Drift drift, Source source, Clocks clocks, boolean windows) {
        Verdict verdict = drift.verdict("clock.host");
        boolean notable = drift.offset().provenMagnitude().compareTo(Thresholds.seconds("clock.host.info-seconds")) > 0;
        if (verdict == Verdict.OK && !notable) return ok(MACHINE, "ok", drift.size(), drift.uncertainty());
        boolean alone = clocks.samples().stream()
                        .filter(sample -> sample.offset().isKnown())
                        .count()
                < 2;
        // One server may itself be wrong; only several prove it.
        Verdict most = alone && verdict == Verdict.PROBLEM ? Verdict.WARNING : verdict;
        Finding found = finding(
                MACHINE,
                most == Verdict.OK ? Verdict.INFO : most,
                alone ? Certainty.LIKELY : Certainty.CERTAIN,
                drift.isSlow() ? "slow" : "fast",
                evidence(drift, source, clocks),
                drift.size(),
                drift.uncertainty());
        if (!windows) return found.fixedBy(synchronizeLinux());
        return drift.size().compareTo(MOST_THAT_WINDOWS_CORRECTS) > 0
                ? found.fixedBy(settings())
                : found.fixedBy(resynchronize(), settings());
    }

    private static List<Evidence> evidence(Drift drift, Source source, Clocks clocks) {
        List<Evidence> all = new ArrayList<>();
        all.add(drift.evidence("evidence.clock.host-offset", source));
        for (Clocks.Sample sample : clocks.samples()) {
            if (sample.offset() instanceof Reading.Known<Interval>(Interval offset, Source from)) {
                all.add(new Evidence(Text.of("evidence.clock.server", sample.server()), offset.inSeconds(), from));
            }
        }
        return List.copyOf(all);
    }

    /// The time service is started by Windows when it likes and often stands still; then it refuses to synchronize.
    private static Fix resynchronize() {
        return Fix.of(
                "clock.host/synchronize",
                Text.of("fix.clock.host/synchronize.title"),
                Set.of(Effect.ADMIN, Effect.NOT_REVERSIBLE),
                new Step.RunTool(Tool.TIME_SERVICE_START, List.of(), null),
                new Step.RunTool(Tool.TIME_RESYNC, List.of(), null));
    }

    private static Fix settings() {
        return manual("clock.host/settings", "ms-settings:dateandtime");
    }

    private static Fix synchronizeLinux() {
        return Fix.safe(
                "clock.host/linux",
                Text.of("fix.clock.host/linux.title"),
                new Step.Manual(Text.of("fix.clock.host/linux.words"), null));
    }

    private static Fix manual(String id, String opens) {
        return Fix.safe(id, Text.of("fix." + id + ".title"), new Step.Manual(Text.of("fix." + id + ".words"), opens));
    }
}

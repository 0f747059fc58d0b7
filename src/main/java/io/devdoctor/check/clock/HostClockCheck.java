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
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The computer's clock against several time servers.
final class HostClockCheck implements Check {
    private static final CheckInfo INFO =
            new CheckInfo("clock.host", Area.CLOCK, Set.of(Part.CLOCKS, Part.TIME), List.of());
    /// Windows refuses to correct more than this on a computer outside a domain (MaxPosPhaseCorrection).
    private static final Duration MOST_THAT_WINDOWS_CORRECTS = Thresholds.seconds("clock.host.most-corrected-seconds");

    /// How well a clock that was set by hand agrees.
    private static final Duration BY_HAND = Duration.ofMinutes(5);

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
                        (offset, source) -> List.of(judge(new Drift(offset), source, clocks, machine))));
    }

    private Finding judge(Drift drift, Source source, Clocks clocks, Machine machine) {
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
        if (!machine.platform().isWindows()) return found.fixedBy(synchronizeLinux());
        List<Fix> fixes = new ArrayList<>();
        if (drift.size().compareTo(MOST_THAT_WINDOWS_CORRECTS) <= 0 && canSynchronize(machine)) {
            fixes.add(TimeFixes.resynchronize("clock.host/synchronize"));
        }
        fixes.add(TimeFixes.settings());
        if (looksLikeTwoSystems(drift, machine)) fixes.add(TimeFixes.manual("clock.host/dual-boot", null));
        return found.fixedBy(fixes.toArray(Fix[]::new));
    }

    /// Linux on the same computer sets the hardware clock to UTC, which Windows takes for local time: it is off by what
    /// the zone is, with the other sign.
    private static boolean looksLikeTwoSystems(Drift drift, Machine machine) {
        boolean local = machine.time()
                .flatMap((time, _) -> time.hardwareInUtc())
                .known()
                .map(universal -> !universal)
                .orElseGet(() -> machine.time()
                        .flatMap((time, _) -> time.hardwareInUtc())
                        .isAbsent());
        Optional<Duration> zone = machine.time()
                .flatMap((time, _) -> time.offset())
                .known()
                .map(offset -> Duration.ofSeconds(offset.getTotalSeconds()))
                .filter(offset -> !offset.isZero());
        return local
                && zone.filter(offset ->
                                drift.offset().middle().plus(offset).abs().compareTo(BY_HAND) < 0)
                        .isPresent();
    }

    /// A service that is disabled cannot be started, and one that asks nobody learns nothing.
    private static boolean canSynchronize(Machine machine) {
        boolean disabled = machine.time()
                .flatMap((time, _) -> time.service())
                .known()
                .filter(state -> state.start() == ServiceState.Start.DISABLED)
                .isPresent();
        boolean asksNobody = machine.time()
                .flatMap((time, _) -> time.typeInForce())
                .known()
                .filter(type -> type.strip().equalsIgnoreCase("NoSync"))
                .isPresent();
        return !disabled && !asksNobody;
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

    private static Fix synchronizeLinux() {
        return TimeFixes.manual("clock.host/linux", null);
    }
}

package io.devdoctor.examination;

import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Examines a machine once: every probe on a virtual thread as soon as what it needs has arrived, every check as soon
/// as its parts are there. One slow or broken probe costs its own findings and nothing else.
public final class Examination {
    /// An answer that takes longer is told of.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Setup setup;

    /// What a run goes by.
    record Setup(Ports ports, List<Probe<?>> probes, List<Check> checks, Pace pace, MachineMutes mutes) {
        Setup {
            probes = List.copyOf(probes);
            checks = List.copyOf(checks);
        }
    }

    /// @param deadline after which a probe that has not come back is given up
    /// @param moment   an answer that takes longer is told of
    /// @param limit    after which the whole run is given up
    /// @param times    how often the usual budget slow tools are given
    record Pace(Duration deadline, Duration moment, Optional<Duration> limit, int times) {}

    public Examination(Ports ports, List<Probe<?>> probes, List<Check> checks) {
        this(ports, probes, checks, Duration.ofMillis(Thresholds.number("budget.probe")));
    }

    /// @param deadline after which a probe that has not come back is given up
    Examination(Ports ports, List<Probe<?>> probes, List<Check> checks, Duration deadline) {
        this(new Setup(ports, probes, checks, new Pace(deadline, MOMENT, Optional.empty(), 1), MachineMutes.NONE));
    }

    private Examination(Setup setup) {
        this.setup = setup;
    }

    /// The same machine, asked only what these checks need to know.
    public Examination only(Predicate<CheckInfo> wanted) {
        List<Check> some = setup.checks().stream()
                .filter(check -> wanted.test(check.info()))
                .toList();
        Set<Part<?>> parts = partsFor(some);
        List<Probe<?>> asked = setup.probes().stream()
                .filter(probe -> parts.contains(probe.part()))
                .toList();
        return new Examination(new Setup(setup.ports(), asked, some, setup.pace(), setup.mutes()));
    }

    /// What these checks need to know, and what the probes of that need to know.
    private Set<Part<?>> partsFor(List<Check> some) {
        Set<Part<?>> parts = new LinkedHashSet<>();
        some.forEach(check -> parts.addAll(check.info().needs()));
        Map<Part<?>, Probe<?>> byPart = new LinkedHashMap<>();
        setup.probes().forEach(probe -> byPart.put(probe.part(), probe));
        List<Part<?>> open = new ArrayList<>(parts);
        while (!open.isEmpty()) {
            Probe<?> probe = byPart.get(open.removeLast());
            if (probe != null) probe.needs().stream().filter(parts::add).forEach(open::add);
        }
        return parts;
    }

    /// The same, given up after this time: what was not read by then could not be read.
    public Examination within(Duration time) {
        Pace pace = setup.pace();
        return at(new Pace(pace.deadline(), pace.moment(), Optional.of(time), pace.times()));
    }

    /// The same, where the person at this machine does not want to hear of everything.
    public Examination muting(MachineMutes unheard) {
        return new Examination(new Setup(setup.ports(), setup.probes(), setup.checks(), setup.pace(), unheard));
    }

    /// The same, where each probe may take this many times longer than usual.
    public Examination patient(int times) {
        Pace pace = setup.pace();
        return at(new Pace(pace.deadline().multipliedBy(times), pace.moment(), pace.limit(), times));
    }

    /// The same, telling of answers that take longer than this.
    public Examination telling(Duration moment) {
        Pace pace = setup.pace();
        return at(new Pace(pace.deadline(), moment, pace.limit(), pace.times()));
    }

    private Examination at(Pace other) {
        return new Examination(new Setup(setup.ports(), setup.probes(), setup.checks(), other, setup.mutes()));
    }

    /// The same machine as it would be if these files had other contents; nothing is written.
    ///
    /// @param edits whole contents by path; empty = the file is not there
    public Examination assuming(Map<String, Optional<Bytes>> edits) {
        return new Examination(new Setup(
                setup.ports().assuming(edits), setup.probes(), setup.checks(), setup.pace(), MachineMutes.NONE));
    }

    /// The system to which the examined paths belong.
    public Platform platform() {
        return setup.ports().platform();
    }

    /// Runs to the end (or to the cancellation) and returns the result; events arrive on the calling thread.
    public ExaminationResult run(Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        return new Run(setup, listener, cancellation).toTheEnd();
    }
}

package io.devdoctor.desktop.model;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One examination as far as it has come. Immutable: each event makes the next state.
///
/// @param checks  all checks of the run, in order; empty before the first event
/// @param found   findings of those that have finished
/// @param machine the facts so far
/// @param result  present once the run has finished
public record RunState(
        Origin origin,
        List<CheckInfo> checks,
        Map<CheckInfo, List<Finding>> found,
        Optional<Machine> machine,
        Optional<ExaminationResult> result) {
    public static final RunState NOTHING =
            new RunState(new Origin.Live(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    public RunState after(ExaminationEvent event) {
        return switch (event) {
            case ExaminationEvent.Started started ->
                new RunState(started.origin(), started.checks(), Map.of(), Optional.empty(), Optional.empty());
            case ExaminationEvent.ProbeStarted _ -> this;
            case ExaminationEvent.PartArrived arrived ->
                new RunState(origin, checks, found, Optional.of(arrived.machine()), result);
            case ExaminationEvent.CheckFinished finished -> {
                Map<CheckInfo, List<Finding>> more = new LinkedHashMap<>(found);
                more.put(finished.check(), finished.findings());
                yield new RunState(origin, checks, more, machine, result);
            }
            case ExaminationEvent.Finished(ExaminationResult done) ->
                new RunState(done.origin(), checks, found, Optional.of(done.machine()), Optional.of(done));
        };
    }

    /// The same run under other mutes; one that has not finished hears of them at its next beginning.
    RunState hearing(MachineMutes mutes) {
        return new RunState(origin, checks, found, machine, result.map(done -> done.hearing(mutes, done.startedAt())));
    }

    public boolean isRunning() {
        return result.isEmpty() && !checks.isEmpty();
    }

    public boolean isReplay() {
        return origin instanceof Origin.Replay;
    }

    public boolean isWaiting(CheckInfo check) {
        return !found.containsKey(check);
    }

    /// Everything found so far, in the order of the checks.
    public List<Finding> findings() {
        if (result.isPresent()) return result.get().findings();
        return checks.stream()
                .flatMap(check -> found.getOrDefault(check, List.of()).stream())
                .toList();
    }

    public CauseGraph causes() {
        return result.map(ExaminationResult::causes).orElseGet(() -> CauseGraph.of(findings()));
    }

    public Optional<Finding> find(Finding.Key key) {
        return findings().stream().filter(finding -> finding.key().equals(key)).findFirst();
    }
}

package io.devdoctor.desktop.model;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Wait;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One examination as far as it has come. Immutable: each event makes the next state.
///
/// @param checks   all checks of the run, in order; empty before the first event
/// @param found    findings of those that have finished
/// @param machine  the facts so far
/// @param result   present once the run has finished
/// @param underway what is going on
/// @param again    the newest part of the result that was asked once more
/// @param ended    whether a person ended the run before its time
/// @param before   the finished run of the same machine that stands until this one has finished
/// @param kept     whether this finished run stands because a person cancelled a newer one
public record RunState(
        Origin origin,
        List<CheckInfo> checks,
        Map<CheckInfo, List<Finding>> found,
        Optional<Machine> machine,
        Optional<ExaminationResult> result,
        Underway underway,
        Optional<Again> again,
        boolean ended,
        Optional<RunState> before,
        boolean kept) {
    public static final RunState NOTHING =
            new RunState(new Origin.Live(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    /// A run where nothing is going on.
    public RunState(
            Origin origin,
            List<CheckInfo> checks,
            Map<CheckInfo, List<Finding>> found,
            Optional<Machine> machine,
            Optional<ExaminationResult> result) {
        this(
                origin,
                checks,
                found,
                machine,
                result,
                Underway.NOTHING,
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    public RunState after(ExaminationEvent event) {
        return switch (event) {
            case ExaminationEvent.Started started ->
                new RunState(started.origin(), started.checks(), Map.of(), Optional.empty(), Optional.empty());
            case ExaminationEvent.ProbeStarted(Part<?> part) -> with(underway.begun(part));
            case ExaminationEvent.PartArrived arrived ->
                new RunState(
                        origin,
                        checks,
                        found,
                        Optional.of(arrived.machine()),
                        result,
                        underway.ended(arrived.part()),
                        again,
                        ended,
                        before,
                        kept);
            case ExaminationEvent.Slow(List<Wait> waits) -> with(underway.waiting(waits));
            case ExaminationEvent.CheckFinished finished -> {
                Map<CheckInfo, List<Finding>> more = new LinkedHashMap<>(found);
                more.put(finished.check(), finished.findings());
                yield new RunState(origin, checks, more, machine, result, underway, again, ended, before, kept);
            }
            case ExaminationEvent.Finished(ExaminationResult done) ->
                new RunState(
                        done.origin(),
                        checks,
                        found,
                        Optional.of(done.machine()),
                        Optional.of(done),
                        underway.ended(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false);
        };
    }

    RunState with(Underway now) {
        return new RunState(origin, checks, found, machine, result, now, again, ended, before, kept);
    }

    /// The same, where a person ended the run before its time.
    RunState endedEarly() {
        return new RunState(origin, checks, found, machine, result, Underway.NOTHING, again, true, before, false);
    }

    /// The same, on its way while an older run of the machine stands.
    RunState over(RunState older) {
        return new RunState(
                origin, checks, found, older.machine(), result, underway, again, ended, Optional.of(older), false);
    }

    /// The same, after a newer run was cancelled.
    RunState stillStanding() {
        return new RunState(origin, checks, found, machine, result, Underway.NOTHING, again, ended, before, true);
    }

    /// The same, once a person has read that a newer run was cancelled.
    RunState acknowledged() {
        return new RunState(origin, checks, found, machine, result, underway, again, ended, before, false);
    }

    /// The same run under other mutes; one that has not finished hears of them at its next beginning.
    RunState hearing(MachineMutes mutes) {
        Optional<ExaminationResult> heard = result.map(done -> done.hearing(mutes, done.startedAt()));
        Optional<RunState> older = before.map(run -> run.hearing(mutes));
        return new RunState(origin, checks, found, machine, heard, underway, again, ended, older, kept);
    }

    /// This finished run while a part of it is asked once more. All of the part changes at once, at its end.
    ///
    /// @param some the run of that part as far as it has come
    RunState during(RunState some) {
        return acknowledged().with(some.underway().again(Set.copyOf(some.checks())));
    }

    /// This finished run with what a part of it said when it was asked once more.
    RunState renewed(RunState some, Text what) {
        ExaminationResult old = result.orElseThrow();
        ExaminationResult fresh = some.result().orElseThrow();
        Map<CheckInfo, List<Finding>> all = new LinkedHashMap<>(found);
        all.putAll(some.found());
        Machine read = old.machine();
        for (Part<?> part : some.underway().read()) read = renewed(read, fresh.machine(), part);
        List<Finding> findings = checks.stream()
                .flatMap(check -> all.getOrDefault(check, List.of()).stream())
                .toList();
        ExaminationResult whole =
                new ExaminationResult(origin, read, findings, CauseGraph.of(findings), old.startedAt(), old.took());
        Again last = new Again(what, fresh.startedAt(), fresh.took());
        return new RunState(
                origin,
                checks,
                all,
                Optional.of(read),
                Optional.of(whole),
                Underway.NOTHING,
                Optional.of(last),
                ended,
                Optional.empty(),
                false);
    }

    private static <T> Machine renewed(Machine before, Machine fresh, Part<T> part) {
        return before.with(part, fresh.part(part));
    }

    /// Whether all of it is being examined.
    public boolean isRunning() {
        return result.isEmpty() && !checks.isEmpty();
    }

    /// Whether anything is being examined.
    public boolean isBusy() {
        return isRunning() || !underway.again().isEmpty();
    }

    /// Whether the result is of one whole run: not ended early, and no part of it newer than the rest.
    public boolean isWhole() {
        return result.isPresent() && !ended && again.isEmpty();
    }

    public Stage stage(CheckInfo check) {
        if (!isWaiting(check)) return new Stage.Done(underway.again().contains(check));
        if (before.isPresent()) return new Stage.Done(true);
        return underway.waits().stream()
                .filter(wait -> check.needs().contains(wait.part()))
                .max(Comparator.comparing(Wait::waited))
                .<Stage>map(Stage.Slow::new)
                .orElseGet(() -> check.needs().stream().anyMatch(underway.reading()::contains)
                        ? new Stage.Reading()
                        : new Stage.Waiting());
    }

    public boolean isReplay() {
        return origin instanceof Origin.Replay;
    }

    public boolean isWaiting(CheckInfo check) {
        return result.isEmpty() && !found.containsKey(check);
    }

    /// Everything found so far, in the order of the checks; what an older run found as long as it stands.
    public List<Finding> findings() {
        if (result.isPresent()) return result.get().findings();
        if (before.isPresent()) return before.get().findings();
        return checks.stream()
                .flatMap(check -> found.getOrDefault(check, List.of()).stream())
                .toList();
    }

    public CauseGraph causes() {
        return result.map(ExaminationResult::causes)
                .or(() -> before.map(RunState::causes))
                .orElseGet(() -> CauseGraph.of(findings()));
    }

    public Optional<Finding> find(Finding.Key key) {
        return findings().stream().filter(finding -> finding.key().equals(key)).findFirst();
    }
}

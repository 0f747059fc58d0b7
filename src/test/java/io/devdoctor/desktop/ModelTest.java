package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.AreaSummary;
import io.devdoctor.desktop.model.FindingGroup;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.desktop.model.FindingGroups;
import io.devdoctor.desktop.model.Heading;
import io.devdoctor.desktop.model.Headlines;
import io.devdoctor.desktop.model.MachineLine;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.StatusLine;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.picture.ClockPicture;
import io.devdoctor.examination.picture.DiskPicture;
import io.devdoctor.examination.picture.ResourcePicture;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the window shows, asked without a window.
class ModelTest {
    private final Messages english = Messages.of(Language.ENGLISH).in(ZoneOffset.UTC);
    private final List<RunState> states = states();

    /// Every state that a window would see during one run.
    private static List<RunState> states() {
        List<RunState> states = new ArrayList<>();
        states.add(RunState.NOTHING);
        new FixtureMachines().live().run(event -> states.add(states.getLast().after(event)), new Cancellation());
        return states;
    }

    private RunState last() {
        return states.getLast();
    }

    @Test
    void everyCheckIsListedFromTheStartAndKeepsItsPlace() {
        List<RunState> running = states.stream().filter(RunState::isRunning).toList();
        assertThat(running)
                .isNotEmpty()
                .allSatisfy(run -> assertThat(ids(run)).containsExactlyElementsOf(ids(running.getFirst())));
        assertThat(groups(running.getFirst()).getFirst().rows()).allMatch(Row.Waiting.class::isInstance);
    }

    @Test
    void consequencesStandBeneathTheirCauseAndAreStillCounted() {
        FindingGroup problems = groups(last()).getFirst();
        assertThat(problems.rows().stream()
                        .map(row -> FindingGroups.checkOf(row).id()))
                .containsExactly("wsl.config-memory", "docker.memory", "container.out-of-memory", "clock.wsl");
        assertThat(problems.rows().stream().map(row -> ((Row.Found) row).consequence()))
                .containsExactly(false, true, true, false);
        assertThat(problems.count()).isEqualTo(3);
        assertThat(groups(last()).get(1).count()).isEqualTo(4);
        assertThat(groups(last()).get(1).elsewhere()).isEqualTo(1);
    }

    @Test
    void theCauseOfTheHeadlineComesFirstThoughItIsOnlyAWarning() throws UnusableRecording {
        var result = new FixtureMachines().sample("starved-zh-cn").run(_ -> {}, new Cancellation());
        RunState run = new RunState(
                result.origin(), List.of(), java.util.Map.of(), Optional.of(result.machine()), Optional.of(result));
        Finding cause = Headlines.of(run).finding().orElseThrow();
        List<FindingGroup> groups = groups(run);
        assertThat(groups.getFirst().rows().getFirst()).isEqualTo(new Row.Found(cause, false));
        assertThat(groups.stream().flatMap(group -> group.rows().stream()))
                .hasSameSizeAs(run.findings())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatPassedIsQuiet() {
        assertThat(groups(last()).stream().filter(FindingGroup::isQuiet).map(FindingGroup::heading))
                .containsExactly(Optional.of(Heading.OK));
    }

    @Test
    void whatIsMutedStandsFoldedByItself() {
        Finding memory = last().find(StarvedMachine.memory().key()).orElseThrow();
        Muted.Word word = new Muted.Word(new Muted.By.Person(StarvedMachine.TAKEN), "known", Optional.empty(), false);
        List<Finding> findings = last().findings().stream()
                .map(one -> one.equals(memory) ? one.muted(List.of(word)) : one)
                .toList();
        ExaminationResult done = last().result().orElseThrow();
        RunState run = last().after(new ExaminationEvent.Finished(new ExaminationResult(
                done.origin(), done.machine(), findings, CauseGraph.of(findings), done.startedAt(), done.took())));
        FindingGroup muted = groups(run).stream()
                .filter(group -> group.heading().filter(Heading.MUTED::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(muted.rows()).containsExactly(new Row.Found(memory.muted(List.of(word)), false));
        assertThat(muted.isQuiet()).isTrue();
        assertThat(muted.count()).isEqualTo(1);
        FindingGroup problems = groups(run).stream()
                .filter(group -> group.heading().filter(Heading.PROBLEM::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(problems.count()).isEqualTo(2);
        assertThat(AreaSummary.of(run)).contains(new AreaSummary(Area.WSL, Optional.of(Verdict.WARNING), 2, 0));
    }

    @Test
    void areasShowTheirWorst() {
        assertThat(AreaSummary.of(last()))
                .contains(
                        new AreaSummary(Area.HOST, Optional.of(Verdict.OK), 3, 0),
                        new AreaSummary(Area.WSL, Optional.of(Verdict.PROBLEM), 1, 0),
                        new AreaSummary(Area.NETWORK, Optional.of(Verdict.UNKNOWN), 1, 0),
                        new AreaSummary(Area.DOCKER, Optional.of(Verdict.WARNING), 2, 0));
    }

    @Test
    void theHeadlineNamesTheRootCause() {
        assertThat(english.say(Headlines.of(last()).title()))
                .isEqualTo("One cause explains 2 symptoms: WSL runs with 256 MB of memory");
    }

    @Test
    void aHealthyMachineIsCalledHealthy() throws UnusableRecording {
        var result = new FixtureMachines().sample("healthy-en").run(_ -> {}, new Cancellation());
        RunState run = new RunState(
                result.origin(), List.of(), java.util.Map.of(), Optional.of(result.machine()), Optional.of(result));
        assertThat(english.say(Headlines.of(run).title())).isEqualTo("No problems found");
    }

    @Test
    void theMachineIsNamedInOneLine() {
        MachineLine line = MachineLine.of(machine(), english.format());
        assertThat(line.system()).isEqualTo("Windows 11 24H2 · 16 GB");
        assertThat(line.software()).isEqualTo("WSL 2.6.3 · Docker Desktop 4.52.0 · Engine 29.0.1");
    }

    @Test
    void theStatusSaysWhatAnswers() {
        StatusLine status = StatusLine.of(last(), english.format());
        assertThat(english.say(status.engine().orElseThrow().text())).isEqualTo("Engine answers in 12 ms");
        assertThat(english.say(status.wsl().orElseThrow())).isEqualTo("WSL: 2 distributions running");
        assertThat(english.say(status.examined().orElseThrow())).startsWith("Examined at 04:03 in ");
        assertThat(StatusLine.of(RunState.NOTHING, english.format()).engine()).isEmpty();
    }

    @Test
    void memoryIsDrawnOnlyFromFacts() {
        ResourcePicture memory = ResourcePicture.memory(machine()).orElseThrow();
        assertThat(memory.total()).isEqualTo(16 * StarvedMachine.GB);
        assertThat(memory.advised()).hasValue(8 * StarvedMachine.GB);
        assertThat(memory.level(ResourcePicture.Place.WSL).orElseThrow().size()).isEqualTo(233_156L << 10);
        assertThat(ResourcePicture.memory(nothingRead())).isEmpty();
    }

    @Test
    void clocksAreDrawnAgainstTrueTime() {
        ClockPicture clocks = ClockPicture.of(machine()).orElseThrow();
        assertThat(clocks.againstTrueTime()).isTrue();
        assertThat(clocks.lanes().get(1).offset().middle()).isEqualTo(Duration.ofMillis(-41_170));
        assertThat(clocks.place(Duration.ZERO)).isZero();
        assertThat(clocks.place(Duration.ofSeconds(-41))).isBetween(-1.0, -0.5);
        assertThat(ClockPicture.of(nothingRead())).isEmpty();
    }

    @Test
    void theDiskIsDividedWithoutCountingTwice() {
        DiskPicture disk = DiskPicture.of(machine()).orElseThrow();
        assertThat(disk.total()).isEqualTo(64 * StarvedMachine.GB);
        assertThat(disk.reclaimable()).isEqualTo(17 * StarvedMachine.GB);
        assertThat(disk.halves().getFirst().kind()).isEqualTo(DiskPicture.Kind.IMAGES);
        assertThat(disk.halves().getFirst().bytes()).isEqualTo(22 * StarvedMachine.GB);
        assertThat(DiskPicture.of(nothingRead())).isEmpty();
    }

    private Machine machine() {
        return last().machine().orElseThrow();
    }

    private Machine nothingRead() {
        return Machine.of(machine().platform(), machine().taken());
    }

    private static List<FindingGroup> groups(RunState run) {
        return FindingGroups.of(run, Optional.empty(), _ -> true);
    }

    private static List<String> ids(RunState run) {
        return groups(run).stream()
                .flatMap(group -> group.rows().stream())
                .map(row -> FindingGroups.checkOf(row).id())
                .toList();
    }
}

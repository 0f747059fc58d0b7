package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.testing.sim.Illness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fix all safe on the simulated Windows: one plan, one diff of each file, one restart, and everything taken back.
class PlanTest {
    private static final String WSLCONFIG = "C:\\Users\\li\\.wslconfig";

    @TempDir
    private Path temp;

    @Test
    void editsOfOneFileBecomeOneWithoutAnyEffect() throws Exception {
        Plan plan = starved().allSafe();
        assertThat(plan.treatments()).singleElement().satisfies(one -> {
            assertThat(checks(one.findings()))
                    .containsExactly("wsl.config-syntax", "wsl.config-memory", "docker.memory");
            assertThat(one.fix().steps())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Step.EditFile.class, edit -> assertThat(edit.path()).isEqualTo(WSLCONFIG));
            assertThat(one.fix().effects()).isEmpty();
        });
        assertThat(plan.restarts()).containsExactly(TakesEffect.WSL_RESTART);
        assertThat(plan.skipped())
                .extracting(each -> each.finding().check().id(), Plan.Skipped::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("wsl.distro-version", Plan.Reason.HAS_EFFECT),
                        org.assertj.core.groups.Tuple.tuple("container.out-of-memory", Plan.Reason.BY_HAND));
    }

    /// From five illnesses to health and back.
    @Test
    void fixAllSafeThenTheRestOneByOneThenAllOfItBack() throws Exception {
        Clinic clinic = starved();
        Map<String, String> before = clinic.windows.picture();
        Set<Finding.Key> ill = ill(clinic);

        PlanOutcome outcome = clinic.apply(clinic.allSafe());
        assertThat(outcome.count(How.PENDING)).isEqualTo(3);
        assertThat(outcome.results()).hasSizeGreaterThanOrEqualTo(ill.size());
        PendingWork work = clinic.repairer.pendingWork().getFirst();
        assertThat(work.restart()).isEqualTo(TakesEffect.WSL_RESTART);
        assertThat(work.how().effects())
                .contains(Effect.STOPS_WSL, Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE);
        assertThat(work.stops().distros().known()).contains(List.of("Ubuntu-24.04", "docker-desktop"));
        assertThat(work.stops().containers().known()).contains(List.of("mall-gateway-1", "mall-mysql-1"));
        assertThat(restart(clinic, work).settled())
                .singleElement()
                .satisfies(settled -> assertThat(settled.outcome()).isInstanceOf(Outcome.Cured.class));
        assertThat(clinic.repairer.pendingWork()).isEmpty();
        assertThat(checks(clinic.examine().stream()
                        .filter(finding -> finding.verdict().isIllness())
                        .toList()))
                .doesNotContain("wsl.config-syntax", "wsl.config-memory", "docker.memory");

        confirmOneByOne(clinic);
        // The container that had been killed is started by hand: now there is memory for it.
        clinic.windows.startContainer("mall-search-1");
        assertThat(clinic.examine())
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as("%s", finding.title())
                        .isIn(Verdict.OK, Verdict.INFO, Verdict.NOT_APPLICABLE));

        Set<TakesEffect> later = new HashSet<>();
        for (Entry entry : clinic.repairer.entries()) {
            UndoOutcome undone = clinic.repairer.undo(entry.id());
            if (undone instanceof UndoOutcome.Undone(var _, var _, TakesEffect restart)) later.add(restart);
            if (entry.canUndo()) assertThat(undone).as(entry.fix()).isInstanceOf(UndoOutcome.Undone.class);
            else assertThat(undone).as(entry.fix()).isEqualTo(new UndoOutcome.NothingToUndo(entry.id()));
        }
        assertThat(clinic.windows.picture()).isEqualTo(before);
        // The virtual machine that runs still has what was taken back.
        assertThat(later).contains(TakesEffect.WSL_RESTART);
        clinic.windows.restartWsl("Ubuntu-24.04");
        clinic.windows.restartDesktop();
        assertThat(checks(ill(clinic)))
                .contains("wsl.config-syntax", "wsl.config-memory", "wsl.distro-version", "docker.registry-mirrors");
    }

    private static void confirmOneByOne(Clinic clinic) {
        for (int i = 0; i < 20; i++) {
            Optional<Finding> next = clinic.examine().stream()
                    .filter(finding -> finding.verdict().isIllness())
                    .filter(finding -> automatic(finding).isPresent())
                    .findFirst();
            if (next.isEmpty()) return;
            Fix fix = automatic(next.get()).orElseThrow();
            assertThat(clinic.repairer.apply(next.get(), fix, new Consent(Asker.DESKTOP, Set.of()), _ -> {}))
                    .isEqualTo(new Outcome.Refused(Refusal.NO_CONSENT));
            assertThat(clinic.repairer.apply(next.get(), fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                    .as(fix.id())
                    .isInstanceOf(Outcome.Cured.class);
        }
        throw new AssertionError("no end of illnesses");
    }

    private static Optional<Fix> automatic(Finding finding) {
        return finding.fixes().stream().filter(fix -> !fix.isManual()).findFirst();
    }

    @Test
    void oneEntryTellsOfAllItCuresAndIsTakenBackAsOne() throws Exception {
        Clinic clinic = starved();
        Map<String, String> before = clinic.windows.picture();
        clinic.apply(clinic.allSafe());
        Entry entry = clinic.repairer.entries().getFirst();
        assertThat(entry.cures())
                .extracting(cure -> cure.finding().check(), Entry.Cure::fix)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("wsl.config-syntax", "wsl.config-syntax/correct"),
                        org.assertj.core.groups.Tuple.tuple("wsl.config-memory", "wsl.config-memory/advised"),
                        org.assertj.core.groups.Tuple.tuple("docker.memory", "docker.memory/set"));
        assertThat(clinic.repairer.undo(entry.id())).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    /// Another process, a minute or a day later, finds what waits.
    @Test
    void whatWaitsSurvivesTheProcessAndIsSettledAfterWindowsStartedAgain() throws Exception {
        Clinic clinic = starved();
        clinic.apply(clinic.allSafe());
        Clinic later = starved();
        assertThat(later.repairer.settlePending()).isEmpty();
        assertThat(later.repairer.pendingWork())
                .singleElement()
                .satisfies(work -> assertThat(work.entries()).hasSize(1));
        later.windows.reboot();
        later.windows.quitDesktop();
        assertThat(starved().repairer.settlePending())
                .as("while Docker Desktop is silent")
                .isEmpty();
        later.windows.restartWsl("Ubuntu-24.04");
        later.windows.startDesktop();
        Clinic next = starved();
        assertThat(next.repairer.settlePending())
                .singleElement()
                .satisfies(settled -> assertThat(settled.outcome()).isInstanceOf(Outcome.Cured.class));
        assertThat(next.repairer.pendingWork()).isEmpty();
    }

    @Test
    void aRestartThatDoesNothingLeavesTheChangesWaiting() throws Exception {
        Clinic clinic = starved();
        clinic.apply(clinic.allSafe());
        clinic.windows.lieAbout("--shutdown");
        PendingWork.Restarted restarted =
                restart(clinic, clinic.repairer.pendingWork().getFirst());
        assertThat(restarted.settled())
                .singleElement()
                .satisfies(settled -> assertThat(settled.outcome()).isInstanceOf(Outcome.Pending.class));
        assertThat(clinic.repairer.pending()).hasSize(1);
    }

    @Test
    void nothingIsRestartedWithoutConsent() throws Exception {
        Clinic clinic = starved();
        clinic.apply(clinic.allSafe());
        PendingWork work = clinic.repairer.pendingWork().getFirst();
        assertThat(clinic.repairer
                        .restart(work, new Consent(Asker.DESKTOP, Set.of()), _ -> {})
                        .restart())
                .isEqualTo(new Outcome.Refused(Refusal.NO_CONSENT));
        assertThat(clinic.repairer.pending()).hasSize(1);
    }

    /// Somebody puts the file back at once.
    @Test
    void whatSomebodyPutsBackIsNotCured() throws Exception {
        Clinic clinic = starved();
        clinic.windows.haunt(WSLCONFIG);
        PlanOutcome outcome = clinic.apply(clinic.allSafe());
        assertThat(outcome.count(How.NOT_CURED)).isEqualTo(3);
        assertThat(outcome.count(How.PENDING)).isZero();
    }

    @Test
    void whatChangedAfterThePreviewIsToldAndLeftAlone() throws Exception {
        Clinic clinic = starved();
        Plan plan = clinic.allSafe();
        byte[] theirs = "[wsl2]\r\nmemory=3GB\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(clinic.windows.real(WSLCONFIG), theirs);
        PlanOutcome outcome = clinic.apply(plan);
        assertThat(outcome.results().getFirst())
                .satisfies(result -> assertThat(result.how()).isEqualTo(How.FAILED))
                .satisfies(result -> assertThat(result.words().key()).isEqualTo("outcome.changed"));
        assertThat(Files.readAllBytes(clinic.windows.real(WSLCONFIG))).isEqualTo(theirs);
    }

    /// Between preview and click somebody does the very same by hand: that is theirs.
    @Test
    void whatSomebodyDidAlreadyIsNotTakenBack() throws Exception {
        Clinic clinic = starved();
        Plan plan = clinic.allSafe();
        Step.EditFile edit =
                (Step.EditFile) plan.treatments().getFirst().fix().steps().getFirst();
        Files.write(
                clinic.windows.real(WSLCONFIG),
                java.util.Objects.requireNonNull(edit.after()).toArray());
        Map<String, String> theirs = clinic.windows.picture();
        assertThat(clinic.apply(plan).count(How.PENDING)).isEqualTo(3);
        Entry entry = clinic.repairer.entries().getFirst();
        assertThat(entry.steps()).extracting(Entry.Done::progress).containsExactly(Entry.Progress.FOUND);
        assertThat(entry.canUndo()).isFalse();
        assertThat(clinic.repairer.undo(entry.id())).isEqualTo(new UndoOutcome.NothingToUndo(entry.id()));
        assertThat(clinic.windows.picture()).isEqualTo(theirs);
    }

    @Test
    void aStoppedPlanBeginsNothingMore() throws Exception {
        Clinic clinic = starved();
        Cancellation stop = new Cancellation();
        stop.cancel();
        PlanOutcome outcome =
                clinic.repairer.apply(clinic.allSafe(), new Consent(Asker.DESKTOP, Set.of()), stop, _ -> {});
        assertThat(outcome.count(How.SKIPPED)).isEqualTo(outcome.results().size());
        assertThat(clinic.repairer.entries()).isEmpty();
    }

    @Test
    void tellsWhatHappensInOrder() throws Exception {
        Clinic clinic = starved();
        List<String> told = new ArrayList<>();
        clinic.repairer.apply(
                clinic.allSafe(),
                new Consent(Asker.DESKTOP, Set.of()),
                new Cancellation(),
                event -> told.add(
                        switch (event) {
                            case PlanEvent.Started started -> "started " + started.number() + "/" + started.of();
                            case PlanEvent.Within within ->
                                within.event().getClass().getSimpleName();
                            case PlanEvent.Ended ended ->
                                "ended " + ended.outcome().getClass().getSimpleName();
                        }));
        assertThat(told).containsExactly("started 1/1", "StepStarted", "StepDone", "Proving", "ended Pending");
    }

    /// Docker Desktop, which does not run, is to be started, and settings are to be edited that it would overwrite.
    @Test
    void settingsOfDockerDesktopAreEditedBeforeItIsStarted() throws Exception {
        Clinic clinic =
                Clinic.of(Course.proof("docker.tcp-exposed/while-stopped").bytes(), temp);
        Plan plan = clinic.allSafe();
        assertThat(plan.treatments())
                .extracting(treatment -> treatment.fix().id())
                .containsExactly("docker.tcp-exposed/close", "docker.running/start");
        assertThat(clinic.apply(plan).results().getFirst())
                .satisfies(result -> assertThat(result.finding().check().id()).isEqualTo("docker.tcp-exposed"))
                .satisfies(result -> assertThat(result.how()).isEqualTo(How.CURED));
    }

    private Clinic starved() throws Exception {
        return Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
    }

    private static PendingWork.Restarted restart(Clinic clinic, PendingWork work) throws Exception {
        return clinic.repairer.restart(work, Consent.to(work.how(), Asker.DESKTOP), _ -> {});
    }

    private static Set<Finding.Key> ill(Clinic clinic) {
        return clinic.examine().stream()
                .filter(finding -> finding.verdict().isIllness())
                .map(Finding::key)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static List<String> checks(List<Finding> findings) {
        return findings.stream().map(finding -> finding.check().id()).toList();
    }

    private static List<String> checks(Set<Finding.Key> findings) {
        return findings.stream().map(Finding.Key::check).toList();
    }
}

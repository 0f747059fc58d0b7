package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Step;
import io.devdoctor.probe.Probes;
import io.devdoctor.proof.Proof;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fix all safe on every machine that a proof describes.
class PlansOfProofsTest {
    @TempDir
    private Path temp;

    /// Whether all holds that a plan promises; those in which fixes met are carried out, proved and taken back.
    @Test
    void everyPlanIsWholeSafeAndFreeOfConflicts() throws Exception {
        int plans = 0;
        int merged = 0;
        Set<List<String>> seen = new HashSet<>();
        for (Proof proof : Proof.all()) {
            byte[] recording = proof.recording().toString().getBytes(StandardCharsets.UTF_8);
            Ports ports = RecordedPorts.open(recording, proof.toString());
            Examination machine = new Examination(ports, Probes.ALL, Checks.ALL);
            ExaminationResult result = machine.run(_ -> {}, new Cancellation());
            Plan plan = new Planner(result, machine).allSafe();
            assertKeepsItsPromises(plan, result, ports, proof);
            if (!plan.isEmpty()) plans++;
            List<List<String>> meetings = meetings(plan);
            if (meetings.isEmpty() || !seen.addAll(meetings)) continue;
            merged++;
            carryOut(recording, temp.resolve("windows-" + merged), proof);
        }
        IO.println("Plans: " + plans + ", carried out where fixes met: " + merged + " of them, " + seen);
        assertThat(plans).isGreaterThan(100);
        assertThat(merged).isGreaterThan(3);
    }

    private static List<List<String>> meetings(Plan plan) {
        return plan.treatments().stream()
                .filter(treatment -> treatment.remedies().size() > 1)
                .map(treatment -> treatment.remedies().stream()
                        .map(remedy -> remedy.fix().id())
                        .sorted()
                        .toList())
                .toList();
    }

    private static void assertKeepsItsPromises(Plan plan, ExaminationResult result, Ports ports, Proof proof) {
        List<Finding> told = new ArrayList<>(plan.findings());
        plan.skipped().stream()
                .filter(skipped -> skipped.reason() != Plan.Reason.INFORMATION)
                .forEach(skipped -> told.add(skipped.finding()));
        List<Finding> ill = result.findings().stream()
                .filter(finding -> finding.verdict().isIllness())
                .toList();
        assertThat(told).as("%s", proof).containsExactlyInAnyOrderElementsOf(ill);
        Set<String> touched = new HashSet<>();
        for (Treatment treatment : plan.treatments()) {
            assertThat(treatment.fix().isSafe())
                    .as("%s %s", proof, treatment.fix())
                    .isTrue();
            Set<String> own = new HashSet<>();
            for (Step step : treatment.fix().steps()) {
                Targets.of(step, ports.platform().isWindows()).forEach(own::add);
                if (step instanceof Step.EditFile edit && treatment.remedies().size() > 1) {
                    var now = ports.files().read(edit.path());
                    assertThat(now.known().map(content -> content.bytes()).orElse(null))
                            .as("%s %s", proof, edit.path())
                            .isEqualTo(edit.before());
                }
            }
            assertThat(touched).as("%s %s", proof, treatment.fix().id()).doesNotContainAnyElementsOf(own);
            touched.addAll(own);
        }
    }

    private static void carryOut(byte[] recording, Path folder, Proof proof) throws Exception {
        Clinic clinic = Clinic.of(recording, folder);
        Map<String, String> before = clinic.windows.picture();
        PlanOutcome outcome = clinic.apply(clinic.allSafe());
        assertThat(outcome.results().stream().filter(each -> each.entry().isPresent()))
                .as("%s", proof)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.how()).as("%s", each).isIn(How.CURED, How.PENDING));
        for (Entry entry : clinic.repairer.entries()) {
            if (entry.canUndo()) {
                assertThat(clinic.repairer.undo(entry.id())).isInstanceOf(UndoOutcome.Undone.class);
            }
        }
        assertThat(Objects.requireNonNull(clinic.windows.picture()))
                .as("%s", proof)
                .isEqualTo(before);
    }
}

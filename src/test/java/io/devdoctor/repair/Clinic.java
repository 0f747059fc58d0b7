package io.devdoctor.repair;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Fix;
import io.devdoctor.probe.Probes;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.sim.SimulatedWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A simulated Windows under the real probes, the real checks and the real repairer.
final class Clinic {
    final SimulatedWindows windows;
    final Repairer repairer;
    private final Ports ports;

    private Clinic(Path folder, byte[] recording, Crashpoint crash) throws IOException {
        this.windows = new SimulatedWindows(folder.resolve("windows"), recording);
        this.ports = windows.ports();
        Journal journal = new Journal(new DataFolder(folder.resolve("data")).create(), DiskCalls.REAL, crash::reached);
        this.repairer = new Repairer(
                ports,
                windows.changes(crash),
                new Reexamination(ports, Probes.ALL, Checks.ALL),
                journal,
                new Patience(Duration.ofMillis(500), Duration.ofMillis(10)));
    }

    static Clinic of(String sample, Path folder) throws IOException, RecordingException {
        return of(Samples.bytes(sample), folder);
    }

    static Clinic of(byte[] recording, Path folder) throws IOException {
        return of(recording, folder, Crashpoint.NONE);
    }

    static Clinic of(byte[] recording, Path folder, Crashpoint crash) throws IOException {
        return new Clinic(folder, recording, crash);
    }

    List<Finding> examine() {
        return examination().run(_ -> {}, new Cancellation()).findings();
    }

    private Examination examination() {
        return new Examination(ports, Probes.ALL, Checks.ALL);
    }

    /// Fix all safe, as planned now.
    Plan allSafe() {
        Examination examination = examination();
        return new Planner(examination.run(_ -> {}, new Cancellation()), examination).allSafe();
    }

    PlanOutcome apply(Plan plan) {
        return repairer.apply(plan, new Consent(Asker.COMMAND_LINE, Set.of()), new Cancellation(), _ -> {});
    }

    /// The finding that offers this fix.
    Finding offering(String fix) {
        return examine().stream()
                .filter(finding -> finding.fixes().stream()
                        .anyMatch(offered -> offered.id().equals(fix)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding offers " + fix));
    }

    boolean isOffered(String fix) {
        return examine().stream()
                .flatMap(finding -> finding.fixes().stream())
                .anyMatch(offered -> offered.id().equals(fix));
    }

    Outcome apply(String id) {
        Finding finding = offering(id);
        Fix fix = finding.fixes().stream()
                .filter(offered -> offered.id().equals(id))
                .findFirst()
                .orElseThrow();
        return repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {});
    }

    String lastEntry() throws IOException {
        return repairer.entries().getFirst().id();
    }
}

package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.EngineBench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Restarting a real container that is unhealthy: its own check says whether that helped.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class RestartEngineTest {
    private static final List<Check> CHECKS = Checks.ALL.stream()
            .filter(check -> check.info().id().equals("container.unhealthy"))
            .toList();

    @TempDir
    private Path folder;

    private EngineBench engine;
    private Ports ports;
    private List<Probe<?>> probes;
    private Repairer repairer;

    @BeforeEach
    void anImage() throws Exception {
        engine = new EngineBench(folder);
        engine.image(engine.name);
        ports = PosixPorts.live();
        probes = Probes.with(new ProbeOptions(Optional.of(engine.endpoint), List.of("127.0.0.1:9")));
        Journal journal = new Journal(new DataFolder(folder.resolve("data")).create(), DiskCalls.REAL, Crashpoint.NONE);
        repairer = new Repairer(ports, Bench.engineChanges(), new Reexamination(ports, probes, CHECKS), journal);
    }

    @AfterEach
    void clean() throws Exception {
        engine.clear();
    }

    @Test
    void aContainerThatRecoversIsCured() throws Exception {
        assertThat(restart(unhealthy("rm -f /bad; sleep 600"))).isInstanceOf(Outcome.Cured.class);
    }

    /// It starts as ill as it was, which its check says some time after the start.
    @Test
    void aContainerThatStaysIllIsNotCured() throws Exception {
        assertThat(restart(unhealthy("sleep 600"))).isInstanceOf(Outcome.NotCured.class);
    }

    @Test
    void aContainerThatWentMeanwhileFails() throws Exception {
        Finding ill = unhealthy("sleep 600");
        engine.docker("rm", "-f", ill.subject().name());
        assertThat(restart(ill)).isInstanceOf(Outcome.Failed.class);
    }

    private Finding unhealthy(String program) throws Exception {
        String container = engine.container(
                "ill",
                "-d",
                "--stop-signal",
                "KILL",
                "--health-cmd",
                "test ! -f /bad",
                "--health-interval",
                "1s",
                "--health-retries",
                "1",
                engine.name,
                "sh",
                "-c",
                program);
        engine.docker("exec", container, "touch", "/bad");
        engine.await(container, "{{.State.Health.Status}}", "unhealthy");
        return new Examination(ports, probes, CHECKS)
                .run(_ -> {}, new Cancellation()).findings().stream()
                        .filter(finding -> finding.subject().name().equals(container))
                        .findFirst()
                        .orElseThrow();
    }

    private Outcome restart(Finding finding) {
        Fix fix = finding.fixes().stream()
                .filter(candidate -> candidate.steps().getFirst() instanceof Step.EngineCall)
                .findFirst()
                .orElseThrow();
        assertThat(fix.effects()).containsExactlyInAnyOrder(Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE);
        return repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {});
    }
}

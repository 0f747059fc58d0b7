package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.DiskUsage;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// This Linux machine with a real engine: what is there is found, nothing is made up.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class RealMachineEngineTest {
    private final String endpoint = String.valueOf(System.getenv("DEVDOCTOR_TEST_ENGINE"));
    private final String name = "devdoctor-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @BeforeEach
    void anImage() throws Exception {
        Files.createDirectories(folder.resolve("root/bin"));
        Files.copy(Path.of("/bin/busybox"), folder.resolve("root/bin/busybox"));
        Files.createSymbolicLink(folder.resolve("root/bin/sh"), Path.of("busybox"));
        run(
                "tar",
                "-C",
                folder.resolve("root").toString(),
                "-cf",
                folder.resolve("root.tar").toString(),
                ".");
        docker("import", folder.resolve("root.tar").toString(), name);
    }

    @AfterEach
    void clean() throws Exception {
        String ids = docker("ps", "-aq", "--filter", "name=" + name).strip();
        if (!ids.isEmpty()) docker("rm", "-f", name);
        docker("rmi", "-f", name);
    }

    @Test
    void anOomKilledContainerIsAProblemWithItsEvidence() throws Exception {
        // A growing string in a shell that may have 16 MB; the kernel ends it.
        tryDocker(
                "run",
                "--name",
                name,
                "-m",
                "16m",
                "--memory-swap",
                "16m",
                name,
                "/bin/busybox",
                "sh",
                "-c",
                "x=0123456789abcdef; while :; do x=$x$x; done");

        ExaminationResult result = examine();

        List<Finding> killed = result.findings().stream()
                .filter(finding -> finding.check().id().equals("container.out-of-memory"))
                .filter(finding -> finding.subject().name().equals(name))
                .toList();
        assertThat(killed).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
            assertThat(finding.evidence()).isNotEmpty();
        });
        Containers containers = result.machine().containers().known().orElseThrow();
        assertThat(containers.all())
                .filteredOn(container -> container.name().equals(name))
                .singleElement()
                .satisfies(container -> assertThat(
                                container.details().known().orElseThrow().outOfMemory())
                        .isTrue());
    }

    @Test
    void aDanglingImageIsSeenWithItsSize() throws Exception {
        Files.writeString(folder.resolve("root/other"), "x".repeat(5000));
        run(
                "tar",
                "-C",
                folder.resolve("root").toString(),
                "-cf",
                folder.resolve("again.tar").toString(),
                ".");
        String id = docker("import", folder.resolve("again.tar").toString()).strip();

        DiskUsage usage = examine().machine().diskUsage().known().orElseThrow();

        assertThat(usage.images())
                .filteredOn(image -> image.id().equals(id))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.isDangling()).isTrue();
                    assertThat(image.size()).isPositive();
                });
        docker("rmi", "-f", id);
    }

    @Test
    void theEngineAndThisMachineAreKnownAndNothingOfWindowsIsClaimed() {
        ExaminationResult result = examine();

        assertThat(verdict(result, "docker.engine")).isEqualTo(Verdict.OK);
        assertThat(verdict(result, "clock.engine")).isEqualTo(Verdict.OK);
        assertThat(verdict(result, "host.virtualization")).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdict(result, "wsl.installed")).isEqualTo(Verdict.NOT_APPLICABLE);
        var info = result.machine()
                .dockerEngine()
                .known()
                .orElseThrow()
                .info()
                .known()
                .orElseThrow();
        var memory =
                result.machine().host().known().orElseThrow().memory().known().orElseThrow();
        assertThat(info.memoryTotal().known()).contains(memory.total());
    }

    private ExaminationResult examine() {
        ProbeOptions options = new ProbeOptions(Optional.of(endpoint), List.of("127.0.0.1:9"));
        return new Examination(PosixPorts.live(), Probes.with(options), Checks.ALL).run(_ -> {}, new Cancellation());
    }

    private static Verdict verdict(ExaminationResult result, String check) {
        return result.findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private String docker(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "-H", endpoint));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    /// A command that is expected to fail, as the killed container does.
    private void tryDocker(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "-H", endpoint));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isEqualTo(137);
    }

    private static String run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", line) + "\n" + output).isZero();
        return output;
    }
}

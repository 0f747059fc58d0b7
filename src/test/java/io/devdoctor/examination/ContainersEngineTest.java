package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.EngineBench;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real containers that go wrong in every way that can be had without a foreign image.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class ContainersEngineTest {
    private static final String CANARY = "hunter2canary";
    private static final List<Check> CONTAINER = Checks.ALL.stream()
            .filter(check -> check.info().id().startsWith("container."))
            .toList();

    @TempDir
    private Path folder;

    private EngineBench engine;

    @BeforeEach
    void anImage() throws Exception {
        engine = new EngineBench(folder)
                .file("/crlf.sh", "#!/bin/sh\r\necho hi\r\n")
                .file("/body.sh", "#!/bin/sh\nset -e\r\necho hi\r\n")
                .file("/env.sh", "#!/bin/env bash\r\n")
                .file("/bom.sh", "\uFEFF#!/bin/sh\n")
                .file("/glibc", foreignLoader())
                .file("/arm", forArm());
        engine.image(engine.name);
    }

    @AfterEach
    void clean() throws Exception {
        engine.clear();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        /missing,     program-missing
        nosuch,       program-missing
        /tmp,         not-executable
        /crlf.sh,     script-interpreter
        /body.sh,     line-endings
        /env.sh,      line-endings
        /bom.sh,      format
        /glibc,       loader-missing
        /arm,         format
        """)
    void aProgramThatCannotStart(String program, String cause) throws Exception {
        String container = engine.container("p", engine.name, program);
        Finding found = about("container.exited", container);
        assertThat(FindingAssert.outcome(found)).isEqualTo(cause);
        assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(found.evidence()).hasSizeGreaterThan(1);
    }

    @Test
    void codesOfPrograms() throws Exception {
        String crashed = engine.container("c", engine.name, "sh", "-c", "exit 139");
        String stopped = engine.container("t", engine.name, "sh", "-c", "exit 143");
        String lost = engine.container("l", engine.name, "sh", "-c", "nosuch");
        assertThat(FindingAssert.outcome(about("container.exited", lost))).isEqualTo("command-missing");
        assertThat(FindingAssert.outcome(about("container.exited", crashed))).isEqualTo("crashed");
        assertThat(find("container.exited", stopped)).isEmpty();
    }

    /// The image says arm64, and so does its program.
    @Test
    void anImageForAnotherProcessor() throws Exception {
        engine.imageFor("arm64", engine.name + "-arm");
        String dead = engine.container("dead", engine.name + "-arm", "/arm");
        String alive = engine.container("alive", "-d", engine.name + "-arm", "sleep", "600");
        assertThat(FindingAssert.outcome(about("container.exited", dead))).isEqualTo("architecture");
        assertThat(FindingAssert.outcome(about("container.platform", alive))).isEqualTo("emulated");
    }

    @Test
    void aLoopTellsItsReason() throws Exception {
        String loop = engine.container("loop", "-d", "--restart", "always", engine.name, "/env.sh");
        String done = engine.container("done", "-d", "--restart", "always", engine.name, "sh", "-c", "exit 0");
        engine.await(loop, "{{.RestartCount}}", "[5-9]");
        engine.await(done, "{{.RestartCount}}", "[5-9]");
        engine.await(loop, "{{.State.Status}}", "restarting");
        Finding found = about("container.restarting", loop);
        // Between two starts it runs for a blink.
        assertThat(FindingAssert.outcome(found)).isIn("loop-because", "often");
        assertThat(found.verdict()).isIn(Verdict.PROBLEM, Verdict.WARNING);
        assertThat(FindingAssert.outcome(about("container.restarting", done))).isIn("finished", "often");
    }

    @Test
    void aCheckThatFails() throws Exception {
        String ill = engine.container(
                "ill",
                "-d",
                "--health-cmd",
                "curl -f localhost",
                "--health-interval",
                "1s",
                "--health-retries",
                "1",
                engine.name,
                "sleep",
                "600");
        engine.await(ill, "{{.State.Health.Status}}", "unhealthy");
        assertThat(FindingAssert.outcome(about("container.unhealthy", ill))).isEqualTo("tool-missing");
    }

    @Test
    void portsAndPowers() throws Exception {
        engine.image(engine.name + "-exposes", "--change", "EXPOSE 80");
        String exposed = engine.container("exposed", "-d", engine.name + "-exposes", "sleep", "600");
        String host = engine.container(
                "host", "-d", "--net", "host", "-p", "127.0.0.1:45999:80", engine.name, "sleep", "600");
        String other =
                engine.container("other", "-d", "-p", "127.0.0.1::3000", engine.name + "-exposes", "sleep", "600");
        String seeing = engine.container("seeing", "-d", "--pid", "host", engine.name, "sleep", "600");
        String admin = engine.container("admin", "-d", "--cap-add", "SYS_ADMIN", engine.name, "sleep", "600");
        String mute = engine.container("mute", "-d", "--log-driver", "none", engine.name, "sleep", "600");
        List<Finding> all = examine().findings();
        assertThat(outcome(all, "container.ports", exposed)).contains("only-exposed");
        assertThat(outcome(all, "container.ports", host)).contains("ignored");
        assertThat(outcome(all, "container.ports", other)).contains("other-port");
        assertThat(outcome(all, "container.privileges", seeing)).contains("host-namespace");
        assertThat(outcome(all, "container.privileges", admin)).contains("capability");
        assertThat(outcome(all, "container.privileges", host)).contains("host-network");
        assertThat(outcome(all, "container.logs", mute)).contains("none");
        assertThat(outcome(all, "container.privileges", exposed)).isEmpty();
    }

    @Test
    void aHugeLog() throws Exception {
        String noisy = engine.container("noisy", "-d", engine.name, "sleep", "600");
        Path log = Path.of(engine.docker("inspect", "-f", "{{.LogPath}}", noisy).strip());
        try (var file = java.nio.channels.FileChannel.open(log, java.nio.file.StandardOpenOption.WRITE)) {
            // A hole: large to a reader, nothing on the disk.
            file.position(600L << 20);
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
        }
        assertThat(FindingAssert.outcome(about("container.logs", noisy))).isEqualTo("large");
    }

    /// Secrets in variables, arguments, labels, logs and outputs; bytes that are no text; a name with markup.
    @Test
    void hostileBytesAndSecretsDoNoHarm() throws Exception {
        Files.write(folder.resolve("noise"), new byte[] {(byte) 0xFF, 0, 27, '[', '3', '1', 'm', (byte) 0xC0, '\n'});
        engine.file("/noise", Files.readAllBytes(folder.resolve("noise")));
        engine.file(
                "/bad.sh",
                "#!/bin/sh\nbusybox cat /noise\nbusybox seq 1 20000\nprintf 'my %s is out\\n' \"$DB_PASSWORD\"\n"
                        + "printf 'postgres://app:" + CANARY + "2@db/x\\nAuthorization: Bearer " + CANARY
                        + "3\\n' >&2\n"
                        + "printf '<script>alert(1)</script>\\033]0;x\\007\\n'\nexit 3\n");
        engine.image(engine.name + "-bad");
        String bad = engine.container(
                "bad",
                "-e",
                "DB_PASSWORD=" + CANARY,
                "-e",
                "API_TOKEN=" + CANARY + "9",
                "--label",
                "com.docker.compose.project=<b>x\u202Ey</b>\u001B[31m",
                "--label",
                "com.docker.compose.service=s",
                engine.name + "-bad",
                "/bad.sh",
                "--password=" + CANARY);
        String ill = engine.container(
                "ill",
                "-d",
                "-e",
                "DB_PASSWORD=" + CANARY,
                "--health-cmd",
                "echo pw $DB_PASSWORD; exit 1",
                "--health-interval",
                "1s",
                "--health-retries",
                "1",
                engine.name + "-bad",
                "sleep",
                "600");
        engine.await(ill, "{{.State.Health.Status}}", "unhealthy");
        ExaminationResult result = examine();
        Finding found = about(result, "container.exited", bad);
        assertThat(FindingAssert.outcome(found)).isEqualTo("failed");
        assertThat(said(result.findings())).doesNotContain(CANARY).contains("is out");
        assertThat(found.evidence()).anyMatch(evidence -> evidence.value().contains("<script>"));
        assertThat(result.machine().containers().known().orElseThrow().toString())
                .doesNotContain(CANARY);
    }

    private static String said(List<Finding> findings) {
        Messages messages = Messages.of(Language.ENGLISH);
        return findings.stream()
                .map(finding -> messages.say(finding.title())
                        + messages.say(finding.message())
                        + finding.evidence().stream().map(Evidence::value).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private Finding about(String check, String container) {
        return about(examine(), check, container);
    }

    private static Finding about(ExaminationResult result, String check, String container) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .filter(finding -> finding.subject().name().equals(container))
                .toList();
        assertThat(found).hasSize(1);
        FindingAssert.canBeSaid(found.getFirst());
        return found.getFirst();
    }

    private Optional<String> find(String check, String container) {
        return outcome(examine().findings(), check, container);
    }

    private static Optional<String> outcome(List<Finding> all, String check, String container) {
        return all.stream()
                .filter(finding -> finding.check().id().equals(check))
                .filter(finding -> finding.subject().name().equals(container))
                .map(FindingAssert::outcome)
                .findFirst();
    }

    private ExaminationResult examine() {
        ProbeOptions options = new ProbeOptions(Optional.of(engine.endpoint), List.of("127.0.0.1:9"));
        return new Examination(PosixPorts.live(), Probes.with(options), CONTAINER).run(_ -> {}, new Cancellation());
    }

    /// A program of this machine whose loader an empty image lacks.
    private static byte[] foreignLoader() throws Exception {
        return Files.readAllBytes(Path.of("/bin/ls"));
    }

    /// The same program, said to be for 64-bit ARM.
    private static byte[] forArm() throws Exception {
        byte[] elf = Files.readAllBytes(Path.of("/bin/busybox"));
        elf[18] = (byte) 0xB7;
        return elf;
    }
}

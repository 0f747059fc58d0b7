package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.EngineBench;
import io.devdoctor.testing.EngineProxy;
import io.devdoctor.testing.EngineProxy.Spoiler;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.Focus;
import io.devdoctor.testing.Spoilers;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One engine full of containers, each ill in its own way, beside sound ones: one examination finds what each has and
/// nothing else, and of the sound ones nothing at all.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class SickAndSoundEngineTest {
    @TempDir
    private static Path folder;

    private static EngineBench engine;
    private static List<Finding> findings = List.of();
    /// Where this engine may not do so itself, it cannot start such a container either.
    private static boolean mayPrivilege;

    @BeforeAll
    static void admit() throws Exception {
        engine = new EngineBench(folder)
                .file("/crlf.sh", "#!/bin/sh\r\necho hi\r\n")
                .file("/plain.sh", "echo no first line\n")
                .file("/arm", forArm());
        engine.image(engine.name);
        engine.image(engine.name + "-web", "--change", "EXPOSE 80");
        engine.imageFor("arm64", engine.name + "-arm");
        sick();
        sound();
        ProbeOptions options = new ProbeOptions(Optional.of(engine.endpoint), List.of("127.0.0.1:9"));
        Focus focus = new Focus(id -> id.startsWith("container."));
        findings = focus.examine(PosixPorts.live(), options).findings();
        findings.forEach(FindingAssert::canBeSaid);
    }

    private static void sick() throws Exception {
        run(
                "oom",
                "-m",
                "16m",
                "--memory-swap",
                "16m",
                "=",
                "sh",
                "-c",
                "x=0123456789abcdef; while :; do x=$x$x; done");
        run("code-126", "=", "sh", "-c", "exit 126");
        run("code-127", "=", "sh", "-c", "exit 127");
        run("code-139", "=", "sh", "-c", "sh -c 'kill -SEGV $$'; exit $?");
        run("no-program", "=", "/missing");
        run("a-folder", "=", "/tmp");
        run("crlf", "=", "/crlf.sh");
        run("no-shebang", "=", "/plain.sh");
        run("foreign-program", "=", "/arm");
        run("foreign-image", "=-arm", "/arm");
        run("emulated", "-d", "=-arm", "sleep", "600");
        run("loop", "-d", "--restart", "always", "=", "sh", "-c", "exit 3");
        run("unpublished", "-d", "=-web", "sleep", "600");
        run(
                "ill",
                "-d",
                "--health-cmd",
                "echo no; exit 1",
                "--health-interval",
                "1s",
                "--health-retries",
                "1",
                "=",
                "sleep",
                "600");
        run("privileged", "-d", "--privileged", "=", "sleep", "600");
        run("seeing", "-d", "--pid", "host", "=", "sleep", "600");
        run("noisy", "-d", "=", "sleep", "600");
        run("mute", "-d", "--log-driver", "none", "=", "sleep", "600");
        run(
                "database",
                "--label",
                "com.docker.compose.project=shop",
                "--label",
                "com.docker.compose.service=db",
                "=",
                "/nowhere");
        mayPrivilege = engine.docker("inspect", "-f", "{{.State.Running}}", named("privileged"))
                .strip()
                .equals("true");
        engine.await(named("loop"), "{{.RestartCount}}", "[5-9]");
        engine.await(named("loop"), "{{.State.Status}}", "restarting");
        engine.await(named("ill"), "{{.State.Health.Status}}", "unhealthy");
        grow(Path.of(
                engine.docker("inspect", "-f", "{{.LogPath}}", named("noisy")).strip()));
    }

    private static void sound() throws Exception {
        run("sound", "-d", "-m", "64m", "=", "sleep", "600");
        run("sound-web", "-d", "-p", "127.0.0.1::80", "=-web", "sleep", "600");
        run("sound-healthy", "-d", "--health-cmd", "exit 0", "--health-interval", "1s", "=", "sleep", "600");
        run("sound-careful", "-d", "--cap-drop", "ALL", "--read-only", "--restart", "always", "=", "sleep", "600");
        run("sound-done", "=", "sh", "-c", "echo done");
        run("sound-stopped", "=", "sh", "-c", "kill -TERM $$; exit 143");
        run("sound-talkative", "=", "sh", "-c", "busybox seq 1 5000");
        engine.docker("create", "--name", named("sound-created"), engine.name, "sleep", "1");
        engine.await(named("sound-healthy"), "{{.State.Health.Status}}", "healthy");
    }

    @AfterAll
    static void discharge() throws Exception {
        engine.clear();
    }

    @Test
    void eachHasItsOwnFindingsAndNoOther() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.subject().kind() != Subject.Kind.CONTAINER || finding.verdict() == Verdict.OK) continue;
            String name = finding.subject().name().substring(engine.name.length() + 1);
            String line = finding.check().id().substring("container.".length()) + " " + finding.verdict() + " "
                    + FindingAssert.outcome(finding);
            found.computeIfAbsent(name, _ -> new TreeSet<>()).add(line);
        }
        Set<String> loop = found.remove("loop");
        // Between two starts it runs for a blink.
        assertThat(loop)
                .isSubsetOf("restarting PROBLEM loop", "restarting WARNING often")
                .hasSize(1);
        assertThat(found)
                .isEqualTo(Map.ofEntries(
                        entry("oom", "out-of-memory PROBLEM limit"),
                        entry("code-126", "exited WARNING command-refused"),
                        entry("code-127", "exited WARNING command-missing"),
                        entry("code-139", "exited WARNING crashed"),
                        entry("no-program", "exited WARNING program-missing"),
                        entry("a-folder", "exited WARNING not-executable"),
                        entry("crlf", "exited WARNING script-interpreter"),
                        entry("no-shebang", "exited WARNING format"),
                        entry("foreign-program", "exited WARNING format"),
                        entry("foreign-image", "exited WARNING architecture"),
                        entry("emulated", "platform WARNING emulated"),
                        entry("unpublished", "ports INFO only-exposed"),
                        entry("ill", "unhealthy WARNING failing"),
                        entry(
                                "privileged",
                                mayPrivilege ? "privileges WARNING privileged" : "exited WARNING not-started"),
                        entry("seeing", "privileges WARNING host-namespace"),
                        entry("noisy", "logs WARNING large"),
                        entry("mute", "logs INFO none"),
                        // A service that certainly never starts is broken.
                        entry("database", "exited PROBLEM program-missing")));
    }

    /// Of the engine as a whole: nothing is unknown, and what has no limit is counted.
    @Test
    void theEngineAsAWhole() {
        assertThat(findings.stream()
                        .filter(finding -> finding.subject().kind() != Subject.Kind.CONTAINER)
                        .filter(finding -> finding.verdict() != Verdict.OK)
                        .map(finding ->
                                finding.check().id() + " " + finding.verdict() + " " + FindingAssert.outcome(finding)))
                .containsExactly("container.memory-limits INFO without");
    }

    @Test
    void aServiceOfComposeIsNamed() {
        Finding found = findings.stream()
                .filter(finding -> finding.subject().name().equals(named("database")))
                .findFirst()
                .orElseThrow();
        assertThat(Messages.of(Language.ENGLISH).say(found.title())).contains("(shop / db)");
    }

    /// As it would look on an engine that may start it: its own description, and that it runs.
    @Test
    void aPrivilegedContainerThatRuns() throws Exception {
        String id = engine.docker("create", "--privileged", "--name", named("powerful"), engine.name, "sleep", "1")
                .strip();
        Function<String, Spoiler> running = path -> {
            if (path.equals("/containers/" + id + "/json")) {
                return Spoilers.json(tree -> running(tree, "State", "Status"));
            }
            return path.startsWith("/containers/json")
                    ? Spoilers.json(list -> {
                        list.forEach(each -> running(each, "", "State"));
                        return list;
                    })
                    : Spoilers.none();
        };
        try (EngineProxy proxy = new EngineProxy(folder, engine.endpoint, running)) {
            ProbeOptions options = new ProbeOptions(Optional.of(proxy.endpoint()), List.of("127.0.0.1:9"));
            assertThat(new Focus("container.privileges"::equals)
                            .examine(PosixPorts.live(), options).findings().stream()
                                    .filter(finding -> finding.subject().name().equals(named("powerful")))
                                    .map(finding -> finding.verdict() + " " + FindingAssert.outcome(finding)))
                    .containsExactly("WARNING privileged");
        }
    }

    private static JsonNode running(JsonNode container, String member, String state) {
        JsonNode at = member.isEmpty() ? container : container.path(member);
        if (container.toString().contains(named("powerful"))) ((ObjectNode) at).put(state, "running");
        return container;
    }

    private static Map.Entry<String, Set<String>> entry(String container, String finding) {
        return Map.entry(container, Set.of(finding));
    }

    private static String named(String suffix) {
        return engine.name + "-" + suffix;
    }

    /// @param line `=` stands for the name of the image
    private static void run(String suffix, String... line) throws Exception {
        String[] words = line.clone();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("=") || words[i].equals("=-arm") || words[i].equals("=-web")) {
                words[i] = engine.name + words[i].substring(1);
            }
        }
        engine.container(suffix, words);
    }

    /// A hole: large to a reader, nothing on the disk.
    private static void grow(Path log) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.position(600L << 20);
            file.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /// A program of this machine, said to be for 64-bit ARM.
    private static byte[] forArm() throws IOException {
        byte[] elf = Files.readAllBytes(Path.of("/bin/busybox"));
        elf[18] = (byte) 0xB7;
        return elf;
    }
}

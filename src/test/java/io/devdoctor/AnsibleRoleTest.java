package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The role for Ansible, played by Ansible, on a sample machine. Only the module that reaches Windows is a stand-in,
/// and what would repair.
@EnabledOnOs(OS.LINUX)
class AnsibleRoleTest {
    private static final Path ROLE = Path.of("installer/fleet/ansible");

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "ansible-playbook"))),
                "there is no Ansible");
        try (Stream<Path> files = Files.walk(ROLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) copy(file, ROLE.relativize(file));
        }
        Path modules = Files.createDirectories(
                folder.resolve("collections/ansible_collections/ansible/windows/plugins/modules"));
        String name = "fleet/win_command.py";
        try (InputStream standIn = Objects.requireNonNull(AnsibleRoleTest.class.getResourceAsStream(name), name)) {
            Files.write(modules.resolve("win_command.py"), standIn.readAllBytes());
        }
    }

    @Test
    void aMachineIsRepairedExaminedAgainAndItsReportKept() throws Exception {
        machine("starved-zh-cn", 0);
        Program.Ended ended =
                play("-e", "devdoctor_reports=" + folder, "-e", "{\"devdoctor_only\": [\"wsl\", \"clock\"]}");

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("changed=1");
        List<String> calls = calls();
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0))
                .startsWith("check --format json")
                .contains("--timeout 5m --only wsl,clock", "--host-label localhost");
        assertThat(calls.get(1)).isEqualTo("fix --all-safe --yes --lang en --timeout 5m --only wsl,clock");
        assertThat(calls.get(2)).isEqualTo(calls.get(0));
        JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("localhost.json")));
        assertThat(report.get("findings").size()).isGreaterThan(10);
    }

    @Test
    void checkModeShowsThePlanAndChangesNothing() throws Exception {
        machine("starved-zh-cn", 0);
        Program.Ended ended = play("--check");

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("cures: WSL is limited to 2 GB of memory");
        assertThat(calls()).noneMatch(call -> call.contains("--yes")).anyMatch(call -> call.contains("--dry-run"));
    }

    @Test
    void aHealthyMachineIsNoChange() throws Exception {
        machine("healthy-en", 0);
        Program.Ended ended = play();

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("changed=0", "No problems found");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatIsLeftFailsThePlayWhereThatIsWanted() throws Exception {
        machine("no-virtualization-en", 0);
        Program.Ended ended = play("-e", "devdoctor_fail_on=problem");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).contains("FAILED! =>", "Virtualization is off in firmware");
    }

    @Test
    void anExaminationThatFailsFailsThePlay() throws Exception {
        machine("there-is-none", 0);

        assertThat(play().exit()).isEqualTo(2);
        assertThat(calls()).hasSize(1);
    }

    /// @param sample   which machine it is
    /// @param repaired exit code of the repair
    private void machine(String sample, int repaired) throws IOException {
        List<String> words = Program.in(folder).command();
        String start =
                String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
        Path command = Files.writeString(
                folder.resolve("devdoctor"), """
                    #!/bin/sh
                    echo "$*" >> %s
                    case "$*" in
                        *--yes*) exit %d ;;
                        *) exec %s "$@" --sample %s ;;
                    esac
                    """.formatted(folder.resolve("calls.txt"), repaired, start, sample));
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    private Program.Ended play(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "ansible-playbook",
                "-i",
                "localhost,",
                "-c",
                "local",
                "-e",
                "devdoctor_command=" + folder.resolve("devdoctor"),
                "-e",
                "devdoctor_reports=''",
                "play.yml"));
        words.addAll(List.of(more));
        Files.writeString(
                folder.resolve("play.yml"),
                Files.readString(folder.resolve("site.yml")).replace("hosts: developers", "hosts: localhost"));
        return Program.in(folder).ended(words);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls.txt"));
    }

    private void copy(Path file, Path to) throws IOException {
        Path copy = folder.resolve(to);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }
}

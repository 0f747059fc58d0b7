package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.Main;
import io.devdoctor.cli.ExitCode;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.testing.sim.Illness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A dry run changes nothing outside DevDoctor's own folder: trees are compared before and after.
@EnabledOnOs(OS.LINUX)
class DryRunTest {
    @TempDir
    private Path temp;

    private boolean dies;
    private Clinic clinic;
    private Typist typist;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void anIllMachine() throws Exception {
        Crashpoint crash = point -> {
            if (dies && point.startsWith("journal-appended")) {
                dies = false;
                throw new Killed();
            }
        };
        clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp, crash);
        typist = new Typist(clinic, temp.resolve("data"));
    }

    @Test
    void noFixIsAppliedByADryRun() throws Exception {
        List<String> checks = clinic.examine().stream()
                .filter(finding -> !finding.fixes().isEmpty())
                .map(finding -> finding.check().id())
                .distinct()
                .toList();
        assertThat(checks).hasSizeGreaterThan(4);
        unchanged(ExitCode.GOOD, "fix", "--all-safe", "--dry-run");
        assertThat(typist.out()).contains("--- C:\\Users\\li\\.wslconfig", "+memory=8GB", "@@ -");
        for (String check : checks) unchanged(ExitCode.GOOD, "fix", check, "--dry-run");
        assertThat(clinic.repairer.entries()).isEmpty();
    }

    @Test
    void noUndoAndNoResumeIsDoneByADryRunAndHistoryOnlyReads() throws Exception {
        assertThat(typist.run("fix", "docker.registry-mirrors", "--yes")).isEqualTo(ExitCode.GOOD);
        unchanged(ExitCode.GOOD, "undo", "last", "--dry-run");
        assertThat(typist.out()).contains("Take back:", "--- C:", "+++ C:", "@@ -");
        assertThat(typist.run("fix", "wsl.config-memory", "--yes")).isEqualTo(ExitCode.WARNINGS);
        unchanged(ExitCode.GOOD, "resume", "--dry-run");
        assertThat(typist.out()).contains("Would look again", "> wsl.exe --shutdown");
        unchanged(ExitCode.GOOD, "resume", "--restart", "--dry-run");
        unchanged(ExitCode.GOOD, "history");
        unchanged(ExitCode.GOOD, "history", "last");
        unchanged(ExitCode.GOOD, "history", "last", "--format", "json");
        unchanged(ExitCode.GOOD, "undo");

        dies = true;
        assertThat(typist.run("fix", "wsl.distro-version", "--yes")).isEqualTo(ExitCode.FAILED);
        unchanged(ExitCode.GOOD, "resume", "--dry-run");
        assertThat(typist.out()).contains("> wsl.exe --set-version Debian 2");
        unchanged(ExitCode.GOOD, "resume", "--roll-back", "--dry-run");
        unchanged(ExitCode.GOOD, "undo", "last", "--dry-run");
        assertThat(clinic.repairer.unfinished()).hasSize(1);
    }

    private void unchanged(int exit, String... command) throws IOException {
        Map<String, String> picture = clinic.windows.picture();
        Tree before = Tree.of(temp, temp.resolve("data"));
        assertThat(typist.run(command))
                .as(String.join(" ", command) + "\n" + typist.err())
                .isEqualTo(exit);
        assertThat(clinic.windows.picture()).as(String.join(" ", command)).isEqualTo(picture);
        assertThat(Tree.of(temp, temp.resolve("data")))
                .as(String.join(" ", command))
                .isEqualTo(before);
    }

    /// The program itself, on real files of a real project.
    @Test
    void theProgramChangesNoFileInADryRun() throws Exception {
        Path project = Files.createDirectory(temp.resolve("项目 shop"));
        Files.writeString(project.resolve("Dockerfile"), "FROM alpine:3.22\nCOPY run.sh /\nENTRYPOINT [\"/run.sh\"]\n");
        Path script = project.resolve("run.sh");
        Files.writeString(script, "#!/bin/sh\r\necho 你好\r\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createSymbolicLink(project.resolve("link"), script.getFileName());
        String[] fix = {"fix", "project.line-endings", "--project", project.toString()};

        Tree ill = Tree.of(temp, temp.resolve("home"));
        assertThat(main(0, with(fix, "--dry-run")))
                .contains("--- " + script, "+++ " + script, "# Only the line ends change, in 2 lines: CRLF becomes LF.")
                // There is no repository.
                .contains("Convert the file to LF\n")
                .doesNotContain(".gitattributes");
        assertThat(main(0, "fix", "--all-safe", "--dry-run", "--sample", "starved-zh-cn"))
                .contains("--- C:\\Users\\li\\.wslconfig", "+memory=8GB");
        assertThat(main(64, "fix", "wsl.config-memory", "--sample", "starved-zh-cn"))
                .contains("This is a recording");
        assertThat(main(64, "undo", "--sample", "starved-zh-cn", "x", "--dry-run"))
                .contains("--sample");
        assertThat(Tree.of(temp, temp.resolve("home"))).isEqualTo(ill);

        assertThat(main(0, with(fix, "--yes"))).contains("Fixed and verified.");
        Tree well = Tree.of(temp, temp.resolve("home"));
        assertThat(well).isNotEqualTo(ill);
        assertThat(main(0, "undo", "last", "--dry-run")).contains("LF becomes CRLF");
        assertThat(main(0, "history", "last")).contains("the command line", "Step 1 done", "Ended: fixed");
        assertThat(Tree.of(temp, temp.resolve("home"))).isEqualTo(well);
    }

    private static String[] with(String[] command, String more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private String main(int exit, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("DEVDOCTOR_HOME", temp.resolve("home").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isEqualTo(exit);
        return out;
    }
}

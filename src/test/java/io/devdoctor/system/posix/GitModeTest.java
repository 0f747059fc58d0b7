package io.devdoctor.system.posix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devdoctor.fix.Tool;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.system.change.ToolRuns;
import io.devdoctor.system.change.ToolRuns.Exited;
import io.devdoctor.system.live.JGitRepositories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real git, told to change a mode in a repository that would like to run something then.
@EnabledOnOs(OS.LINUX)
class GitModeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ToolRuns tools = PosixChanges.here().tools();

    @TempDir
    private Path folder;

    @Test
    void changesTheIndexAndRunsNoHook() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")) || Files.isExecutable(Path.of("/bin/git")));
        Path trap = folder.resolve("trap.sh");
        Files.writeString(trap, "#!/bin/sh\n: > " + folder.resolve("sprung") + "\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path root = Files.createDirectory(folder.resolve("repo"));
        Files.writeString(root.resolve("run.sh"), "#!/bin/sh\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern("run.sh").call();
            git.getRepository().getConfig().setString("core", null, "fsmonitor", trap.toString());
            git.getRepository().getConfig().save();
        }
        Path hook = Files.createDirectories(root.resolve(".git/hooks")).resolve("post-index-change");
        Files.copy(trap, hook);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(Tool.GIT_MODE, root.toString(), "--chmod=+x", "run.sh").exit())
                .isZero();
        assertThat(isExecutable(root)).isTrue();
        assertThat(run(Tool.GIT_MODE, root.toString(), "--chmod=-x", "run.sh").exit())
                .isZero();
        assertThat(isExecutable(root)).isFalse();
        assertThat(folder.resolve("sprung")).doesNotExist();
        assertThat(Files.readString(root.resolve("run.sh"))).isEqualTo("#!/bin/sh\n");

        assertThat(run(Tool.GIT_MODE, root.toString(), "--chmod=+x", "gone.sh").exit())
                .isNotZero();
        assertThat(run(Tool.GIT_FILE_MODE, root.toString(), "false").exit()).isZero();
        assertThat(repository(root).config()).containsEntry("core.filemode", "false");
    }

    @Test
    void onlyGitIsFound() {
        assertThat(tools.run(List.of("wsl.exe", "--shutdown"), LIMIT)).isInstanceOf(ToolRuns.NotHere.class);
    }

    private Exited run(Tool tool, String... values) {
        ToolRuns.Result result = tools.run(tool.commandLine(List.of(values)), LIMIT);
        assertThat(result).isInstanceOf(Exited.class);
        Exited exited = (Exited) result;
        if (exited.exit() == 0)
            assertThat(new String(exited.stderr().toArray(), UTF_8)).isEmpty();
        return exited;
    }

    private static GitRepository repository(Path root) {
        return new JGitRepositories()
                .repository(root.toString(), Set.of())
                .known()
                .orElseThrow();
    }

    private static boolean isExecutable(Path root) {
        return Objects.requireNonNull(
                        repository(root).index().known().orElseThrow().get("run.sh"))
                .isExecutable();
    }
}

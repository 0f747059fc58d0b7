package io.devdoctor.system.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.machine.project.GitRepository.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JGitRepositoriesTest {
    private final JGitRepositories repositories = new JGitRepositories();

    @TempDir
    private Path folder;

    @Test
    void readsModesConfigAndContentsLooseAndPacked() throws Exception {
        Path root = repository(true);
        GitRepository git = known(root, Set.of("web/run.sh", "loose.sh", "gone.sh"));
        assertThat(git.kind()).isEqualTo(Kind.MAIN);
        assertThat(git.workTree()).isEqualTo(root.toString());
        assertThat(git.config()).containsEntry("core.autocrlf", "true").containsEntry("core.filemode", "false");
        Map<String, IndexEntry> index = git.index().known().orElseThrow();
        assertThat(index.keySet()).containsExactly("README.md", "loose.sh", "web/run.sh");
        assertThat(requireNonNull(index.get("web/run.sh")).isExecutable()).isTrue();
        assertThat(requireNonNull(index.get("loose.sh")).isExecutable()).isFalse();
        assertThat(text(requireNonNull(index.get("web/run.sh")))).contains("#!/bin/sh\r\n");
        assertThat(text(requireNonNull(index.get("loose.sh")))).contains("#!/bin/sh\n");
        assertThat(requireNonNull(index.get("README.md")).blob()).isEmpty();
    }

    @Test
    void pathsAreThoseOfTheFolderAsked() throws Exception {
        GitRepository git = known(repository(false).resolve("web"), Set.of("run.sh"));
        assertThat(git.workTree()).isEqualTo(folder.resolve("repo").toString());
        assertThat(git.index().known().orElseThrow().keySet()).containsExactly("run.sh");
        assertThat(text(requireNonNull(git.index().known().orElseThrow().get("run.sh"))))
                .isPresent();
    }

    @Test
    void followsThePointersOfWorktreesAndSubmodules() throws Exception {
        Path root = repository(false);
        Path own = root.resolve(".git/worktrees/fix");
        Files.createDirectories(own);
        Files.copy(root.resolve(".git/index"), own.resolve("index"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/fix\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path tree = Files.createDirectory(folder.resolve("fix"));
        Files.writeString(tree.resolve(".git"), "gitdir: " + own + "\n");
        GitRepository git = known(tree, Set.of("loose.sh"));
        assertThat(git.kind()).isEqualTo(Kind.WORKTREE);
        assertThat(git.config()).containsEntry("core.autocrlf", "true");
        assertThat(text(requireNonNull(git.index().known().orElseThrow().get("loose.sh"))))
                .contains("#!/bin/sh\n");

        Path sub = Files.createDirectory(folder.resolve("lib"));
        Files.move(root.resolve(".git"), folder.resolve("modules"));
        Files.writeString(sub.resolve(".git"), "gitdir: ../modules\n");
        assertThat(known(sub, Set.of()).kind()).isEqualTo(Kind.SUBMODULE);
    }

    @Test
    void namesAPointerThatLeadsNowhere() throws Exception {
        Files.writeString(folder.resolve(".git"), "gitdir: /mnt/c/src/shop/.git/worktrees/x\n");
        assertThat(repositories.repository(folder.toString(), Set.of()))
                .isInstanceOfSatisfying(Reading.Unknown.class, unknown -> {
                    assertThat(unknown.cause()).isEqualTo(Cause.UNREADABLE);
                    assertThat(unknown.detail()).contains(".git names").contains("worktrees");
                });
        Files.writeString(folder.resolve(".git"), "\0\0 not a pointer");
        assertThat(repositories.repository(folder.toString(), Set.of()).isKnown())
                .isFalse();
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(repositories.repository(folder.toString(), Set.of())).isInstanceOf(Reading.Absent.class);
    }

    @Test
    void aDamagedIndexIsUnreadableAndTheRestIsKnown() throws Exception {
        Path root = repository(false);
        Files.writeString(root.resolve(".git/index"), "DIRC\0\0\0\2 and nothing more");
        assertThat(known(root, Set.of()).index()).isInstanceOf(Reading.Unknown.class);
        Files.delete(root.resolve(".git/index"));
        assertThat(known(root, Set.of()).index().known()).contains(Map.of());
    }

    @Test
    void aMissingObjectIsUnreadAlone() throws Exception {
        Path root = repository(false);
        try (Stream<Path> objects = Files.walk(root.resolve(".git/objects"))) {
            for (Path each : objects.filter(Files::isRegularFile).toList()) Files.delete(each);
        }
        IndexEntry entry = requireNonNull(
                known(root, Set.of("loose.sh")).index().known().orElseThrow().get("loose.sh"));
        assertThat(entry.blob().orElseThrow()).isInstanceOf(Reading.Unknown.class);
    }

    /// In a process of its own, whose HOME is empty and whose PATH holds traps in place of programs.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesNothingAndStartsNothing() throws Exception {
        Path root = repository(true);
        Path home = Files.createDirectory(folder.resolve("home"));
        Path traps = Files.createDirectory(folder.resolve("bin"));
        for (String program : new String[] {"git", "sh", "bash", "id", "uname"}) {
            Path trap = traps.resolve(program);
            Files.writeString(trap, "#!/bin/sh\n: > " + folder.resolve("sprung-" + program) + "\n");
            Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Map<String, String> before = picture(folder);
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                root.toString());
        child.environment().putAll(Map.of("HOME", home.toString(), "PATH", traps.toString()));
        child.environment().remove("XDG_CONFIG_HOME");
        Process process = child.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("web/run.sh 21 bytes");
        assertThat(picture(folder)).isEqualTo(before);
    }

    static final class Child {
        public static void main(String[] args) {
            Reading<GitRepository> reading = new JGitRepositories().repository(args[0], Set.of("web/run.sh"));
            IndexEntry entry = requireNonNull(
                    reading.known().orElseThrow().index().known().orElseThrow().get("web/run.sh"));
            Bytes content = entry.blob().orElseThrow().known().orElseThrow();
            System.out.println(entry.path() + " " + content.size() + " bytes");
        }
    }

    private static Map<String, String> picture(Path folder) throws IOException {
        Map<String, String> picture = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String content = Files.isRegularFile(file)
                        ? Bytes.of(Files.readAllBytes(file)).sha256()
                        : "";
                picture.put(file.toString(), content + Files.getLastModifiedTime(file));
            }
        }
        return picture;
    }

    private GitRepository known(Path place, Set<String> blobs) {
        return repositories.repository(place.toString(), blobs).known().orElseThrow();
    }

    private static Optional<String> text(IndexEntry entry) {
        return entry.blob()
                .flatMap(Reading::known)
                .map(bytes -> new String(bytes.toArray(), UTF_8).lines().count() == 0
                        ? ""
                        : new String(bytes.toArray(), UTF_8).replaceFirst("\n(?s).*", "\n"));
    }

    /// One packed script that is executable and has CRLF, and one that was added since.
    private Path repository(boolean packed) throws Exception {
        Path root = folder.resolve("repo");
        Files.createDirectories(root.resolve("web"));
        Files.writeString(root.resolve("README.md"), "# Shop\n");
        Files.writeString(root.resolve("web/run.sh"), "#!/bin/sh\r\necho run\r\n");
        Files.writeString(root.resolve("loose.sh"), "#!/bin/sh\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern("README.md").addFilepattern("web/run.sh").call();
            git.commit()
                    .setMessage("Begin")
                    .setAuthor("a", "a@example.com")
                    .setCommitter("a", "a@example.com")
                    .setSign(false)
                    .call();
            if (packed) git.gc().call();
            git.add().addFilepattern("loose.sh").call();
            DirCache index = git.getRepository().lockDirCache();
            DirCacheEditor editor = index.editor();
            editor.add(new DirCacheEditor.PathEdit("web/run.sh") {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.EXECUTABLE_FILE);
                }
            });
            editor.commit();
            git.getRepository().getConfig().setString("core", null, "autocrlf", "true");
            git.getRepository().getConfig().setString("core", null, "fileMode", "false");
            git.getRepository().getConfig().save();
        }
        return root;
    }
}

package io.devdoctor.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.system.Ports;
import io.devdoctor.system.posix.PosixPorts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Folders as they lie on a real disk, the odd ones among them.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes links and permissions of POSIX")
class ProjectsProbeTest {
    @TempDir
    Path root;

    private Reading<Project> read(Path folder) {
        Ports ports = PosixPorts.live().about(List.of(folder.toString()));
        Machine machine = Machine.of(ports.platform(), ports.clock().now())
                .with(Part.WSL_ANSWER, new Reading.NotApplicable<>("no Windows"));
        return new ProjectsProbe()
                .read(ports, machine)
                .known()
                .orElseThrow()
                .folders()
                .getFirst()
                .project();
    }

    private Project project() {
        return read(root).known().orElseThrow();
    }

    private Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(UTF_8));
    }

    private Path write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @Test
    void keepsWhatDecidesAndCountsTheRest() throws IOException {
        write("Dockerfile", "FROM scratch\r\n");
        write(
                "cmd/app/main.go",
                "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":80\", nil) }\n");
        write("notes.md", "a\r\nb\n");
        write("run", "#!/bin/sh\r\necho hi\r\n");
        write("logo.png", new byte[] {1, 2, 3});
        Project project = project();
        assertThat(project.text("Dockerfile").orElseThrow().content()).isPresent();
        assertThat(project.text("notes.md").orElseThrow()).satisfies(text -> {
            assertThat(text.crlf()).isEqualTo(1);
            assertThat(text.lf()).isEqualTo(1);
            assertThat(text.content()).isEmpty();
        });
        assertThat(project.text("run").orElseThrow().content()).isPresent();
        assertThat(project.texts()).doesNotContainKey("logo.png");
        assertThat(project.has("logo.png")).isTrue();
        assertThat(requireNonNull(project.go().get("cmd/app/main.go")).imports())
                .extracting(io.devdoctor.machine.project.GoFile.Import::path)
                .containsExactly("net/http");
    }

    @Test
    void walksNoLoopAndFollowsNoLink() throws IOException {
        write("a/file.txt", "x");
        Files.createSymbolicLink(root.resolve("a/up"), root);
        Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
        Project project = project();
        assertThat(requireNonNull(project.entries().get("a/up")).kind()).isEqualTo(Entry.Kind.LINK);
        assertThat(requireNonNull(project.entries().get("self")).kind()).isEqualTo(Entry.Kind.LINK);
        assertThat(project.entries().keySet()).noneMatch(path -> path.startsWith("a/up/"));
    }

    @Test
    void looksNotIntoWhatToolsMade() throws IOException {
        write("node_modules/left-pad/index.js", "x");
        write(".git/HEAD", "ref: refs/heads/main\n");
        Project project = project();
        assertThat(project.has("node_modules")).isTrue();
        assertThat(project.has("node_modules/left-pad")).isFalse();
        assertThat(project.leftOut()).contains(new LeftOut("node_modules", LeftOut.Why.NOT_OURS));
    }

    @Test
    void opensNoHugeFile() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(root.resolve("all.txt").toFile(), "rw")) {
            log.setLength(5L << 30);
        }
        Project project = project();
        assertThat(requireNonNull(project.entries().get("all.txt")).size()).isEqualTo(5L << 30);
        assertThat(project.leftOut()).contains(new LeftOut("all.txt", LeftOut.Why.TOO_LARGE));
    }

    @Test
    void takesBytesThatAreNoTextForWhatTheyAre() throws IOException {
        write("tool.sh", new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 1});
        write("gbk.sql", "-- 订单数据库的表结构\n".getBytes(Charset.forName("GB18030")));
        write("wide.sh", "#!/bin/sh\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        write("long.yml", "a: " + "x".repeat(1 << 20));
        write("empty", "");
        Project project = project();
        assertThat(encoding(project, "tool.sh")).contains(TextFile.Encoding.BINARY);
        assertThat(encoding(project, "gbk.sql")).contains(TextFile.Encoding.GBK);
        assertThat(encoding(project, "wide.sh")).contains(TextFile.Encoding.UTF_16LE);
        assertThat(project.text("long.yml").orElseThrow().firstLine()).hasSize(200);
        assertThat(project.text("empty").orElseThrow().size()).isZero();
    }

    private static Optional<TextFile.Encoding> encoding(Project project, String path) {
        return project.text(path).map(TextFile::encoding);
    }

    @Test
    void tellsOfANameInAnotherEncoding() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf x > \"$(printf '\\266\\251\\265\\245').sql\"")
                .directory(root.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();
        assertThat(project().unread()).singleElement().satisfies(unread -> {
            assertThat(unread.path()).endsWith(".sql");
            assertThat(unread.why().detail()).contains("not UTF-8");
        });
    }

    @Test
    void tellsWhichFolderWasRefused() throws IOException {
        Path closed = Files.createDirectory(root.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(closed), "root may read everything");
            assertThat(project().unread()).singleElement().satisfies(unread -> {
                assertThat(unread.path()).isEqualTo("closed");
                assertThat(unread.why().cause()).isEqualTo(Reading.Cause.DENIED);
            });
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsUnknown() {
        assertThat(read(root.resolve("gone"))).isInstanceOfSatisfying(Reading.Unknown.class, unknown -> {
            assertThat(unknown.detail()).isEqualTo("no such folder");
        });
    }

    @Test
    void aFileInPlaceOfAFolderIsUnknown() throws IOException {
        assertThat(read(write("file", "x"))).isInstanceOf(Reading.Unknown.class);
    }
}

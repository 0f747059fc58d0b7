package io.devdoctor.system.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a change may happen, and with which temporary file.
@DisabledOnOs(OS.WINDOWS)
class WayTest {
    private static final Bytes NEW = Bytes.of(new byte[] {'n'});
    private static final Bytes OLD = Bytes.of(new byte[] {'o', 'l', 'd'});

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "a/../../outside.txt", "a/../b.txt", ".", "./x.txt", "relative.txt"})
    void whatIsNotBelowTheFolderIsRefused(String path) throws IOException {
        Path within = Files.createDirectory(temp.resolve("within"));
        Files.createDirectory(within.resolve("a"));
        Files.writeString(temp.resolve("outside.txt"), "old");
        String target = path.startsWith("relative") ? path : within + "/" + path;
        for (ChangeResult result : List.of(
                changes().write(target, OLD, NEW, within.toString()),
                changes().remove(target, OLD, within.toString()),
                changes().sweep(target, within.toString()),
                changes().moveFolder(target, within + "/b", within.toString()),
                changes().leadingOut(target, within.toString()).orElseThrow())) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            ChangeResult.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.OUTSIDE));
        }
        assertThat(temp.resolve("outside.txt")).hasContent("old");
    }

    /// Links above the folder are the person's own arrangement.
    @Test
    void onlyLinksBelowTheFolderCount() throws IOException {
        Path real = Files.createDirectories(temp.resolve("real/project/src"));
        Path home = Files.createSymbolicLink(temp.resolve("home"), temp.resolve("real"));
        Path file = home.resolve("project/src/x.conf");
        assertThat(changes()
                        .write(
                                file.toString(),
                                null,
                                NEW,
                                home.resolve("project").toString()))
                .isInstanceOf(ChangeResult.Done.class);
        assertThat(real.resolve("x.conf")).hasContent("n");
        assertThat(changes().write(file.toString(), NEW, NEW, temp.toString()))
                .isEqualTo(new ChangeResult.Linked(
                        file.toString(), home.toString(), temp.resolve("real").toString()));
        assertThat(changes().remove(file.toString(), NEW, temp.toString())).isInstanceOf(ChangeResult.Linked.class);
        assertThat(changes().sweep(file.toString(), temp.toString())).isInstanceOf(ChangeResult.Linked.class);
        assertThat(changes().leadingOut(file.toString(), temp.toString()))
                .containsInstanceOf(ChangeResult.Linked.class);
        assertThat(changes().moveFolder(home + "/project/src", home + "/project/dst", temp.toString()))
                .isInstanceOf(ChangeResult.Linked.class);
        assertThat(real.resolve("x.conf")).hasContent("n");
        assertThat(changes().leadingOut(real + "/x.conf", temp.toString())).isEmpty();
    }

    /// What somebody put where the temporary file would be is neither written nor deleted.
    @Test
    void aPlantedTemporaryFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(temp.resolve("x.conf"), "old");
        Path secret = Files.writeString(temp.resolve("secret"), "theirs");
        Path link = Files.createSymbolicLink(temp.resolve(".x.conf.devdoctor-0000000000000001.tmp"), secret);
        Path planted = Files.writeString(temp.resolve(".x.conf.devdoctor-0000000000000002.tmp"), "planted");
        List<String> names = new ArrayList<>(List.of("0000000000000001", "0000000000000002", "0000000000000003"));
        FileChanges third = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE, names::removeFirst);
        assertThat(third.write(file.toString(), OLD, NEW, temp.toString())).isInstanceOf(ChangeResult.Done.class);
        assertThat(file).hasContent("n");
        FileChanges never = new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE, () -> "0000000000000002");
        assertThat(never.write(file.toString(), NEW, Bytes.EMPTY, temp.toString()))
                .isInstanceOf(ChangeResult.Failed.class);
        assertThat(file).hasContent("n");
        assertThat(secret).hasContent("theirs");
        assertThat(planted).hasContent("planted");
        assertThat(link).isSymbolicLink();
    }

    /// An editor saves between the look and the rename, at each point where that can be.
    @ParameterizedTest
    @ValueSource(strings = {"temp-created", "temp-written", "temp-forced"})
    void whatIsSavedAtTheLastMomentStays(String moment) throws IOException {
        Path file = Files.writeString(temp.resolve("x.conf"), "old");
        Crashpoint editor = point -> {
            if (point.equals(moment)) save(file);
        };
        assertThat(new DiskFileChanges(DiskCalls.REAL, editor).write(file.toString(), OLD, NEW, temp.toString()))
                .isInstanceOfSatisfying(
                        ChangeResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.CHANGED));
        assertThat(file).hasContent("theirs");
        assertThat(rightsOfTemporary()).isEmpty();
        assertThat(changes().remove(file.toString(), OLD, temp.toString())).isInstanceOf(ChangeResult.Failed.class);
        assertThat(file).hasContent("theirs");
    }

    private static void save(Path file) {
        try {
            Files.writeString(file, "theirs");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Nobody else reads the new content of a file that is its owner's alone, not even for a moment.
    @Test
    void theTemporaryFileIsAsPrivateAsTheFile() throws IOException {
        Path file = Files.writeString(temp.resolve("config.json"), "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        List<String> rights = new ArrayList<>();
        Crashpoint look = _ -> rightsOfTemporary().ifPresent(rights::add);
        new DiskFileChanges(DiskCalls.REAL, look)
                .write(file.toString(), Bytes.of("secret".getBytes(StandardCharsets.UTF_8)), NEW, temp.toString());
        assertThat(rights).hasSize(3).containsOnly("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Optional<String> rightsOfTemporary() {
        try (Stream<Path> files = Files.list(temp)) {
            Optional<Path> file =
                    files.filter(each -> each.toString().endsWith(".tmp")).findFirst();
            if (file.isEmpty()) return Optional.empty();
            return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.get())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FileChanges changes() {
        return new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE);
    }
}

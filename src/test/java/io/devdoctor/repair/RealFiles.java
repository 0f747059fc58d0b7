package io.devdoctor.repair;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The files of this machine as a port, for tests of what is done to them.
final class RealFiles implements io.devdoctor.system.Files {
    @Override
    public Reading<FileState> state(String path) {
        try {
            BasicFileAttributes there =
                    Files.readAttributes(Path.of(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            FileState.Kind kind = there.isSymbolicLink()
                    ? FileState.Kind.LINK
                    : there.isDirectory()
                            ? FileState.Kind.FOLDER
                            : there.isRegularFile() ? FileState.Kind.FILE : FileState.Kind.OTHER;
            long size = there.size();
            return new Reading.Known<>(
                    new FileState(
                            path, kind, size, size, there.lastModifiedTime().toInstant(), Set.of()),
                    source(path));
        } catch (NoSuchFileException _) {
            return new Reading.Absent<>(source(path));
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, e.toString(), source(path));
        }
    }

    @Override
    public Reading<FileContent> read(String path) {
        try {
            Bytes bytes = Bytes.of(Files.readAllBytes(Path.of(path)));
            return new Reading.Known<>(new FileContent(path, bytes, Instant.EPOCH), source(path));
        } catch (NoSuchFileException _) {
            return new Reading.Absent<>(source(path));
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, e.toString(), source(path));
        }
    }

    @Override
    public Reading<List<String>> list(String folder) {
        return new Reading.Unknown<>(Reading.Cause.FAILED, "not needed here", source(folder));
    }

    @Override
    public Reading<List<Child>> children(String folder) {
        return new Reading.Unknown<>(Reading.Cause.FAILED, "not needed here", source(folder));
    }

    private static Source source(String path) {
        return new Source(Source.Kind.FILE, path, Instant.EPOCH);
    }
}

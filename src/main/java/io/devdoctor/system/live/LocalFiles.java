package io.devdoctor.system.live;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Files;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// The file system through java.nio.
public final class LocalFiles implements Files {
    private static final Set<PosixFilePermission> EXECUTES = Set.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final AllocatedSize allocated;
    private final OpenError error;

    /// @param allocated how many bytes a file occupies on its disk
    /// @param error     why a file cannot be opened
    public LocalFiles(AllocatedSize allocated, OpenError error) {
        this.allocated = allocated;
        this.error = error;
    }

    /// Java tells the system's words, which are localized, and not its number.
    @FunctionalInterface
    public interface OpenError {
        /// `error 1920`; empty = it can be opened now, or the system has no such numbers.
        Optional<String> of(Path file);
    }

    /// Java does not know what sparse and compressed files occupy.
    @FunctionalInterface
    public interface AllocatedSize {
        long of(Path file, BasicFileAttributes attributes) throws IOException;
    }

    @Override
    public Reading<FileState> state(String path) {
        return read(path, source -> {
            try {
                return new Reading.Known<>(stateOf(Path.of(path)), source);
            } catch (AccessDeniedException | NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                Optional<String> number = error.of(Path.of(path));
                if (number.isEmpty()) throw e;
                return new Reading.Unknown<>(Reading.Cause.FAILED, number.get(), source);
            }
        });
    }

    @Override
    public Reading<FileContent> read(String path) {
        return read(path, source -> contentOf(path, source));
    }

    @Override
    public List<Reading<FileContent>> readAll(List<String> paths) {
        if (paths.isEmpty()) return List.of();
        Source source = new Source(Source.Kind.FILE, paths.getFirst() + " \u2026", Instant.now());
        Reading<List<Reading<FileContent>>> all = Bounded.read(source, Budget.FILE, () -> {
            List<Reading<FileContent>> read = new ArrayList<>();
            for (String path : paths) read.add(unbounded(path));
            return new Reading.Known<>(List.copyOf(read), source);
        });
        // One of them hangs: each for itself tells which.
        return all.known().orElseGet(() -> Files.super.readAll(paths));
    }

    /// For callers that are bounded themselves.
    private static Reading<FileContent> unbounded(String path) {
        Source source = new Source(Source.Kind.FILE, path, Instant.now());
        try {
            return contentOf(path, source);
        } catch (NoSuchFileException _) {
            return new Reading.Absent<>(source);
        } catch (AccessDeniedException e) {
            return new Reading.Unknown<>(Reading.Cause.DENIED, Reading.reason(e), source);
        } catch (InvalidPathException e) {
            return unreadable(Reading.reason(e), source);
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, Reading.reason(e), source);
        }
    }

    private static Reading<FileContent> contentOf(String path, Source source) throws IOException {
        Path file = Path.of(path);
        BasicFileAttributes attributes = java.nio.file.Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) return unreadable("not a file but a folder or device", source);
        if (attributes.size() > MOST_BYTES) return unreadable(attributes.size() + " bytes", source);
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            // Exactly what is there, and one more where it grows.
            byte[] bytes = in.readNBytes((int) attributes.size());
            int more = in.read();
            if (more >= 0) bytes = rest(bytes, more, in);
            if (bytes.length > MOST_BYTES) return unreadable("it grows while it is read", source);
            Instant modified = attributes.lastModifiedTime().toInstant();
            return new Reading.Known<>(new FileContent(path, Bytes.of(bytes), modified), source);
        }
    }

    private static byte[] rest(byte[] start, int next, InputStream in) throws IOException {
        byte[] rest = in.readNBytes((int) MOST_BYTES - start.length);
        byte[] all = Arrays.copyOf(start, start.length + 1 + rest.length);
        all[start.length] = (byte) next;
        System.arraycopy(rest, 0, all, start.length + 1, rest.length);
        return all;
    }

    @Override
    public Reading<List<String>> list(String folder) {
        return read(folder, source -> {
            try (Stream<Path> children = java.nio.file.Files.list(Path.of(folder))) {
                List<String> names = children.map(child -> child.getFileName().toString())
                        .sorted()
                        .toList();
                return new Reading.Known<>(names, source);
            } catch (NotDirectoryException _) {
                return unreadable("not a folder", source);
            }
        });
    }

    @Override
    public Reading<List<Child>> children(String folder) {
        return read(folder, source -> {
            List<Child> all = new ArrayList<>();
            try (DirectoryStream<Path> children = java.nio.file.Files.newDirectoryStream(Path.of(folder))) {
                for (Path child : children)
                    all.add(new Child(child.getFileName().toString(), child(child)));
            } catch (NotDirectoryException _) {
                return unreadable("not a folder", source);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            all.sort(Comparator.comparing(Child::name));
            return new Reading.Known<>(List.copyOf(all), source);
        });
    }

    /// Inside the bounded read of its folder.
    private Reading<FileState> child(Path child) {
        Source source = new Source(Source.Kind.FILE, child.toString(), Instant.now());
        try {
            return new Reading.Known<>(stateOf(child), source);
        } catch (NoSuchFileException _) {
            return new Reading.Absent<>(source);
        } catch (AccessDeniedException e) {
            return new Reading.Unknown<>(Reading.Cause.DENIED, Reading.reason(e), source);
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, Reading.reason(e), source);
        }
    }

    /// A read that knows its source.
    private interface FileRead<T> {
        Reading<T> from(Source source) throws IOException;
    }

    private static <T> Reading<T> read(String path, FileRead<T> read) {
        Source source = new Source(Source.Kind.FILE, path, Instant.now());
        Callable<Reading<T>> call = () -> {
            try {
                return read.from(source);
            } catch (NoSuchFileException _) {
                return new Reading.Absent<>(source);
            } catch (InvalidPathException e) {
                return unreadable(Reading.reason(e), source);
            }
        };
        return Bounded.read(source, Budget.FILE, call);
    }

    private FileState stateOf(Path file) throws IOException {
        Class<? extends BasicFileAttributes> kindOf =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? PosixFileAttributes.class
                        : BasicFileAttributes.class;
        BasicFileAttributes attributes = java.nio.file.Files.readAttributes(file, kindOf, LinkOption.NOFOLLOW_LINKS);
        FileState.Kind kind = attributes.isSymbolicLink()
                ? FileState.Kind.LINK
                : attributes.isDirectory()
                        ? FileState.Kind.FOLDER
                        : attributes.isRegularFile() ? FileState.Kind.FILE : FileState.Kind.OTHER;
        return new FileState(
                file.toString(),
                kind,
                attributes.size(),
                allocated.of(file, attributes),
                attributes.lastModifiedTime().toInstant(),
                attributes instanceof PosixFileAttributes posix ? posixAttributes(posix) : windowsAttributes(file));
    }

    private static Set<FileState.Attribute> posixAttributes(PosixFileAttributes attributes) {
        boolean executable =
                attributes.isRegularFile() && attributes.permissions().stream().anyMatch(EXECUTES::contains);
        return executable ? Set.of(FileState.Attribute.EXECUTABLE) : Set.of();
    }

    private static Set<FileState.Attribute> windowsAttributes(Path file) {
        Set<FileState.Attribute> set = EnumSet.noneOf(FileState.Attribute.class);
        int bits;
        try {
            if (!file.getFileSystem().supportedFileAttributeViews().contains("dos")) return set;
            bits = (int) java.nio.file.Files.getAttribute(file, "dos:attributes", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | ClassCastException _) {
            // Posix file systems offer the dos view only where extended attributes hold it.
            return set;
        }
        if ((bits & 0x1) != 0) set.add(FileState.Attribute.READ_ONLY);
        if ((bits & 0x2) != 0) set.add(FileState.Attribute.HIDDEN);
        if ((bits & 0x200) != 0) set.add(FileState.Attribute.SPARSE);
        if ((bits & 0x400) != 0) set.add(FileState.Attribute.REPARSE_POINT);
        if ((bits & 0x800) != 0) set.add(FileState.Attribute.COMPRESSED);
        if ((bits & 0x4000) != 0) set.add(FileState.Attribute.ENCRYPTED);
        if ((bits & 0x400000) != 0) set.add(FileState.Attribute.RECALL_ON_ACCESS);
        return set;
    }

    private static <T> Reading<T> unreadable(String detail, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, detail, source);
    }
}

package io.devdoctor.system;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files of a system as they would be after some edits, so that what follows from one can be planned before it is
/// made.
final class AssumedFiles implements Files {
    private final Files real;
    private final boolean windows;
    private final Instant now;
    private final Map<String, FileContent> written = new HashMap<>();
    private final Map<String, String> removed = new HashMap<>();

    /// @param edits whole contents by path; empty = the file is removed
    AssumedFiles(Files real, boolean windows, Instant now, Map<String, Optional<Bytes>> edits) {
        this.real = real;
        this.windows = windows;
        this.now = now;
        edits.forEach((path, bytes) -> bytes.ifPresentOrElse(
                content -> written.put(key(path), new FileContent(path, content, now)),
                () -> removed.put(key(path), path)));
    }

    @Override
    public Reading<FileState> state(String path) {
        FileContent content = written.get(key(path));
        if (content != null) return new Reading.Known<>(state(content, real.state(path)), source(path));
        return removed.containsKey(key(path)) ? new Reading.Absent<>(source(path)) : real.state(path);
    }

    @Override
    public Reading<FileContent> read(String path) {
        FileContent content = written.get(key(path));
        if (content != null) return new Reading.Known<>(content, source(path));
        return removed.containsKey(key(path)) ? new Reading.Absent<>(source(path)) : real.read(path);
    }

    @Override
    public List<Reading<FileContent>> readAll(List<String> paths) {
        List<Reading<FileContent>> all = new ArrayList<>(real.readAll(paths));
        for (int i = 0; i < paths.size(); i++) {
            String key = key(paths.get(i));
            if (written.containsKey(key) || removed.containsKey(key)) all.set(i, read(paths.get(i)));
        }
        return all;
    }

    @Override
    public Reading<List<String>> list(String folder) {
        return real.list(folder)
                .flatMap((names, source) -> new Reading.Known<>(
                        edited(
                                        folder,
                                        names.stream()
                                                .map(name -> new Child(name, state(join(folder, name))))
                                                .toList())
                                .stream()
                                .map(Child::name)
                                .toList(),
                        source));
    }

    @Override
    public Reading<List<Child>> children(String folder) {
        return real.children(folder)
                .flatMap((children, source) -> new Reading.Known<>(edited(folder, children), source));
    }

    private List<Child> edited(String folder, List<Child> children) {
        List<Child> all = new ArrayList<>(children);
        all.removeIf(child -> isEdited(join(folder, child.name())));
        written.values().stream()
                .filter(content -> key(parent(content.path())).equals(key(folder)))
                .map(content -> new Child(
                        content.path().substring(parent(content.path()).length() + 1), state(content.path())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Child::name));
        return all;
    }

    private boolean isEdited(String path) {
        return written.containsKey(key(path)) || removed.containsKey(key(path));
    }

    private FileState state(FileContent content, Reading<FileState> before) {
        long size = content.bytes().size();
        Set<FileState.Attribute> attributes =
                before.known().map(FileState::attributes).orElse(Set.of());
        return new FileState(content.path(), FileState.Kind.FILE, size, size, now, attributes);
    }

    private Source source(String path) {
        return new Source(Source.Kind.FILE, path, now);
    }

    private String join(String folder, String name) {
        return folder + (windows ? "\\" : "/") + name;
    }

    private String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('/'), windows ? path.lastIndexOf('\\') : -1)));
    }

    private String key(String path) {
        return windows ? path.replace('/', '\\').toLowerCase(Locale.ROOT) : path;
    }
}

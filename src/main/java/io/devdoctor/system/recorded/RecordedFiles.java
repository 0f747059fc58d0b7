package io.devdoctor.system.recorded;

import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Files and folders of a recording. A recorded folder is complete: what it does not list is absent.
final class RecordedFiles implements Files {
    private final Tape tape;
    private final Paths paths;
    private final Map<String, Json> recorded = new HashMap<>();

    RecordedFiles(Json root, Tape tape) {
        this.tape = tape;
        this.paths = new Paths(tape.platform().isWindows());
        if (!root.has("files")) return;
        root.member("files").members().forEach((path, json) -> {
            recorded.put(paths.key(path), json);
            check(path, json);
        });
    }

    /// A recording with a wrong member is refused when it is opened, not in the middle of an examination.
    private void check(String path, Json json) {
        Source source = source(path);
        tape.reading(json, source, file -> RecordedFile.state(path, file, tape.taken()));
        tape.reading(json, source, file -> RecordedFile.content(path, file, tape.taken(), source));
        for (Json entry : json.elements("entries")) {
            String child = paths.child(path, name(entry));
            if (entry.node().isObject()) tape.reading(entry, source, it -> RecordedFile.state(child, it, tape.taken()));
        }
    }

    @Override
    public Reading<FileState> state(String path) {
        Json json = recorded.get(paths.key(path));
        Source source = source(path);
        if (json == null) return unlisted(path, source);
        // What cannot be read may still show its size.
        if (json.has("size")) {
            return new Reading.Known<>(RecordedFile.state(path, json, tape.taken()), source);
        }
        return tape.reading(json, source, file -> RecordedFile.state(path, file, tape.taken()));
    }

    @Override
    public Reading<FileContent> read(String path) {
        Json json = recorded.get(paths.key(path));
        Source source = source(path);
        if (json == null) return unlisted(path, source);
        Reading<Reading<FileContent>> content =
                tape.reading(json, source, file -> RecordedFile.content(path, file, tape.taken(), source));
        return content.flatMap((reading, _) -> reading);
    }

    @Override
    public Reading<List<String>> list(String folder) {
        Json json = recorded.get(paths.key(folder));
        Source source = source(folder);
        if (json == null) return unlisted(folder, source);
        Reading<Json> known = tape.reading(json, source, file -> file);
        return known.flatMap((file, _) -> file.has("entries")
                ? new Reading.Known<>(names(file), source)
                : new Reading.Unknown<>(Cause.UNREADABLE, "not a folder", source));
    }

    @Override
    public Reading<List<Child>> children(String folder) {
        Json listing = recorded.get(paths.key(folder));
        return list(folder)
                .map(_ -> Objects.requireNonNull(listing).elements("entries").stream()
                        .map(entry -> child(folder, entry))
                        .sorted(Comparator.comparing(Child::name))
                        .toList());
    }

    /// What is recorded of the child itself comes before what its folder tells of it.
    private Child child(String folder, Json entry) {
        String name = name(entry);
        String path = paths.child(folder, name);
        boolean told = entry.node().isObject() && !recorded.containsKey(paths.key(path));
        Reading<FileState> state = told
                ? tape.reading(entry, source(path), json -> RecordedFile.state(path, json, tape.taken()))
                : state(path);
        return new Child(name, state);
    }

    private static String name(Json entry) {
        return entry.node().isObject() ? entry.member("name").text() : entry.text();
    }

    /// An entry is a name, or an object with a name, a kind and a size.
    private static List<String> names(Json folder) {
        return folder.elements("entries").stream()
                .map(RecordedFiles::name)
                .sorted()
                .toList();
    }

    private <T> Reading<T> unlisted(String path, Source source) {
        return isKnownAbsent(path) ? new Reading.Absent<>(source) : tape.notRecorded(source);
    }

    private boolean isKnownAbsent(String path) {
        String child = path;
        for (String parent = paths.parent(child); !parent.isEmpty(); parent = paths.parent(child)) {
            Json folder = recorded.get(paths.key(parent));
            if (folder != null) return folder.isNull() || isMissing(paths.key(paths.name(child)), folder);
            child = parent;
        }
        return false;
    }

    private boolean isMissing(String key, Json folder) {
        return folder.has("entries")
                && names(folder).stream().noneMatch(name -> paths.key(name).equals(key));
    }

    private Source source(String path) {
        return tape.source(Source.Kind.FILE, path);
    }
}

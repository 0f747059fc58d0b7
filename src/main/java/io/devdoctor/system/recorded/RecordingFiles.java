package io.devdoctor.system.recorded;

import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps what was read of files: state, content and listing of one path become one entry.
final class RecordingFiles implements Files {
    private final Files source;
    private final Spool spool;
    private final Map<String, Reading<FileState>> states = new ConcurrentSkipListMap<>();
    private final Map<String, Reading<FileContent>> contents = new ConcurrentSkipListMap<>();
    private final Map<String, Reading<List<String>>> listings = new ConcurrentSkipListMap<>();
    private final Map<String, Reading<List<Child>>> families = new ConcurrentSkipListMap<>();

    RecordingFiles(Files source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<FileState> state(String path) {
        Reading<FileState> reading = source.state(path);
        states.put(path, reading);
        return reading;
    }

    @Override
    public Reading<FileContent> read(String path) {
        Reading<FileContent> reading = source.read(path);
        contents.put(path, reading);
        return reading;
    }

    @Override
    public List<Reading<FileContent>> readAll(List<String> paths) {
        List<Reading<FileContent>> readings = source.readAll(paths);
        for (int i = 0; i < paths.size(); i++) contents.put(paths.get(i), readings.get(i));
        return readings;
    }

    @Override
    public Reading<List<String>> list(String folder) {
        Reading<List<String>> reading = source.list(folder);
        listings.put(folder, reading);
        return reading;
    }

    @Override
    public Reading<List<Child>> children(String folder) {
        Reading<List<Child>> reading = source.children(folder);
        families.put(folder, reading);
        return reading;
    }

    void complete(ObjectNode document) {
        ObjectNode files = Spool.JSON.objectNode();
        listings.forEach((path, reading) -> reading.known()
                .ifPresent(names -> names.forEach(entry(files, path).putArray("entries")::add)));
        families.forEach((path, reading) -> reading.known().ifPresent(all -> family(entry(files, path), all)));
        contents.forEach((path, reading) -> reading.known().ifPresent(content -> content(entry(files, path), content)));
        states.forEach((path, reading) -> reading.known().ifPresent(state -> state(entry(files, path), state)));
        // A folder's content and a file's entries are unreadable by nature; replay says so by itself.
        contents.forEach((path, reading) -> {
            boolean folder = files.get(path) instanceof ObjectNode known && known.has("entries");
            if (!folder) unread(files, path, reading);
        });
        listings.forEach((path, reading) -> unreadAlone(files, path, reading));
        families.forEach((path, reading) -> unreadAlone(files, path, reading));
        states.forEach((path, reading) -> unreadAlone(files, path, reading));
        if (!files.isEmpty()) document.set("files", files);
    }

    /// A child's state stands with its name: a tree of thousands of files would else be thousands of entries.
    private void family(ObjectNode folder, List<Child> children) {
        ArrayNode entries = folder.putArray("entries");
        for (Child child : children) {
            ObjectNode entry = entries.addObject().put("name", child.name());
            switch (child.state()) {
                case Reading.Known<FileState>(FileState state, Source _) -> state(entry, state);
                case Reading.Absent<FileState> _ -> entries.remove(entries.size() - 1);
                case Reading.Unknown<FileState> why -> spool.unknown(entry, why);
                case Reading.NotApplicable<FileState>(String why) -> entry.put("notApplicable", why);
            }
        }
    }

    private <T> void unreadAlone(ObjectNode files, String path, Reading<T> reading) {
        if (!files.has(path)) unread(files, path, reading);
    }

    private <T> void unread(ObjectNode files, String path, Reading<T> reading) {
        switch (reading) {
            case Reading.Known<T> _ -> {}
            case Reading.Absent<T> _ -> {
                if (!files.has(path)) files.putNull(path);
            }
            case Reading.Unknown<T>(Cause cause, String _, Source _) when cause == Cause.NOT_RECORDED -> {}
            case Reading.Unknown<T> unknown -> spool.unknown(entry(files, path), unknown);
            case Reading.NotApplicable<T>(String why) -> entry(files, path).put("notApplicable", why);
        }
    }

    private static ObjectNode entry(ObjectNode files, String path) {
        return files.get(path) instanceof ObjectNode known ? known : files.putObject(path);
    }

    private void content(ObjectNode json, FileContent content) {
        spool.masking().content(json, content.bytes(), "text", "base64", "charset");
        json.put("modified", content.modified().toString());
    }

    private static void state(ObjectNode json, FileState state) {
        json.put("size", state.size()).put("modified", state.modified().toString());
        if (state.allocated() != state.size()) json.put("allocated", state.allocated());
        if (state.kind() != FileState.Kind.FILE) {
            json.put("kind", state.kind().name().toLowerCase(Locale.ROOT));
        }
        if (state.attributes().isEmpty()) return;
        ArrayNode attributes = json.putArray("attributes");
        state.attributes().stream()
                .sorted()
                .forEach(one ->
                        attributes.add(one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}

package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The last examinations: per examination a report (bytes this room does not look into) and a small summary for lists.
/// An examination counts once its summary is there, which is written last; halves and surplus ones go at the next
/// [#add].
public final class HistoryStore {
    private static final String REPORT = ".report.json";
    private static final String SUMMARY = ".summary.json";
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z(?:-\\d{1,4})?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /// One examination: `id` opens its report, `summary` is what [#add] was given.
    public record Entry(String id, Instant at, Map<String, String> summary) {}

    private final Path folder;
    private final OwnFiles files;
    private final int most;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// Keeps at most `most` examinations.
    public HistoryStore(DataFolder data, AtomicFile files, int most) {
        this.folder = data.history();
        this.files = new OwnFiles(data.root(), files);
        this.most = most;
    }

    /// Keeps a report and forgets the oldest beyond the bound.
    public Entry add(Instant at, byte[] report, Map<String, String> summary) throws IOException {
        String id = free(TIME.format(at));
        Path target = folder.resolve(id + REPORT);
        files.write(target, report);
        byte[] json = mapper.writeValueAsBytes(Map.of("at", at.toString(), "summary", summary));
        files.write(folder.resolve(id + SUMMARY), json);
        prune();
        return new Entry(id, at, Map.copyOf(summary));
    }

    /// Newest first. An entry whose summary cannot be read is left out.
    public List<Entry> list() throws IOException {
        return ids(SUMMARY).stream()
                .sorted(Comparator.reverseOrder())
                .filter(id -> Files.exists(folder.resolve(id + REPORT)))
                .map(this::entry)
                .flatMap(Optional::stream)
                .toList();
    }

    /// The report as it was given. Throws [java.nio.file.NoSuchFileException] if it is forgotten.
    public byte[] report(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an examination: " + id);
        }
        return files.read(folder.resolve(id + REPORT));
    }

    private Optional<Entry> entry(String id) {
        try {
            JsonNode node = mapper.readTree(files.read(folder.resolve(id + SUMMARY)));
            Map<String, String> summary = new TreeMap<>();
            node.path("summary")
                    .properties()
                    .forEach(member ->
                            summary.put(member.getKey(), member.getValue().asString("")));
            return Optional.of(new Entry(id, Instant.parse(node.path("at").asString("")), Map.copyOf(summary)));
        } catch (IOException | JacksonException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private String free(String time) {
        String id = time;
        for (int i = 2; Files.exists(folder.resolve(id + REPORT)); i++) {
            id = time + "-" + i;
        }
        return id;
    }

    private void prune() throws IOException {
        List<String> whole = list().stream().map(Entry::id).limit(most).toList();
        List<String> all = new ArrayList<>(ids(REPORT));
        all.addAll(ids(SUMMARY));
        for (String id : all) {
            if (!whole.contains(id)) {
                Files.deleteIfExists(folder.resolve(id + SUMMARY));
                Files.deleteIfExists(folder.resolve(id + REPORT));
            }
        }
    }

    private List<String> ids(String ending) throws IOException {
        files.refuseLinks(folder);
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .toList();
        }
    }
}

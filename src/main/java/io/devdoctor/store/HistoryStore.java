package io.devdoctor.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The last examinations: per examination one or more reports (bytes this room does not look into) and a small summary
/// for lists. An examination counts once its summary is there, which is written last; what an interrupted [#add] left
/// goes at the next one. One process at a time writes here.
public final class HistoryStore {
    private static final int FORMAT = 1;
    private static final String REPORT = ".report.json.gz";
    private static final String SUMMARY = ".summary.json";
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z(?:-\\d{1,4})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]{0,15}");
    /// Also what a killed writer left: `.<name>.devdoctor-….tmp`.
    private static final Pattern OURS =
            Pattern.compile("\\.?(" + ID + ")\\.(?:" + NAME + "\\.report|summary)\\.json.*");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /// One examination: `id` opens its reports, `summary` is what [#add] was given.
    public record Entry(String id, Instant at, Map<String, String> summary) {}

    /// One that is there and cannot be used; `file` is the one that tells.
    public record Damaged(String id, Path file, Reason reason) {}

    public enum Reason {
        /// Its summary cannot be understood.
        UNREADABLE,
        /// Written by a newer DevDoctor.
        NEWER,
        /// A report is missing.
        INCOMPLETE
    }

    /// Newest first.
    public record Listing(List<Entry> entries, List<Damaged> damaged) {
        public Listing {
            entries = List.copyOf(entries);
            damaged = List.copyOf(damaged);
        }
    }

    private final Path folder;
    private final OwnFiles files;
    private final WriteTurn turn;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public HistoryStore(DataFolder data, AtomicFile files) {
        this.folder = data.history();
        this.files = new OwnFiles(data.root(), files);
        this.turn = new WriteTurn(folder, folder.resolve("history.lock"), this.files);
    }

    /// Keeps an examination's reports by name, and forgets the oldest examinations beyond `most`.
    public Entry add(Instant at, Map<String, byte[]> reports, Map<String, String> summary, int most)
            throws IOException {
        try (WriteTurn.Held _ = turn.take()) {
            sweep(kept(ids(), Integer.MAX_VALUE));
            String id = free(TIME.format(at));
            for (Map.Entry<String, byte[]> report : reports.entrySet()) {
                files.write(path(id, report.getKey()), packed(report.getValue()));
            }
            files.write(folder.resolve(id + SUMMARY), summary(at, reports.keySet(), summary));
            sweep(kept(ids(), most));
            return new Entry(id, at, Map.copyOf(summary));
        }
    }

    /// Forgets the oldest beyond `most`, after a person has chosen to keep fewer.
    public void prune(int most) throws IOException {
        try (WriteTurn.Held _ = turn.take()) {
            sweep(kept(ids(), most));
        }
    }

    /// Forgets one examination, damaged or not.
    public void remove(String id) throws IOException {
        check(id);
        try (WriteTurn.Held _ = turn.take()) {
            Set<String> others = new HashSet<>(ids());
            others.remove(id);
            sweep(others);
        }
    }

    public Listing list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (String id : ids().stream().sorted(Comparator.reverseOrder()).toList()) read(id, entries, damaged);
        return new Listing(entries, damaged);
    }

    /// A report as it was given. Throws [java.nio.file.NoSuchFileException] if it is forgotten.
    public byte[] report(String id, String name) throws IOException {
        check(id);
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(files.read(path(id, name))))) {
            return packed.readAllBytes();
        }
    }

    /// Reports are words, again and again the same.
    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void check(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("not an examination: " + id);
    }

    private Path path(String id, String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a name of a report: " + name);
        return folder.resolve(id + "." + name + REPORT);
    }

    private byte[] summary(Instant at, Set<String> reports, Map<String, String> summary) {
        ObjectNode json = mapper.createObjectNode();
        json.put("format", FORMAT).put("at", at.toString());
        reports.stream().sorted().forEach(json.putArray("reports")::add);
        new TreeMap<>(summary).forEach(json.putObject("summary")::put);
        return mapper.writeValueAsBytes(json);
    }

    private void read(String id, List<Entry> entries, List<Damaged> damaged) {
        Path file = folder.resolve(id + SUMMARY);
        try {
            JsonNode node = mapper.readTree(files.read(file));
            if (node.path("format").asInt(0) > FORMAT) {
                damaged.add(new Damaged(id, file, Reason.NEWER));
            } else if (node.path("reports").valueStream().anyMatch(name -> !holds(id, name.asString("")))) {
                damaged.add(new Damaged(id, file, Reason.INCOMPLETE));
            } else {
                entries.add(new Entry(id, Instant.parse(node.path("at").asString("")), members(node)));
            }
        } catch (IOException | JacksonException | DateTimeException _) {
            damaged.add(new Damaged(id, file, Reason.UNREADABLE));
        }
    }

    private static Map<String, String> members(JsonNode node) {
        Map<String, String> summary = new TreeMap<>();
        node.path("summary")
                .properties()
                .forEach(
                        member -> summary.put(member.getKey(), member.getValue().asString("")));
        return Map.copyOf(summary);
    }

    private boolean holds(String id, String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(path(id, name));
    }

    private String free(String time) throws IOException {
        Set<String> taken = new HashSet<>(ids());
        String id = time;
        for (int i = 2; taken.contains(id); i++) id = time + "-" + i;
        return id;
    }

    private static Set<String> kept(List<String> ids, int most) {
        return new HashSet<>(
                ids.stream().sorted(Comparator.reverseOrder()).limit(most).toList());
    }

    /// Deletes every file of ours that belongs to none of these; a name that is not ours stays.
    private void sweep(Set<String> kept) throws IOException {
        files.refuseLinks(folder);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                Matcher ours = OURS.matcher(name);
                if (ours.matches() && (name.startsWith(".") || !kept.contains(ours.group(1)))) files.delete(file);
            }
        }
    }

    /// Of every examination whose summary is there.
    private List<String> ids() throws IOException {
        files.refuseLinks(folder);
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUMMARY))
                    .map(name -> name.substring(0, name.length() - SUMMARY.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .toList();
        }
    }
}

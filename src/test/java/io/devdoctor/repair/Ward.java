package io.devdoctor.repair;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslConfigFile;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.Probes;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.sim.SimulatedWindows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A machine with the ills of one row of the kill matrix, under the real repairer: real files in a folder, or the
/// simulated Windows. It holds no more than a kill needs, so that a process of its own starts fast.
final class Ward {
    static final String OLD = "[wsl2]\r\nmemory=8GB\r\n";
    static final String IMAGE = "sha256:" + "09".repeat(32);
    static final String CACHE = "k2v9x0qj5c1mfd8w3nhe4ylzb";
    static final String STOPPED = "d".repeat(64);
    static final String SICK = "2026-11-19T11:11:11Z";
    static final String RUNNING = "b1841f29b4248b96f829e61339fd1f5f535abefdd663cd1da41dfd356817a15b";
    private static final List<String> KEYS = List.of(
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss",
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss",
            "HKCU\\Environment",
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem");
    private static final Set<String> ASKED = Set.of("/system/df", "/containers/" + RUNNING + "/json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Path folder;
    final KillRow row;
    final Repairer repairer;
    private final Reexamination again;

    Ward(Path folder, String row, Crashpoint crash) throws IOException {
        this(folder, row, crash, DiskCalls.REAL, DiskCalls.REAL, changes -> CrashingChanges.around(changes, crash));
    }

    Ward(Path folder, String row, DiskCalls disk, DiskCalls own) throws IOException {
        this(folder, row, Crashpoint.NONE, disk, own, changes -> changes);
    }

    /// Every change of the simulated Windows goes through `watch`.
    static Ward watched(Path folder, String row, UnaryOperator<Changes> watch) throws IOException {
        return new Ward(folder, row, Crashpoint.NONE, DiskCalls.REAL, DiskCalls.REAL, watch);
    }

    private Ward(Path folder, String row, Crashpoint crash, DiskCalls disk, DiskCalls own, UnaryOperator<Changes> watch)
            throws IOException {
        this.folder = folder;
        this.row = KillRows.all(folder).stream()
                .filter(each -> each.name().equals(row))
                .findFirst()
                .orElseThrow();
        Journal journal = new Journal(new DataFolder(folder.resolve("data")).create(), own, crash::reached);
        Ports ports;
        Changes changes;
        if (this.row.where() == KillRow.Where.DISK) {
            prepareDisk();
            ports = Bench.ports(new Origin.Live());
            changes = Bench.changes(new DiskFileChanges(disk, crash));
        } else {
            SimulatedWindows windows = new SimulatedWindows(folder.resolve("windows"), recording());
            ports = windows.ports();
            changes = watch.apply(windows.changes(disk, crash));
        }
        // Loading all probes would take most of the time of a process that lives for a second.
        List<Probe<?>> probes = new ArrayList<>();
        if (this.row.kinds().anyMatch(Step.EditDistroFile.class::equals)) probes.addAll(Probes.ALL);
        probes.removeIf(probe -> probe.part() == Part.WSL_CONFIG);
        probes.add(new PictureProbe());
        this.again = new Reexamination(ports, probes, List.of(new PictureCheck()));
        this.repairer = new Repairer(
                ports, changes, again, journal, new Patience(Duration.ofMillis(200), Duration.ofMillis(10)));
    }

    static Path disk(Path folder) {
        return folder.resolve("machine");
    }

    private void prepareDisk() throws IOException {
        if (Files.exists(disk(folder))) return;
        Files.createDirectories(disk(folder).resolve("sockets"));
        Files.writeString(disk(folder).resolve("a.conf"), OLD);
        Files.writeString(disk(folder).resolve("b.conf"), "old b\n");
        Files.writeString(disk(folder).resolve("sockets/one.sock"), "");
    }

    private static byte[] recording() {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(Samples.bytes("healthy-en"));
            root.withObject("files").putObject("C:\\Users\\alex\\.wslconfig").put("text", OLD);
            // The machine is as small as the rows allow, for it is read again and again.
            ((ObjectNode) root.path("registry")).properties().removeIf(key -> !isNeeded(key.getKey()));
            ArrayNode engine = (ArrayNode) root.path("docker");
            engine.removeIf(entry -> !ASKED.contains(entry.path("get").asString("")));
            for (JsonNode entry : engine) {
                JsonNode body = entry.path("body");
                if (body.has("Images")) rubbish((ObjectNode) body);
                if (body.has("State")) ((ObjectNode) body.path("State")).put("StartedAt", SICK);
            }
            return JSON.writeValueAsBytes(root);
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isNeeded(String key) {
        return KEYS.stream().anyMatch(key::startsWith);
    }

    private static void rubbish(ObjectNode usage) {
        usage.withArray("Images").addObject().put("Id", IMAGE).put("Containers", 0);
        usage.withArray("BuildCache").addObject().put("ID", CACHE);
        usage.withArray("Containers").addObject().put("Id", STOPPED);
    }

    /// Applies what is still to be cured; the outcomes in order.
    List<Outcome> apply(Consumer<RepairEvent> listener) {
        List<Finding> ill = again.of(Set.of("test.kill")).stream()
                .filter(found -> !found.fixes().isEmpty())
                .toList();
        Consent consent = new Consent(Asker.COMMAND_LINE, EnumSet.allOf(Effect.class));
        List<Treatment> treatments = ill.stream()
                .map(finding -> Treatment.of(finding, finding.fixes().getFirst()))
                .toList();
        if (row.treatments().size() == 1) {
            return treatments.stream()
                    .map(each -> repairer.apply(each, consent, listener))
                    .toList();
        }
        List<Outcome> outcomes = new ArrayList<>();
        repairer.apply(new Plan(treatments, List.of()), consent, new Cancellation(), event -> {
            if (event instanceof PlanEvent.Within(var _, RepairEvent inside)) listener.accept(inside);
            if (event instanceof PlanEvent.Ended ended) outcomes.add(ended.outcome());
        });
        return outcomes;
    }

    Picture picture() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = row.where() == KillRow.Where.DISK ? disk(folder) : folder.resolve("windows/disk");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!isTemporary(file))
                    files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return new Picture(row.where() == KillRow.Where.DISK ? JSON.createObjectNode() : state(), files);
    }

    /// Without what only says that a file is not there.
    private JsonNode state() throws IOException {
        ObjectNode state = (ObjectNode) JSON.readTree(Files.readAllBytes(folder.resolve("windows/state.devdoctor")));
        ObjectNode files = (ObjectNode) state.path("files");
        files.propertyNames().stream()
                .filter(name -> files.path(name).isNull())
                .toList()
                .forEach(files::remove);
        return state;
    }

    /// What is left over beside the files, and in DevDoctor's own folder.
    List<Path> litter() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Ward::isTemporary).toList();
        }
    }

    private static boolean isTemporary(Path file) {
        return file.getFileName().toString().endsWith(".tmp");
    }

    /// Everything that a step may change.
    ///
    /// @param files by their names below the folder, as Latin-1 text
    record Picture(JsonNode state, Map<String, String> files) {
        boolean has(String name) {
            return files.containsKey(name);
        }

        boolean has(String name, String content) {
            return content.equals(files.get(name));
        }

        JsonNode registry(String key, String name) {
            return state.path("registry").path(key).path(name);
        }

        long number(String key, String name) {
            return registry(key, name).path(1).asLong(-1);
        }

        JsonNode usage() {
            for (JsonNode entry : state.path("docker")) {
                if (entry.path("get").asString("").equals("/system/df")) return entry.path("body");
            }
            throw new AssertionError("no usage");
        }
    }

    /// One digit for each treatment: whether it is well.
    private final class PictureProbe implements Probe<WslConfigFile> {
        @Override
        public Part<WslConfigFile> part() {
            return Part.WSL_CONFIG;
        }

        @Override
        public Reading<WslConfigFile> read(Ports system, Machine known) {
            StringBuilder digits = new StringBuilder();
            try {
                Picture picture = picture();
                row.treatments().forEach(part -> digits.append(part.well().test(picture) ? '1' : '0'));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Source source = new Source(Source.Kind.FILE, "picture", known.taken());
            Reading<FileContent> content = new Reading.Known<>(
                    new FileContent("picture", Bench.bytes(digits.toString()), Instant.EPOCH), source);
            return new Reading.Known<>(new WslConfigFile("picture", content, content, Map.of()), source);
        }
    }

    private final class PictureCheck implements Check {
        @Override
        public CheckInfo info() {
            return new CheckInfo("test.kill", Area.WSL, Set.of(Part.WSL_CONFIG), List.of());
        }

        @Override
        public List<Finding> examine(Machine machine) {
            return judge(
                    machine.wslConfig().flatMap((file, _) -> file.content()),
                    Subject.of(Subject.Kind.FILE, "picture"),
                    (content, source) -> {
                        String digits = new String(content.bytes().toArray(), StandardCharsets.UTF_8);
                        List<Finding> findings = new ArrayList<>();
                        for (int i = 0; i < digits.length(); i++) {
                            Subject subject = Subject.of(Subject.Kind.FILE, "part-" + i);
                            Evidence proof = Evidence.of("test.what", digits, source);
                            findings.add(
                                    digits.charAt(i) == '1'
                                            ? ok(subject, "good")
                                            : warning(subject, "bad", List.of(proof))
                                                    .fixedBy(row.treatments()
                                                            .get(i)
                                                            .fix(i)));
                        }
                        return findings;
                    },
                    _ -> List.of());
        }
    }
}

package io.devdoctor.proof;

import static java.util.stream.Collectors.toCollection;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.FindingAssert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A file below `src/test/resources/proofs`: a sample machine, what is different on this one, and what must be found.
/// The expectations are written by a person, never by the program that they judge.
///
/// `base` names a sample, or another proof (`languages/zh-TW.json`) whose machine is changed further; `remove`, `set`
/// and `distros` change it ([RecordingPatch], [DistroPatch]), after `rename` has put one text in place of another
/// everywhere (a person's folder). `project` lays files into project folders ([ProjectPatch]). `notable` lists
/// every WARNING, PROBLEM and UNKNOWN that must be found and nothing else may be; `also` lists findings of any verdict
/// that must be among the rest; `roots`, if there, lists the checks of all root causes; `offers` names the fixes, all
/// of
/// them, that the findings of a check offer. A line is `check [subject] VERDICT outcome`,
/// with MUTED for what a project does not want to hear of.
public record Proof(Path file, JsonNode json) {
    private static final Path FOLDER = Path.of("src/test/resources/proofs");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static List<Proof> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Proof::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proof read(Path file) {
        return new Proof(file, MAPPER.readTree(file));
    }

    Ports ports() throws RecordingException {
        return RecordedPorts.open(MAPPER.writeValueAsString(recording()).getBytes(StandardCharsets.UTF_8), toString());
    }

    /// The machine from which this one was made.
    Ports base() throws RecordingException {
        String base = json.path("base").asString();
        return base.endsWith(".json") ? read(FOLDER.resolve(base)).ports() : Samples.open(base);
    }

    /// The machine as a recording.
    public ObjectNode recording() throws RecordingException {
        String base = json.path("base").asString();
        ObjectNode recording = base.endsWith(".json")
                ? read(FOLDER.resolve(base)).recording()
                : (ObjectNode) MAPPER.readTree(Samples.bytes(base));
        if (json.path("rename") instanceof ObjectNode texts) {
            recording = (ObjectNode) RecordingPatch.rename(recording, texts);
        }
        RecordingPatch.remove(recording, json.path("remove"));
        if (json.path("set") instanceof ObjectNode set) RecordingPatch.set(recording, set);
        if (json.path("project") instanceof ObjectNode folders) ProjectPatch.apply(recording, folders);
        DistroPatch.apply(recording, json.path("distros"));
        return recording;
    }

    public ExaminationResult examine() throws RecordingException {
        return new Examination(ports(), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    TreeSet<String> notable() {
        return lines("notable");
    }

    TreeSet<String> also() {
        return lines("also");
    }

    boolean tellsRoots() {
        return json.has("roots");
    }

    TreeSet<String> roots() {
        return lines("roots");
    }

    /// The fixes that must be offered, by check.
    Map<String, Set<String>> offers() {
        Map<String, Set<String>> offers = new TreeMap<>();
        json.path("offers").properties().forEach(check -> {
            Set<String> fixes = new TreeSet<>();
            check.getValue().forEach(fix -> fixes.add(fix.asString()));
            offers.put(check.getKey(), fixes);
        });
        return offers;
    }

    static boolean isNotable(Finding finding) {
        return finding.verdict().isIllness() || finding.verdict() == Verdict.UNKNOWN;
    }

    static String line(Finding finding) {
        return "%s [%s] %s %s"
                .formatted(
                        finding.check().id(),
                        finding.subject().name(),
                        finding.isMuted() ? "MUTED" : finding.verdict(),
                        FindingAssert.outcome(finding));
    }

    private TreeSet<String> lines(String member) {
        return StreamSupport.stream(json.path(member).spliterator(), false)
                .map(JsonNode::asString)
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }
}

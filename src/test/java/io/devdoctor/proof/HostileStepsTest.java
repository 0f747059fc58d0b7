package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Preview;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.ToolLines;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.testing.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Recordings in which hostile strings stand where names did that ended in a step of a fix, and in other places: run
/// through every probe and every check. What is offered then is still one plain argument, path, id or key each.
class HostileStepsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{2,}");
    /// Where names stand that people and projects give.
    private static final List<String> WITH_NAMES = List.of("registry", "environment", "docker", "commands");
    /// What is no name but the form of the recording.
    private static final Pattern FORM = Pattern.compile(
            "(?is).*base64=.*|(at|get|endpoint|method|charset|failed|unknown)=.*|[^=]*=(REG_.*|\\d{4}-\\d\\d-\\d\\dT.*)");
    private static final int MACHINES = 60;
    /// What the engine of the checks makes of one that says nothing: UNKNOWN, and no step.
    private static final String SILENT = "the check returned no finding";
    private static final int TURNS = 3;
    private static final int OTHER_LEAVES = 8;

    private final Random random = new Random(20261121);
    private int inputs;
    private int examined;
    private int steps;
    private final java.util.Set<String> crashes = new TreeSet<>();

    @Test
    void noNameOfARecordingIsMoreThanANameInAStep() throws RecordingException {
        List<Proof> proofs = new ArrayList<>(Proof.all());
        Collections.shuffle(proofs, random);
        int machines = 0;
        for (Proof proof : proofs) {
            ObjectNode recording = proof.recording();
            List<String> words = words(recording);
            if (words.isEmpty()) continue;
            if (++machines > MACHINES) break;
            for (int turn = 0; turn < TURNS; turn++) spoilt(recording, words);
        }
        IO.println("Hostile recordings: " + examined + " examined, " + inputs + " hostile strings in them, " + steps
                + " steps offered, all harmless.");
        assertThat(crashes).isEmpty();
        assertThat(examined).isGreaterThan(MACHINES);
        assertThat(inputs).isGreaterThan(800);
        assertThat(steps).isGreaterThan(MACHINES);
    }

    /// What of the recording ends in the steps of its fixes.
    private static List<String> words(ObjectNode recording) throws RecordingException {
        String all = recording.toString();
        TreeSet<String> words = new TreeSet<>();
        for (Finding finding : findings(recording)) {
            for (Fix fix : finding.fixes()) {
                for (Step step : fix.steps())
                    texts(step)
                            .forEach(text -> WORD.matcher(text)
                                    .results()
                                    .map(found -> found.group())
                                    .forEach(words::add));
            }
        }
        words.removeIf(word -> !all.contains(word));
        return List.copyOf(words);
    }

    private void spoilt(ObjectNode recording, List<String> words) throws RecordingException {
        JsonNode spoilt = recording.deepCopy();
        for (int i = 0; i < 2; i++) {
            String word = words.get(random.nextInt(words.size()));
            String other = Hostile.string(word, random);
            spoilt = replaced(spoilt, word, other.length() > 2_000 ? other.substring(0, 2_000) : other);
            inputs++;
        }
        for (int i = 0; i < OTHER_LEAVES; i++) leaf(spoilt);
        List<Finding> findings;
        try {
            findings = findings((ObjectNode) spoilt);
        } catch (RecordingException _) {
            // A recording whose form is broken is refused as a whole.
            return;
        }
        examined++;
        for (Finding finding : findings) {
            if (finding.message().key().equals("unknown.CRASHED")) {
                finding.evidence().stream()
                        .filter(each -> !each.value().equals(SILENT))
                        .forEach(each -> crashes.add(finding.check().id() + ": " + each.value()));
            }
            for (Fix fix : finding.fixes()) assertHarmless(fix);
        }
    }

    private void assertHarmless(Fix fix) {
        assertThat(Preview.of(fix).parts()).isNotEmpty();
        for (Step step : fix.steps()) {
            steps++;
            switch (step) {
                case Step.RunTool tool -> {
                    ToolLines.assertHarmless(tool.commandLine());
                    if (tool.inverse() != null)
                        ToolLines.assertHarmless(tool.inverse().commandLine());
                }
                case Step.InDistro inside -> ToolLines.assertInside(inside.commandLine(), inside.distro());
                case Step.EditDistroFile edit -> {
                    ToolLines.assertInside(edit.commandLine(), edit.distro());
                    ToolLines.assertInside(edit.sweep(), edit.distro());
                }
                case Step.SetRegistryValue set ->
                    assertThat(set.isAdmitted()).as(set.key()).isTrue();
                case Step.EngineCall call ->
                    assertThat(call.isPlain()).as("%s", call).isTrue();
                case Step.EditFile edit -> assertAbsolute(edit.path());
                case Step.MoveAside move -> {
                    assertAbsolute(move.path());
                    assertAbsolute(move.to());
                }
                case Step.Manual manual -> {
                    if (manual.opens() != null)
                        assertThat(manual.opens())
                                .matches("https://[^\\s\"<>|]+|ms-settings:[a-z0-9-]+|devmgmt\\.msc|taskmgr\\.exe");
                }
            }
        }
    }

    private static void assertAbsolute(String path) {
        assertThat(path).matches("(?s)([A-Za-z]:\\\\|\\\\\\\\|/).*");
    }

    private static Stream<String> texts(Step step) {
        return switch (step) {
            case Step.RunTool tool -> tool.args().stream();
            case Step.InDistro inside -> Stream.of(inside.distro());
            case Step.EditDistroFile edit -> Stream.of(edit.distro());
            case Step.SetRegistryValue set -> Stream.of(set.name());
            case Step.EngineCall call ->
                Stream.of(call.endpoint(), call.change().id(), call.change().label());
            case Step.EditFile edit -> Arrays.stream(edit.path().split("[\\\\/]"));
            case Step.MoveAside move -> Arrays.stream(move.path().split("[\\\\/]"));
            case Step.Manual manual -> Stream.ofNullable(manual.opens());
        };
    }

    /// In keys and values alike.
    private static JsonNode replaced(JsonNode node, String word, String other) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode fresh = MAPPER.createObjectNode();
                object.properties()
                        .forEach(each ->
                                fresh.set(each.getKey().replace(word, other), replaced(each.getValue(), word, other)));
                yield fresh;
            }
            case ArrayNode array -> {
                ArrayNode fresh = MAPPER.createArrayNode();
                array.forEach(each -> fresh.add(replaced(each, word, other)));
                yield fresh;
            }
            case JsonNode text
            when text.isString() ->
                MAPPER.getNodeFactory().stringNode(text.asString().replace(word, other));
            default -> node;
        };
    }

    /// One string somewhere becomes a hostile one.
    private void leaf(JsonNode root) {
        JsonNode at = root.path(WITH_NAMES.get(random.nextInt(WITH_NAMES.size())));
        while (at.isContainer() && !at.isEmpty()) {
            int index = random.nextInt(at.size());
            String name = at.isObject()
                    ? at.propertyNames().stream().skip(index).findFirst().orElseThrow()
                    : "";
            JsonNode next = at.isObject() ? at.path(name) : at.path(index);
            boolean form = FORM.matcher(name + "=" + next.asString("")).matches();
            if (next.isString() && !form) {
                JsonNode hostile = MAPPER.getNodeFactory().stringNode(Hostile.string(next.asString(), random));
                if (at instanceof ObjectNode object) object.set(name, hostile);
                if (at instanceof ArrayNode array) array.set(index, hostile);
                inputs++;
            }
            at = next;
        }
    }

    private static List<Finding> findings(ObjectNode recording) throws RecordingException {
        byte[] bytes = MAPPER.writeValueAsString(recording).getBytes(StandardCharsets.UTF_8);
        return new Examination(RecordedPorts.open(bytes, "hostile"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
    }
}

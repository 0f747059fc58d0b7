package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.Tool;
import io.devdoctor.fix.ToolLines;
import io.devdoctor.machine.Bytes;
import io.devdoctor.repair.KilledWard.Deed;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.EngineChanges;
import io.devdoctor.system.change.RegistryChanges;
import io.devdoctor.system.change.ToolRuns;
import io.devdoctor.testing.Hostile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A journal that somebody edited: finishing it, taking it back and undoing it run nothing but lines of the table, and
/// write nothing but the keys and objects that steps may name.
@DisabledOnOs(OS.WINDOWS)
class JournalForgedTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TURNS = 40;

    @TempDir
    private Path temp;

    private final Random random = new Random(20261121);
    private int asked;

    @Test
    void nothingOutsideOfTheTableIsRun() throws IOException {
        int forged = 0;
        List<KillRow> rows = KillRows.all(Path.of("/nowhere")).stream()
                .filter(row -> row.where() == KillRow.Where.WINDOWS && row.ends() == Outcome.Cured.class)
                .toList();
        for (KillRow row : rows) {
            Path folder = temp.resolve(row.name());
            new Ward(folder, row.name(), _ -> {}).apply(_ -> {});
            Path file = journal(folder);
            List<String> lines = Files.readAllLines(file);
            for (int turn = 0; turn < TURNS; turn++) {
                boolean unfinished = random.nextBoolean();
                ObjectNode intent = (ObjectNode) MAPPER.readTree(lines.getFirst());
                for (int i = random.nextInt(3); i >= 0; i--) forge(intent);
                List<String> forgedLines = new ArrayList<>(List.of(intent.toString()));
                forgedLines.addAll(unfinished ? List.of() : lines.subList(1, lines.size()));
                write(file, forgedLines);
                for (Deed deed : unfinished ? List.of(Deed.COMPLETE) : List.of(Deed.UNDO))
                    deed.on(watched(folder, row));
                write(file, List.of(intent.toString()));
                Deed.ROLL_BACK.on(watched(folder, row));
                forged++;
            }
        }
        IO.println("Forged journals: " + forged + ", " + asked + " changes asked for by them, all of the table.");
        assertThat(asked).isPositive();
    }

    /// Halves of characters become question marks.
    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Ward watched(Path folder, KillRow row) throws IOException {
        return Ward.watched(folder, row.name(), this::watched);
    }

    private static Path journal(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/journal"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// One string somewhere in the steps becomes a hostile one, or the name of another tool.
    private void forge(ObjectNode intent) {
        JsonNode at = intent.path("steps");
        while (at.isContainer() && !at.isEmpty()) {
            int index = random.nextInt(at.size());
            String name = at.isObject()
                    ? at.propertyNames().stream().skip(index).findFirst().orElseThrow()
                    : "";
            JsonNode next = at.isObject() ? at.path(name) : at.path(index);
            if (next.isString()) {
                String other = name.equals("tool")
                        ? Tool.values()[random.nextInt(Tool.values().length)].name()
                        : Hostile.string(next.asString(), random);
                if (at instanceof ObjectNode object) object.put(name, other);
                if (at instanceof ArrayNode array)
                    array.set(index, MAPPER.getNodeFactory().stringNode(other));
            }
            at = next;
        }
    }

    /// Changes nothing but files, and looks at what it is asked for.
    private Changes watched(Changes real) {
        RegistryChanges registry = port(RegistryChanges.class, arguments -> {
            assertThat((String) arguments[0]).isEqualToIgnoringCase("HKCU\\Environment");
            return new ChangeResult.Done("");
        });
        ToolRuns tools = port(ToolRuns.class, arguments -> {
            @SuppressWarnings("unchecked")
            List<String> line = (List<String>) arguments[0];
            if (line.size() > 5 && line.get(1).equals("-d")) ToolLines.assertInside(line, line.get(2));
            else ToolLines.assertHarmless(line);
            return new ToolRuns.Exited(0, Bytes.EMPTY, Bytes.EMPTY);
        });
        EngineChanges engine = port(EngineChanges.class, arguments -> {
            assertThat((String) arguments[0]).matches("npipe:////\\./pipe/[\\w.-]+|https?://[\\w.-]+(:\\d+)?/?");
            assertThat((String) arguments[1]).matches("sha256:[0-9a-f]{64}|[0-9a-f]{64}|[0-9a-z]{25}");
            return new ChangeResult.Done("");
        });
        return new Changes(real.files(), registry, tools, tools, engine, _ -> new ChangeResult.Done(""));
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private <T> T port(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, arguments) -> {
            asked++;
            return answer.to(arguments);
        }));
    }
}

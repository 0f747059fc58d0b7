package io.devdoctor.cli;

import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Preview;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryEvent;
import io.devdoctor.repair.Holdings;
import io.devdoctor.repair.Sighting;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The journal as JSON, format 1 (docs/history-format.md). Secrets are masked; order is stable.
final class HistoryJson {
    private static final int FORMAT = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Messages messages;

    HistoryJson(Messages messages) {
        this.messages = messages;
    }

    /// All entries, newest first.
    String of(List<Entry> entries, Holdings holdings) {
        ObjectNode root = root();
        root.putObject("kept")
                .put("entries", holdings.entries())
                .put("bytes", holdings.bytes())
                .put("mostEntries", holdings.mostEntries())
                .put("mostBytes", holdings.mostBytes())
                .put("over", holdings.isOver());
        root.putObject("letGo")
                .put("entries", holdings.letGo())
                .put("last", holdings.last().map(Instant::toString).orElse(null));
        ArrayNode all = root.putArray("entries");
        entries.forEach(entry -> summary(entry, all.addObject()));
        return MAPPER.writeValueAsString(root);
    }

    /// One entry with everything, and whether it can be taken back now.
    String of(UndoPlan plan) {
        Entry entry = plan.entry();
        ObjectNode root = root();
        ObjectNode node = root.putObject("entry");
        summary(entry, node);
        entry.effects().stream().map(Enum::name).sorted().forEach(node.putArray("effects")::add);
        node.put("takesEffect", entry.takesEffect().name());
        ArrayNode steps = node.putArray("steps");
        for (int i = 0; i < entry.steps().size(); i++) {
            Entry.Done done = entry.steps().get(i);
            ObjectNode step = steps.addObject()
                    .put("number", i + 1)
                    .put("progress", done.progress().name());
            part(Preview.of(done.step()), step);
        }
        ArrayNode events = node.putArray("events");
        entry.events().forEach(event -> event(event, events.addObject()));
        ObjectNode undo = node.putObject("undo").put("possible", plan.refusal().isEmpty());
        undo.put("why", plan.refusal().map(this::say).orElse(null));
        undo.put("first", plan.first().map(Entry::id).orElse(null));
        plan.conflicts().forEach(conflict -> undo.withArray("changed").add(masked(conflict.what())));
        return MAPPER.writeValueAsString(root);
    }

    private ObjectNode root() {
        return MAPPER.createObjectNode()
                .put("devdoctorHistory", FORMAT)
                .put("lang", messages.language().tag());
    }

    private void summary(Entry entry, ObjectNode node) {
        node.put("id", entry.id())
                .put("at", entry.at().toString())
                .put("asker", entry.isTold() ? entry.asker().name() : null)
                .put("fix", entry.fix())
                .put("title", say(entry.title()))
                .put("state", entry.state().name())
                .put("undoable", entry.canUndo());
        ArrayNode cures = node.putArray("cures");
        for (Entry.Cure cure : entry.cures()) {
            cures.addObject()
                    .put("check", cure.finding().check())
                    .put("subject", masked(cure.finding().subject().name()))
                    .put("verdict", cure.verdict().name())
                    .put("title", say(cure.title()))
                    .put("fix", cure.fix());
        }
    }

    private void part(Preview.Part part, ObjectNode node) {
        switch (part) {
            case Preview.FileChange file -> {
                node.put("kind", "file")
                        .put("path", masked(file.path()))
                        .put("change", file.kind().name());
                DiffText.of(file, messages).forEach(node.putArray("diff")::add);
            }
            case Preview.FolderMove(String path, String to) ->
                node.put("kind", "folder").put("path", masked(path)).put("to", masked(to));
            case Preview.RegistryChange value ->
                node.put("kind", "registry")
                        .put("key", value.key())
                        .put("name", value.name())
                        .put("type", value.type())
                        .put("before", orNull(value.before()))
                        .put("after", orNull(value.after()));
            case Preview.CommandLine(var line, boolean admin, var inverse) -> {
                node.put("kind", "command").put("admin", admin);
                line.forEach(word -> node.withArray("line").add(masked(word)));
                ArrayNode back = node.putArray("inverse");
                inverse.forEach(word -> back.add(masked(word)));
            }
            case Preview.EngineObjects(String endpoint, var objects) -> {
                node.put("kind", "engine").put("endpoint", masked(endpoint));
                ArrayNode all = node.putArray("objects");
                for (EngineChange change : objects) {
                    all.addObject()
                            .put("id", change.id())
                            .put("label", masked(change.label()))
                            .put("bytes", change.bytes());
                }
            }
            case Preview.Words(Text words, var opens) ->
                node.put("kind", "words").put("words", say(words)).put("opens", opens);
        }
    }

    private void event(EntryEvent event, ObjectNode node) {
        node.put("at", event.at().toString());
        switch (event) {
            case EntryEvent.OfStep(var _, int number, var progress, String detail) ->
                node.put("event", "step")
                        .put("number", number)
                        .put("progress", progress.name())
                        .put("detail", masked(detail));
            case EntryEvent.UndoBegun(var _, var asker) ->
                node.put("event", "undo").put("asker", asker.map(Enum::name).orElse(null));
            case EntryEvent.Ended(var _, var state, String proof, List<Sighting> seen) -> {
                node.put("event", "ended").put("state", state.name()).put("proof", masked(proof));
                ArrayNode all = node.putArray("seen");
                for (Sighting one : seen) {
                    all.addObject()
                            .put("verdict", one.verdict().name())
                            .put("check", one.check())
                            .put("subject", masked(one.subject()))
                            .put("title", say(one.title()));
                }
            }
        }
    }

    private String say(Text text) {
        return masked(messages.say(text));
    }

    private static @Nullable String orNull(@Nullable String value) {
        return Objects.isNull(value) ? null : masked(value);
    }

    private static String masked(String text) {
        return Secrets.mask(text).text();
    }
}

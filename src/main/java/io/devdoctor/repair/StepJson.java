package io.devdoctor.repair;

import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.DistroFile;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.store.Backups;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Steps in journal records. File contents stand there by their SHA-256; the bytes are kept as backups.
record StepJson(Backups backups) {
    /// Of Windows, with a drive or a server, or of anything else.
    private static final Pattern ABSOLUTE = Pattern.compile("^(?:[A-Za-z]:[\\\\/]|\\\\\\\\|/)");

    private static final Pattern ABOVE = Pattern.compile("(?:^|[\\\\/])\\.\\.(?:[\\\\/]|$)");

    ObjectNode write(Step step) throws IOException {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("type", step.getClass().getSimpleName());
        return switch (step) {
            case Step.EditFile(String path, var before, var after, boolean whileDesktopStopped) ->
                node.put("path", path)
                        .put("before", keep(before))
                        .put("after", keep(after))
                        .put("whileDesktopStopped", whileDesktopStopped);
            case Step.EditDistroFile(String distro, DistroFile file, var before, var after) ->
                node.put("distro", distro)
                        .put("file", file.name())
                        .put("before", keep(before))
                        .put("after", keep(after));
            case Step.MoveAside(String path, String to) ->
                node.put("path", path).put("to", to);
            case Step.SetRegistryValue(String key, String name, var before, var after) ->
                node.put("key", key)
                        .put("name", name)
                        .set("before", RegistryJson.write(before))
                        .set("after", RegistryJson.write(after));
            case Step.RunTool tool -> tool(node, tool);
            case Step.InDistro(String distro, DistroCommand command) ->
                node.put("distro", distro).put("command", command.name());
            case Step.EngineCall(String endpoint, EngineChange change) ->
                node.put("endpoint", endpoint)
                        .put("change", change.getClass().getSimpleName())
                        .put("id", change.id())
                        .put("label", change.label())
                        .put("bytes", change.bytes());
            case Step.Manual(Text words, var opens) -> node.put("opens", opens).set("words", TextJson.write(words));
        };
    }

    /// @throws IOException if kept bytes are missing or damaged
    /// @throws IllegalArgumentException if the record is no step
    Step read(JsonNode node) throws IOException {
        String type = node.path("type").asString("");
        return switch (type) {
            case "EditFile" ->
                new Step.EditFile(
                        path(node, "path"),
                        kept(node.path("before")),
                        kept(node.path("after")),
                        node.path("whileDesktopStopped").asBoolean(false));
            case "EditDistroFile" ->
                new Step.EditDistroFile(
                        text(node, "distro"),
                        DistroFile.valueOf(text(node, "file")),
                        kept(node.path("before")),
                        kept(node.path("after")));
            case "MoveAside" -> new Step.MoveAside(path(node, "path"), path(node, "to"));
            case "SetRegistryValue" ->
                new Step.SetRegistryValue(
                        text(node, "key"),
                        text(node, "name"),
                        RegistryJson.read(node.path("before")),
                        RegistryJson.read(node.path("after")));
            case "RunTool" -> tool(node);
            case "InDistro" -> new Step.InDistro(text(node, "distro"), DistroCommand.valueOf(text(node, "command")));
            case "EngineCall" -> new Step.EngineCall(text(node, "endpoint"), change(node));
            case "Manual" ->
                new Step.Manual(
                        TextJson.read(node.path("words")), node.path("opens").isString() ? text(node, "opens") : null);
            default -> throw new IllegalArgumentException("no step: " + type);
        };
    }

    private @Nullable String keep(@Nullable Bytes bytes) throws IOException {
        return bytes == null ? null : backups.put(bytes.toArray());
    }

    private @Nullable Bytes kept(JsonNode sha) throws IOException {
        return sha.isString() ? Bytes.of(backups.get(sha.asString())) : null;
    }

    private static ObjectNode tool(ObjectNode node, Step.RunTool tool) {
        node.put("tool", tool.tool().name());
        tool.args().forEach(node.putArray("args")::add);
        node.put("runs", String.join(" ", tool.commandLine()));
        Step.RunTool inverse = tool.inverse();
        if (inverse != null) tool(node.putObject("inverse"), inverse);
        return node;
    }

    private static Step.RunTool tool(JsonNode node) {
        List<String> args = StreamSupport.stream(node.path("args").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        JsonNode inverse = node.path("inverse");
        return new Step.RunTool(Tool.valueOf(text(node, "tool")), args, inverse.isObject() ? tool(inverse) : null);
    }

    private static EngineChange change(JsonNode node) {
        String id = text(node, "id");
        String label = text(node, "label");
        long bytes = node.path("bytes").asLong(0);
        return switch (text(node, "change")) {
            case "RemoveImage" -> new EngineChange.RemoveImage(id, label, bytes);
            case "RemoveBuildCache" -> new EngineChange.RemoveBuildCache(id, label, bytes);
            case "RemoveContainer" -> new EngineChange.RemoveContainer(id, label, bytes);
            case "RestartContainer" -> new EngineChange.RestartContainer(id, label);
            default -> throw new IllegalArgumentException("no engine change: " + text(node, "change"));
        };
    }

    /// A place on the machine: from anywhere else than its root it would depend on who reads it.
    private static String path(JsonNode node, String name) {
        String path = text(node, name);
        if (!ABSOLUTE.matcher(path).find() || ABOVE.matcher(path).find()) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
        return path;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}

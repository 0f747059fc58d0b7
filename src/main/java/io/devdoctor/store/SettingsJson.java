package io.devdoctor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The members of `settings.json`.
final class SettingsJson {
    private static final Set<String> KNOWN = Set.of(
            "language",
            "theme",
            "fontPercent",
            "motion",
            "projects",
            "patience",
            "timeServers",
            "engine",
            "watch",
            "watchMinutes",
            "watchTold",
            "recentRecordings",
            "window",
            "mutes",
            "historySize",
            "export");

    private SettingsJson() {}

    static Settings read(ObjectNode json) {
        Map<String, JsonNode> unknown = new TreeMap<>();
        json.properties().stream()
                .filter(member -> !KNOWN.contains(member.getKey()))
                .forEach(member -> unknown.put(member.getKey(), member.getValue()));
        return new Settings(looks(json), asking(json), watching(json), memory(json), unknown);
    }

    private static Looks looks(ObjectNode json) {
        return new Looks(
                choice(json.path("language"), Settings.Language.values(), Settings.Language::code),
                choice(json.path("theme"), Settings.Theme.values(), Settings.Theme::code),
                json.path("fontPercent").asInt(Looks.USUAL),
                choice(json.path("motion"), Settings.Motion.values(), Settings.Motion::code));
    }

    private static Asking asking(ObjectNode json) {
        return new Asking(
                strings(json.path("projects")),
                json.path("patience").asInt(1),
                strings(json.path("timeServers")),
                json.path("engine").stringValueOpt());
    }

    private static Watching watching(ObjectNode json) {
        return new Watching(
                json.path("watch").asBoolean(false),
                json.path("watchMinutes").asInt(Watching.DEFAULT.minutes()),
                json.path("watchTold").asBoolean(false));
    }

    private static Memory memory(ObjectNode json) {
        return new Memory(
                strings(json.path("recentRecordings")),
                bounds(json.path("window")),
                MuteJson.read(json.path("mutes")),
                json.path("historySize").asInt(Memory.EMPTY.historySize()),
                new Memory.Export(
                        json.path("export").path("format").asString(""),
                        strings(json.path("export").path("leftOut"))));
    }

    static ObjectNode write(Settings settings, JsonMapper mapper) {
        ObjectNode json = mapper.createObjectNode();
        write(settings.looks(), json);
        write(settings.asking(), json);
        write(settings.watching(), json);
        write(settings.memory(), json);
        new TreeMap<>(settings.unknown()).forEach(json::set);
        return json;
    }

    private static void write(Looks looks, ObjectNode json) {
        json.put("language", looks.language().code());
        json.put("theme", looks.theme().code());
        json.put("fontPercent", looks.fontPercent());
        json.put("motion", looks.motion().code());
    }

    private static void write(Asking asking, ObjectNode json) {
        asking.projects().forEach(json.putArray("projects")::add);
        json.put("patience", asking.patience());
        asking.timeServers().forEach(json.putArray("timeServers")::add);
        asking.engine().ifPresent(engine -> json.put("engine", engine));
    }

    private static void write(Watching watching, ObjectNode json) {
        json.put("watch", watching.on());
        json.put("watchMinutes", watching.minutes());
        json.put("watchTold", watching.told());
    }

    private static void write(Memory memory, ObjectNode json) {
        memory.recentRecordings().forEach(json.putArray("recentRecordings")::add);
        memory.window().ifPresent(bounds -> write(bounds, json.putObject("window")));
        MuteJson.write(memory.mutes(), json.putArray("mutes"));
        json.put("historySize", memory.historySize());
        ObjectNode export =
                json.putObject("export").put("format", memory.export().format());
        memory.export().leftOut().forEach(export.putArray("leftOut")::add);
    }

    private static void write(Settings.Bounds bounds, ObjectNode json) {
        json.put("x", bounds.x());
        json.put("y", bounds.y());
        json.put("width", bounds.width());
        json.put("height", bounds.height());
        json.put("maximized", bounds.maximized());
    }

    /// The first value is the default.
    private static <E> E choice(JsonNode node, E[] values, Function<E, String> code) {
        for (E value : values) {
            if (node.isString() && code.apply(value).equals(node.asString())) {
                return value;
            }
        }
        return values[0];
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> {
                if (item.isString()) {
                    strings.add(item.asString());
                }
            });
        }
        return strings;
    }

    private static Optional<Settings.Bounds> bounds(JsonNode node) {
        boolean whole = node.path("x").isNumber()
                && node.path("y").isNumber()
                && node.path("width").isNumber()
                && node.path("height").isNumber();
        return whole
                ? Optional.of(new Settings.Bounds(
                        node.path("x").asDouble(),
                        node.path("y").asDouble(),
                        node.path("width").asDouble(),
                        node.path("height").asDouble(),
                        node.path("maximized").asBoolean(false)))
                : Optional.empty();
    }
}

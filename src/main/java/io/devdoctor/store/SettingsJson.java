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
    private static final Set<String> KNOWN =
            Set.of("language", "theme", "projects", "recentRecordings", "window", "mutes");

    private SettingsJson() {}

    static Settings read(ObjectNode json) {
        Map<String, JsonNode> unknown = new TreeMap<>();
        json.properties().stream()
                .filter(member -> !KNOWN.contains(member.getKey()))
                .forEach(member -> unknown.put(member.getKey(), member.getValue()));
        return new Settings(
                choice(json.path("language"), Settings.Language.values(), Settings.Language::code),
                choice(json.path("theme"), Settings.Theme.values(), Settings.Theme::code),
                strings(json.path("projects")),
                strings(json.path("recentRecordings")),
                bounds(json.path("window")),
                MuteJson.read(json.path("mutes")),
                unknown);
    }

    static ObjectNode write(Settings settings, JsonMapper mapper) {
        ObjectNode json = mapper.createObjectNode();
        json.put("language", settings.language().code());
        json.put("theme", settings.theme().code());
        settings.projects().forEach(json.putArray("projects")::add);
        settings.recentRecordings().forEach(json.putArray("recentRecordings")::add);
        settings.window().ifPresent(bounds -> write(bounds, json.putObject("window")));
        MuteJson.write(settings.mutes(), json.putArray("mutes"));
        new TreeMap<>(settings.unknown()).forEach(json::set);
        return json;
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

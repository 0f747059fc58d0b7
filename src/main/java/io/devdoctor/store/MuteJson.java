package io.devdoctor.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mutes in `settings.json`. An entry that is not wholly understood mutes nothing: one whose date cannot be read
/// would else hold for ever.
final class MuteJson {
    private static final Set<String> KNOWN =
            Set.of("check", "subject", "verdict", "reason", "until", "value", "says", "project", "mutedAt");

    private MuteJson() {}

    static Mutes read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return Mutes.NONE;
        if (!node.isArray()) return new Mutes(List.of(), List.of(node));
        List<Mute> all = new ArrayList<>();
        List<JsonNode> unclear = new ArrayList<>();
        for (JsonNode item : node) {
            mute(item).ifPresentOrElse(all::add, () -> unclear.add(item));
        }
        return new Mutes(all, unclear);
    }

    private static Optional<Mute> mute(JsonNode node) {
        boolean clear = isWord(node.path("check"))
                && isWord(node.path("verdict"))
                && isWord(node.path("reason"))
                && isWord(node.path("mutedAt"))
                && Stream.of("until", "value", "says", "project")
                        .map(node::path)
                        .allMatch(member -> member.isMissingNode() || member.isString())
                && (node.path("subject").isMissingNode() || isSubject(node.path("subject")));
        if (!clear) return Optional.empty();
        try {
            return Optional.of(new Mute(
                    node.path("check").asString(),
                    Optional.of(node.path("subject")).filter(JsonNode::isObject).map(MuteJson::about),
                    node.path("verdict").asString(),
                    node.path("reason").asString(),
                    text(node, "until").map(LocalDate::parse),
                    text(node, "value"),
                    text(node, "says"),
                    text(node, "project"),
                    Instant.parse(node.path("mutedAt").asString()),
                    unknown(node)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isWord(JsonNode node) {
        return node.isString() && !node.asString().isBlank();
    }

    private static boolean isSubject(JsonNode node) {
        return isWord(node.path("kind"))
                && node.path("name").isString()
                && node.path("world").isString();
    }

    private static Mute.About about(JsonNode node) {
        return new Mute.About(
                node.path("kind").asString(),
                node.path("name").asString(),
                node.path("world").asString());
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.of(node.path(member)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Map<String, JsonNode> unknown(JsonNode node) {
        Map<String, JsonNode> unknown = new TreeMap<>();
        node.properties().stream()
                .filter(member -> !KNOWN.contains(member.getKey()))
                .forEach(member -> unknown.put(member.getKey(), member.getValue()));
        return unknown;
    }

    static void write(Mutes mutes, ArrayNode array) {
        mutes.all().forEach(mute -> write(mute, array.addObject()));
        mutes.unclear().forEach(array::add);
    }

    private static void write(Mute mute, ObjectNode node) {
        node.put("check", mute.check());
        mute.about()
                .ifPresent(about -> node.putObject("subject")
                        .put("kind", about.kind())
                        .put("name", about.name())
                        .put("world", about.world()));
        node.put("verdict", mute.verdict()).put("reason", mute.reason());
        mute.until().ifPresent(until -> node.put("until", until.toString()));
        mute.value().ifPresent(value -> node.put("value", value));
        mute.says().ifPresent(says -> node.put("says", says));
        mute.project().ifPresent(project -> node.put("project", project));
        node.put("mutedAt", mute.at().toString());
        new TreeMap<>(mute.unknown()).forEach(node::set);
    }
}

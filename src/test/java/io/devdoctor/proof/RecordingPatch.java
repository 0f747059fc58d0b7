package io.devdoctor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a recording as its format thinks: objects are merged, an answer takes the place of the answers to the same
/// question, `null` stays `null` since it says "does not exist".
final class RecordingPatch {
    /// The members that make two entries of a list answers to the same question.
    private static final Map<String, List<String>> QUESTION = Map.ofEntries(
            Map.entry("commands", List.of("run")),
            Map.entry("docker", List.of("endpoint", "get")),
            Map.entry("wmi", List.of("namespace", "class")),
            Map.entry("http", List.of("url", "method", "via")),
            Map.entry("tls", List.of("to", "via")),
            Map.entry("ntp", List.of("server")),
            Map.entry("dns", List.of("name", "world")),
            Map.entry("tcp", List.of("to")),
            Map.entry("routes", List.of("destination")),
            Map.entry("volumes", List.of("mount")),
            Map.entry("listeners", List.of("port", "address", "protocol")),
            Map.entry("pipes", List.of("name")));

    private RecordingPatch() {}

    /// Takes away what stands at JSON pointers; one that points nowhere is a mistake.
    static void remove(ObjectNode recording, JsonNode pointers) {
        for (JsonNode text : pointers) {
            JsonPointer pointer = JsonPointer.compile(text.asString());
            JsonNode parent = recording.at(pointer.head());
            boolean removed = parent instanceof ObjectNode object
                    && object.remove(pointer.last().getMatchingProperty()) != null;
            if (!removed) throw new AssertionError("nothing to remove: " + text.asString());
        }
    }

    /// The same tree with other texts, in names and in values.
    static JsonNode rename(JsonNode tree, ObjectNode texts) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode renamed = object.objectNode();
                object.properties()
                        .forEach(member ->
                                renamed.set(renamed(member.getKey(), texts), rename(member.getValue(), texts)));
                yield renamed;
            }
            case ArrayNode list -> {
                ArrayNode renamed = list.arrayNode();
                list.forEach(element -> renamed.add(rename(element, texts)));
                yield renamed;
            }
            default -> tree.isString() ? texts.stringNode(renamed(tree.asString(), texts)) : tree;
        };
    }

    private static String renamed(String text, ObjectNode texts) {
        String renamed = text;
        for (var each : texts.properties()) {
            renamed = renamed.replace(each.getKey(), each.getValue().asString());
        }
        return renamed;
    }

    static void set(ObjectNode recording, ObjectNode patch) {
        keepRegistryTrue(recording, patch);
        merge(recording, patch);
    }

    /// A key that is set is no longer absent, one that becomes absent is no longer there.
    private static void keepRegistryTrue(ObjectNode recording, ObjectNode patch) {
        ArrayNode absent = recording.withArray("registryAbsent");
        List<String> set = new ArrayList<>(patch.path("registry").propertyNames());
        for (int i = absent.size() - 1; i >= 0; i--) {
            String key = absent.get(i).asString();
            if (set.stream().anyMatch(name -> isAtOrBelow(name, key))) absent.remove(i);
        }
        ObjectNode registry = recording.withObject("registry");
        for (JsonNode gone : patch.path("registryAbsent")) {
            List<String> keys = new ArrayList<>(registry.propertyNames());
            keys.stream().filter(key -> isAtOrBelow(key, gone.asString())).forEach(registry::remove);
        }
    }

    private static boolean isAtOrBelow(String key, String parent) {
        String one = key.toLowerCase(Locale.ROOT);
        String other = parent.toLowerCase(Locale.ROOT);
        return one.equals(other) || one.startsWith(other + "\\");
    }

    private static void merge(ObjectNode into, ObjectNode patch) {
        patch.properties().forEach(member -> {
            JsonNode old = into.get(member.getKey());
            String name = sameName(into, member.getKey());
            if (old == null) old = into.get(name);
            if (old instanceof ObjectNode object && member.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else if (old instanceof ArrayNode list && member.getValue() instanceof ArrayNode more) {
                into.set(name, merged(name, list, more));
            } else {
                into.set(name, member.getValue());
            }
        });
    }

    /// Registry keys, values, services and paths match without case.
    private static String sameName(ObjectNode object, String name) {
        return object.propertyNames().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private static ArrayNode merged(String list, ArrayNode old, ArrayNode more) {
        ArrayNode result = old.arrayNode();
        if (list.equals("registryAbsent")) {
            result.addAll(old);
            return result.addAll(more);
        }
        List<String> question = QUESTION.get(list);
        if (question == null) return more;
        for (JsonNode entry : old) {
            if (StreamSupport.stream(more.spliterator(), false).noneMatch(each -> isSame(question, entry, each))) {
                result.add(entry);
            }
        }
        more.forEach(entry -> result.add(edited(question, old, entry)));
        return result;
    }

    /// An entry with `"edit": true` changes the old answer instead of taking its place.
    private static JsonNode edited(List<String> question, ArrayNode old, JsonNode entry) {
        if (!entry.path("edit").asBoolean(false)) return entry;
        ObjectNode edit = ((ObjectNode) entry).deepCopy();
        edit.remove("edit");
        for (JsonNode answer : old) {
            if (isSame(question, answer, entry)) {
                ObjectNode copy = ((ObjectNode) answer).deepCopy();
                merge(copy, edit);
                return copy;
            }
        }
        throw new AssertionError("nothing to edit: " + entry);
    }

    private static boolean isSame(List<String> question, JsonNode one, JsonNode other) {
        if (one.isString() || other.isString()) {
            return name(one).equals(name(other));
        }
        return question.stream()
                .allMatch(member ->
                        one.path(member).toString().equals(other.path(member).toString()));
    }

    private static String name(JsonNode entry) {
        return entry.isString() ? entry.asString() : entry.path("name").asString();
    }
}

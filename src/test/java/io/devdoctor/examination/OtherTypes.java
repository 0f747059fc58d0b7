package io.devdoctor.examination;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents whose members are of other types than they were.
final class OtherTypes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OtherTypes() {}

    /// The same tree with another value at every leaf, and in place of every second object and list.
    static JsonNode everywhere(JsonNode tree, String other) {
        return replaced(tree, JSON.readTree(other), 0);
    }

    private static JsonNode replaced(JsonNode tree, JsonNode other, int depth) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                int turn = depth;
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode value = object.get(name);
                    boolean deeper = value.isContainer() && turn++ % 2 == 0;
                    // Without its id nobody can ask for a container at all.
                    boolean kept = name.equals("Id") || name.equals("OSType");
                    copy.set(name, kept ? value : deeper ? replaced(value, other, depth + 1) : other);
                }
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = list.arrayNode();
                list.forEach(element -> copy.add(replaced(element, other, depth + 1)));
                yield copy;
            }
            default -> other;
        };
    }
}

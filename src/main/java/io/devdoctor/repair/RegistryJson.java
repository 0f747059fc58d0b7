package io.devdoctor.repair;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Registry values in journal records, as recordings write them: `["REG_DWORD", 2]`; null = the value does not exist.
final class RegistryJson {
    private static final String OTHER = "REG_TYPE_";

    private RegistryJson() {}

    static JsonNode write(@Nullable RegistryValue value) {
        if (value == null) return JsonNodeFactory.instance.nullNode();
        ArrayNode node = JsonNodeFactory.instance.arrayNode().add(value.typeName());
        return switch (value) {
            case RegistryValue.Text(String text) -> node.add(text);
            case RegistryValue.ExpandText(String text) -> node.add(text);
            case RegistryValue.Dword(long number) -> node.add(number);
            case RegistryValue.Qword(long number) -> node.add(number);
            case RegistryValue.MultiText(List<String> lines) -> {
                ArrayNode array = node.addArray();
                lines.forEach(array::add);
                yield node;
            }
            case RegistryValue.Binary(Bytes bytes) -> node.add(hex(bytes));
            case RegistryValue.Other(int _, Bytes bytes) -> node.add(hex(bytes));
        };
    }

    static @Nullable RegistryValue read(JsonNode node) {
        if (!node.isArray()) return null;
        String type = node.path(0).asString("");
        JsonNode value = node.path(1);
        return switch (type) {
            case "REG_SZ" -> new RegistryValue.Text(value.asString());
            case "REG_EXPAND_SZ" -> new RegistryValue.ExpandText(value.asString());
            case "REG_DWORD" -> new RegistryValue.Dword(value.asLong());
            case "REG_QWORD" -> new RegistryValue.Qword(value.asLong());
            case "REG_MULTI_SZ" -> new RegistryValue.MultiText(lines(value));
            case "REG_BINARY" -> new RegistryValue.Binary(bytes(value));
            default -> new RegistryValue.Other(Integer.parseInt(type.substring(OTHER.length())), bytes(value));
        };
    }

    private static List<String> lines(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }

    private static Bytes bytes(JsonNode value) {
        return Bytes.of(HexFormat.of().parseHex(value.asString()));
    }
}

package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.Registry;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the registry keys that were read. A subkey that was only listed is written as not recorded, since a recorded
/// key is complete.
final class RecordingRegistry implements Registry {
    private final Registry source;
    private final Spool spool;
    private final Map<String, JsonNode> keys = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> listed = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> absent = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    RecordingRegistry(Registry source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<RegistryKey> key(String path) {
        Reading<RegistryKey> reading = source.key(path);
        String normal = RegistryPath.normal(path);
        if (reading instanceof Reading.NotApplicable) return reading;
        spool.outcome(reading, known -> values(known, isEnvironment(normal))).ifPresent(json -> {
            if (json.isNull()) absent.add(normal);
            else keys.put(normal, json);
        });
        reading.known().ifPresent(key -> key.subkeys().forEach(name -> listed.add(normal + "\\" + name)));
        return reading;
    }

    void complete(ObjectNode document) {
        if (keys.isEmpty() && absent.isEmpty()) return;
        ObjectNode registry = document.putObject("registry");
        keys.forEach(registry::set);
        for (String path : listed) {
            if (!keys.containsKey(path) && !absent.contains(path)) {
                registry.putObject(path).put("unknown", "not-recorded");
            }
        }
        ArrayNode list = document.putArray("registryAbsent");
        absent.forEach(list::add);
    }

    /// Where the registry keeps variables of the environment: their values follow the rules for variables.
    private static boolean isEnvironment(String path) {
        return path.regionMatches(
                true, path.length() - "\\Environment".length(), "\\Environment", 0, "\\Environment".length());
    }

    private ObjectNode values(RegistryKey key, boolean environment) {
        ObjectNode json = Spool.JSON.objectNode();
        key.values()
                .forEach((name, value) -> json.set(
                        name,
                        value(
                                value,
                                text -> environment
                                        ? spool.masking().variable(name, text)
                                        : spool.masking().value(name, text))));
        return json;
    }

    private ArrayNode value(RegistryValue value, UnaryOperator<String> masked) {
        ArrayNode json = Spool.JSON.arrayNode().add(value.typeName());
        return switch (value) {
            case RegistryValue.Text(String text) -> json.add(masked.apply(text));
            case RegistryValue.ExpandText(String text) -> json.add(masked.apply(text));
            case RegistryValue.Dword(long number) -> json.add(number);
            case RegistryValue.Qword(long number) -> json.add(number);
            case RegistryValue.MultiText(var texts) -> {
                ArrayNode list = json.addArray();
                texts.forEach(text -> list.add(masked.apply(text)));
                yield json;
            }
            case RegistryValue.Binary(var bytes) ->
                json.add(hex(spool.masking().sameLength(bytes).toArray()));
            case RegistryValue.Other(int _, var bytes) ->
                json.add(hex(spool.masking().sameLength(bytes).toArray()));
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

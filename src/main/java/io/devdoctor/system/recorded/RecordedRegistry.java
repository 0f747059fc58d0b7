package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Registry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Registry keys of a recording. A recorded key is complete, so what its subtree does not list is absent.
final class RecordedRegistry implements Registry {
    private final Tape tape;
    private final Map<String, Reading<Map<String, RegistryValue>>> keys = new HashMap<>();
    private final Map<String, Map<String, String>> subkeys = new HashMap<>();
    private final Set<String> absent = new HashSet<>();

    RecordedRegistry(Json root, Tape tape) {
        this.tape = tape;
        if (root.has("registry")) {
            root.member("registry").members().forEach(this::add);
        }
        for (Json path : root.elements("registryAbsent")) {
            absent.add(RegistryPath.key(path.text()));
        }
    }

    private void add(String path, Json json) {
        String normal = RegistryPath.normal(path);
        Source source = tape.source(Source.Kind.REGISTRY, normal);
        Reading<Map<String, RegistryValue>> values = tape.reading(json, source, RecordedRegistry::values);
        if (values.isAbsent()) {
            absent.add(RegistryPath.key(normal));
            return;
        }
        keys.put(RegistryPath.key(normal), values);
        for (String child = normal; child.contains("\\"); child = RegistryPath.parent(child)) {
            String name = child.substring(child.lastIndexOf('\\') + 1);
            subkeys.computeIfAbsent(RegistryPath.key(RegistryPath.parent(child)), _ -> new TreeMap<>())
                    .putIfAbsent(RegistryPath.key(name), name);
        }
    }

    @Override
    public Reading<RegistryKey> key(String path) {
        String normal = RegistryPath.normal(path);
        Source source = tape.source(Source.Kind.REGISTRY, normal);
        String key = RegistryPath.key(normal);
        Reading<Map<String, RegistryValue>> values = keys.get(key);
        if (values != null) {
            List<String> children =
                    List.copyOf(subkeys.getOrDefault(key, Map.of()).values());
            return values.map(known -> new RegistryKey(normal, known, children));
        }
        return isKnownAbsent(key) ? new Reading.Absent<>(source) : tape.notRecorded(source);
    }

    private boolean isKnownAbsent(String key) {
        // A key that is only the way to recorded ones exists, though nobody wrote down its values.
        if (subkeys.containsKey(key)) return false;
        if (absent.contains(key)) return true;
        if (!key.contains("\\")) return false;
        String parent = RegistryPath.parent(key);
        Reading<Map<String, RegistryValue>> values = keys.get(parent);
        return values == null ? isKnownAbsent(parent) : values.isKnown();
    }

    private static Map<String, RegistryValue> values(Json json) {
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (value.node().isArray()) values.put(name, value(value));
        });
        return values;
    }

    private static RegistryValue value(Json json) {
        List<Json> pair = json.elements();
        if (pair.size() != 2) throw new Malformed(json.path(), "registry-value");
        Json data = pair.getLast();
        String type = pair.getFirst().text();
        return switch (type) {
            case "REG_SZ" -> new RegistryValue.Text(data.text());
            case "REG_EXPAND_SZ" -> new RegistryValue.ExpandText(data.text());
            case "REG_DWORD" -> new RegistryValue.Dword(data.number());
            case "REG_QWORD" -> new RegistryValue.Qword(data.number());
            case "REG_MULTI_SZ" -> new RegistryValue.MultiText(data.texts());
            case "REG_BINARY" -> new RegistryValue.Binary(hex(data));
            case "REG_NONE" -> new RegistryValue.Other(0, hex(data));
            case "REG_LINK" -> new RegistryValue.Other(6, hex(data));
            default -> {
                if (!type.matches("REG_TYPE_\\d{1,9}")) throw new Malformed(json.path(), "registry-value");
                yield new RegistryValue.Other(Integer.parseInt(type.substring(9)), hex(data));
            }
        };
    }

    private static Bytes hex(Json json) {
        try {
            return Bytes.of(HexFormat.of().parseHex(json.text().replaceAll("[\\s,]", "")));
        } catch (IllegalArgumentException e) {
            throw new Malformed(json.path(), "hex");
        }
    }
}

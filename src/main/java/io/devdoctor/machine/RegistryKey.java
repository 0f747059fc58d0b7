package io.devdoctor.machine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One registry key, read completely: all its values and the names of its subkeys.
///
/// @param path   `HKCU\Software\…` or `HKLM\…`
/// @param values by name, looked up without case; the default value has the name `""`
public record RegistryKey(String path, Map<String, RegistryValue> values, List<String> subkeys) {
    public RegistryKey {
        Map<String, RegistryValue> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(values);
        values = java.util.Collections.unmodifiableMap(sorted);
        subkeys = List.copyOf(subkeys);
    }
}

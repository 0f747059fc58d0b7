package io.devdoctor.system.recorded;

import java.util.Locale;
import java.util.Map;

/// Registry paths as recordings compare them: short hive names, no case.
final class RegistryPath {
    private static final Map<String, String> HIVES = Map.of(
            "HKEY_CURRENT_USER", "HKCU",
            "HKEY_LOCAL_MACHINE", "HKLM",
            "HKEY_USERS", "HKU",
            "HKEY_CLASSES_ROOT", "HKCR",
            "HKEY_CURRENT_CONFIG", "HKCC");

    private RegistryPath() {}

    /// The short hive name, no separator at the end, the case of names kept.
    static String normal(String path) {
        String stripped = path.replaceAll("\\\\+$", "");
        int end = stripped.indexOf('\\');
        String hive = (end < 0 ? stripped : stripped.substring(0, end)).toUpperCase(Locale.ROOT);
        return HIVES.getOrDefault(hive, hive) + (end < 0 ? "" : stripped.substring(end));
    }

    static String key(String path) {
        return normal(path).toLowerCase(Locale.ROOT);
    }

    /// @param path has a separator
    static String parent(String path) {
        return path.substring(0, path.lastIndexOf('\\'));
    }
}

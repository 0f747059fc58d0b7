package io.devdoctor.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys of `.wslconfig` and `wsl.conf`, from the dated table `wslconfig-keys.csv`. Names match without case.
public final class WslConfigKeys {
    private static final List<WslConfigKey> ALL = DataTable.rows("wslconfig-keys.csv").stream()
            .map(WslConfigKeys::key)
            .toList();
    private static final Map<WslConfigFile, Map<String, WslConfigKey>> BY_NAME = byName();

    private static final Set<String> SECTIONS =
            ALL.stream().map(key -> key.section().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private WslConfigKeys() {}

    /// Every key of `file`, removed ones too.
    public static List<WslConfigKey> of(WslConfigFile file) {
        return ALL.stream().filter(key -> key.file() == file).toList();
    }

    /// The key `section.name`, found under its alias too.
    public static Optional<WslConfigKey> find(WslConfigFile file, String section, String name) {
        return find(file, section + "." + name);
    }

    static Optional<WslConfigKey> find(WslConfigFile file, String fullName) {
        return Optional.ofNullable(namesOf(BY_NAME, file).get(fullName.toLowerCase(Locale.ROOT)));
    }

    /// Living keys of that name in any section of `file`: where a misplaced key belongs.
    static List<WslConfigKey> named(WslConfigFile file, String name) {
        return of(file).stream()
                .filter(key -> key.status() != WslConfigKey.Status.REMOVED)
                .filter(key -> key.name().equalsIgnoreCase(name))
                .toList();
    }

    /// Whether either file has a section of that name.
    static boolean isSection(String name) {
        return SECTIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    static List<String> sections(WslConfigFile file) {
        return of(file).stream().map(WslConfigKey::section).distinct().toList();
    }

    private static Map<WslConfigFile, Map<String, WslConfigKey>> byName() {
        Map<WslConfigFile, Map<String, WslConfigKey>> map =
                Map.of(WslConfigFile.WSLCONFIG, new HashMap<>(), WslConfigFile.WSL_CONF, new HashMap<>());
        for (WslConfigKey key : ALL) {
            Map<String, WslConfigKey> names = namesOf(map, key.file());
            names.put(key.fullName().toLowerCase(Locale.ROOT), key);
            if (!key.alias().isEmpty()) {
                names.put(key.alias().toLowerCase(Locale.ROOT), key);
            }
        }
        return map;
    }

    private static Map<String, WslConfigKey> namesOf(
            Map<WslConfigFile, Map<String, WslConfigKey>> map, WslConfigFile file) {
        return Objects.requireNonNull(map.get(file));
    }

    private static WslConfigKey key(String[] row) {
        return new WslConfigKey(
                row[0].equals(".wslconfig") ? WslConfigFile.WSLCONFIG : WslConfigFile.WSL_CONF,
                row[1],
                row[2],
                WslConfigKey.Type.valueOf(row[3]),
                row[4],
                row[5],
                row[6],
                WslConfigKey.Status.valueOf(row[7]),
                row[8].isEmpty() ? List.of() : List.of(row[8].split(" ")),
                row[9],
                row[10].isEmpty() ? List.of() : List.of(row[10].split(" ")));
    }
}

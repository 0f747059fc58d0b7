package io.devdoctor.check.drives;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Windows drives that a distribution sees, by letter, from `/proc/mounts`.
///
/// @param options the mount options by upper-case letter
record MountedDrives(Map<String, String> options) {
    private static final Pattern PLACE = Pattern.compile(".*/([A-Za-z])");
    private static final Pattern PATH = Pattern.compile("(?:.*[;,])?path=([A-Za-z]):.*");
    private static final Pattern DEVICE = Pattern.compile("([A-Za-z]):.*");

    static MountedDrives of(String mounts) {
        Map<String, String> options = new TreeMap<>();
        mounts.lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length >= 4)
                .forEach(fields -> letter(fields[0], fields[1], fields[2], fields[3])
                        .ifPresent(letter -> options.put(letter, fields[3])));
        return new MountedDrives(Map.copyOf(options));
    }

    /// 9p names the drive in its options, drvfs as its device, virtiofs only by the place where it is mounted.
    private static Optional<String> letter(String device, String place, String type, String options) {
        return switch (type) {
            case "9p" ->
                options.contains("aname=drvfs")
                        ? first(PATH, options).or(() -> first(DEVICE, device))
                        : Optional.empty();
            case "drvfs" -> first(DEVICE, device);
            case "virtiofs" -> first(PLACE, place);
            default -> Optional.empty();
        };
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    boolean has(String letter) {
        return options.containsKey(letter);
    }

    /// Whether Linux permissions are kept there.
    boolean keepsModes(String letter) {
        return java.util.List.of(options.getOrDefault(letter, "").split("[,;]")).contains("metadata");
    }
}

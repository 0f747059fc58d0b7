package io.devdoctor.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Suggestions for slips of the pen, by edit distance.
public final class Similar {
    private static final int LONGEST = 64;

    private Similar() {}

    /// The known `section.key` most like this one, its own section first; empty when none is near.
    static String key(WslConfigFile file, String section, String key) {
        List<WslConfigKey> living = WslConfigKeys.of(file).stream()
                .filter(known -> known.status() == WslConfigKey.Status.CURRENT)
                .toList();
        return Stream.of(true, false)
                .flatMap(same -> living.stream()
                        .filter(known -> known.section().equalsIgnoreCase(section) == same)
                        .filter(known -> near(known.name(), key))
                        .sorted(Comparator.comparingInt(known -> distance(known.name(), key))))
                .map(WslConfigKey::fullName)
                .findFirst()
                .orElse("");
    }

    /// The name most like this one; empty when none is near.
    public static String of(Collection<String> names, String name) {
        return names.stream()
                .filter(known -> near(known, name))
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElse("");
    }

    /// The name that is at most so many slips away, the first by the alphabet among equals; empty when none is.
    public static String within(Collection<String> names, String name, int slips) {
        return names.stream()
                .filter(known -> name.length() <= LONGEST && distance(known, name) <= slips)
                .min(Comparator.comparingInt((String known) -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static boolean near(String known, String name) {
        return name.length() <= LONGEST && distance(known, name) <= Math.max(1, known.length() / 4);
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int swap = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}

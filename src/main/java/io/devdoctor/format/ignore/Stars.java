package io.devdoctor.format.ignore;

import java.util.Arrays;

/// Patterns of Git that would keep the matching busy for hours. Nobody needs so many stars; such lines are passed over.
final class Stars {
    private static final int MOST = 4;

    private Stars() {}

    /// Whether no name of the pattern has more than [#MOST] stars, and no more than that cross folders.
    static boolean areFew(String pattern) {
        String[] names = pattern.strip().split("/");
        long crossing = Arrays.stream(names).filter("**"::equals).count();
        return crossing <= MOST && Arrays.stream(names).allMatch(name -> runs(name) <= MOST);
    }

    private static int runs(String name) {
        int runs = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '*' && (i == 0 || name.charAt(i - 1) != '*')) runs++;
        }
        return runs;
    }
}

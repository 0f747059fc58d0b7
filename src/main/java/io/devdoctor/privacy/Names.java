package io.devdoctor.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One name (the user's or the host's) wherever it stands as a name: everywhere if it is unlikely to be anything else,
/// else only where a name must stand.
final class Names {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";
    private static final int TELLING = 4;

    private final Kind kind;
    private final String name;
    private final String key;
    private final Set<Shape> shape;
    private final List<Pattern> patterns = new ArrayList<>();

    private Names(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
        this.key = name.toLowerCase(Locale.ROOT);
        this.shape = Shapes.text(name);
    }

    static Names user(String name, Set<String> common, Ledger ledger) {
        Names names = new Names(Kind.USER, name);
        boolean word = common.contains(names.key);
        if (!name.isEmpty()) {
            ledger.reserve(Kind.USER, names.key, names.shape);
            // After a backslash a single letter could be JSON's \n.
            names.addIf(!word && name.length() > 1, "(?<=[\\\\/])" + quoted(name) + "(?=[\\\\/\"'\\s,;:)\\]]|$)");
            names.add("(?<=\\bUsers\\\\{1,4}|\\bUsers/|/home/)" + quoted(name) + AFTER);
            names.add("(?<![\\p{L}\\p{N}_.-])" + quoted(name) + "(?=@[A-Za-z])");
            names.add("(?<=\\b(?:user|username|owner|account|login|uname|logname|profile|用户|用户名)\\\\?[\"']?[ ]?[=:：]["
                    + " ]?\\\\?[\"']?)"
                    + quoted(name) + AFTER);
            names.add("(?<=\\bUser: ')" + quoted(name) + AFTER);
            names.addEverywhere(name, word);
        }
        return names;
    }

    static Names host(String name, Set<String> common, Ledger ledger) {
        Names names = new Names(Kind.HOST, name);
        if (!name.isEmpty() && !names.key.equals("localhost")) {
            ledger.reserve(Kind.HOST, names.key, names.shape);
            // A fully qualified name would give the organisation away; one more label alone may be a file's ending.
            String domain = "(?:(?:\\.[A-Za-z0-9-]{1,63}){2,6}|\\.(?:local|lan|home|internal|localdomain|corp))?";
            names.add("(?<=\\\\\\\\|@|//)" + quoted(name) + domain + AFTER);
            names.add(
                    "(?<=\\b(?:host|hostname|computername|computer|machine|server)\\\\?[\"']?[ ]?[=:：][ ]?\\\\?[\"']?)"
                            + quoted(name) + domain + AFTER);
            names.addEverywhere(name + "", names.key.length() < TELLING || common.contains(names.key), domain);
        }
        return names;
    }

    private boolean stands(String text) {
        for (int at = 0; at <= text.length() - name.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length())) return true;
        }
        return false;
    }

    private void addEverywhere(String name, boolean word) {
        addEverywhere(name, word, "");
    }

    private void addEverywhere(String name, boolean word, String tail) {
        boolean ascii = name.chars().allMatch(c -> c < 127);
        if (!ascii && name.length() > 1) {
            add(quoted(name) + tail); // Chinese sets no blanks around a name
        } else if (!word && name.length() >= TELLING) {
            add(BEFORE + quoted(name) + tail + AFTER);
        }
    }

    private void add(String pattern) {
        patterns.add(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE));
    }

    private void addIf(boolean condition, String pattern) {
        if (condition) {
            add(pattern);
        }
    }

    private static String quoted(String name) {
        return Pattern.quote(name);
    }

    String apply(String text, Ledger ledger) {
        if (patterns.isEmpty() || !stands(text)) return text;
        String result = text;
        for (Pattern pattern : patterns) {
            result = Replacing.matches(pattern, result, 0, _ -> ledger.use(kind, key, shape))
                    .text();
        }
        return result;
    }
}

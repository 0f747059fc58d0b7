package io.devdoctor.format.ignore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One pattern of moby/patternmatcher with `/` as separator: `*` and `?` stay within a name, `**` crosses folders,
/// `\` escapes, `[a-z]` is a class.
public final class PatternMatcher {
    private static final String SPECIAL = "*?[]\\";

    private final String pattern;
    /// Empty = compared as it stands, or refused.
    private final Optional<Pattern> regex;

    private final boolean valid;

    PatternMatcher(String pattern) {
        this.pattern = pattern;
        Optional<String> translated = new Translation(pattern).translated();
        boolean plain = isPlain(pattern);
        Optional<Pattern> compiled = plain ? Optional.empty() : translated.flatMap(PatternMatcher::compiled);
        this.regex = compiled;
        this.valid = !pattern.isEmpty() && (plain || compiled.isPresent());
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    private static Optional<Pattern> compiled(String regex) {
        try {
            return Optional.of(Pattern.compile(regex, Pattern.DOTALL));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    String pattern() {
        return pattern;
    }

    /// Whether Go's path matching accepts it; otherwise the build ends before it begins.
    boolean isValid() {
        return valid;
    }

    boolean matches(String path) {
        return regex.map(each -> each.matcher(path).matches()).orElseGet(() -> pattern.equals(path));
    }

    /// As Go's filepath.Clean, and without `/` before it.
    static String cleaned(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            boolean up = name.equals("..");
            if (name.isEmpty() || name.equals(".")) continue;
            if (up && !names.isEmpty() && !names.getLast().equals("..")) names.removeLast();
            else if (!up || !rooted) names.addLast(name);
        }
        if (path.isEmpty()) return "";
        return names.isEmpty() ? rooted ? "/" : "." : String.join("/", names);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatternMatcher same && pattern.equals(same.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }

    /// From Go's notation into Java's.
    private static final class Translation {
        private final String pattern;
        private final StringBuilder regex = new StringBuilder();
        private int at;
        private boolean bad;

        Translation(String pattern) {
            this.pattern = pattern;
        }

        Optional<String> translated() {
            while (at < pattern.length() && !bad) {
                char c = pattern.charAt(at++);
                switch (c) {
                    case '*' -> stars();
                    case '?' -> regex.append("[^/]");
                    case '[' -> characters();
                    case '\\' -> {
                        bad = at == pattern.length();
                        if (!bad) literal(pattern.charAt(at++));
                    }
                    default -> literal(c);
                }
            }
            return bad ? Optional.empty() : Optional.of(regex.toString());
        }

        private void literal(char c) {
            if (c < 0x80 && !Character.isLetterOrDigit(c)) regex.append('\\');
            regex.append(c);
        }

        private void stars() {
            if (at == pattern.length() || pattern.charAt(at) != '*') {
                regex.append("[^/]*");
                return;
            }
            boolean leads = at == 1;
            at++;
            boolean slash = at < pattern.length() && pattern.charAt(at) == '/';
            if (slash) at++;
            boolean last = at == pattern.length();
            // `**name` and nothing special behind it means every path that ends so.
            boolean ends = leads && !slash && isPlain(pattern.substring(at));
            regex.append(last || ends ? ".*" : "(?:.*/)?");
        }

        private void characters() {
            regex.append('[');
            if (at < pattern.length() && pattern.charAt(at) == '^') {
                regex.append('^');
                at++;
            }
            for (int n = 0; !bad; n++) {
                if (n > 0 && at < pattern.length() && pattern.charAt(at) == ']') {
                    at++;
                    regex.append(']');
                    return;
                }
                int low = one();
                boolean range = at < pattern.length() && pattern.charAt(at) == '-';
                if (range) at++;
                int high = range ? one() : low;
                regex.append(String.format("\\x{%x}-\\x{%x}", low, high));
            }
        }

        /// One character of a class; a bare `-` or `]` is refused there.
        private int one() {
            boolean escaped = at < pattern.length() && pattern.charAt(at) == '\\';
            if (escaped) at++;
            if (at >= pattern.length() || !escaped && (pattern.charAt(at) == '-' || pattern.charAt(at) == ']')) {
                bad = true;
                return 0;
            }
            int point = pattern.codePointAt(at);
            at += Character.charCount(point);
            bad |= at >= pattern.length();
            return point;
        }
    }
}

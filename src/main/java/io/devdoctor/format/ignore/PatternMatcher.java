package io.devdoctor.format.ignore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One pattern of moby/patternmatcher with `/` as separator: `*` and `?` stay within a name, `**` crosses folders,
/// `\` escapes, `[a-z]` is a class.
public final class PatternMatcher {
    private static final String SPECIAL = "*?[]\\";

    private final String pattern;
    /// Empty = compared as it stands, or refused.
    private final Optional<List<PatternPart>> parts;

    private final boolean valid;

    PatternMatcher(String pattern) {
        this.pattern = pattern;
        boolean plain = isPlain(pattern);
        this.parts = plain ? Optional.empty() : new Reading(pattern).parts();
        this.valid = !pattern.isEmpty() && (plain || parts.isPresent());
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    String pattern() {
        return pattern;
    }

    /// Whether Go's path matching accepts it; otherwise the build ends before it begins.
    boolean isValid() {
        return valid;
    }

    boolean matches(String path) {
        return parts.map(all -> PatternPart.match(all, path)).orElseGet(() -> pattern.equals(path));
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

    /// Of Go's notation.
    private static final class Reading {
        private final String pattern;
        private final List<PatternPart> parts = new ArrayList<>();
        private int at;
        private boolean bad;

        Reading(String pattern) {
            this.pattern = pattern;
        }

        /// Empty = refused.
        Optional<List<PatternPart>> parts() {
            while (at < pattern.length() && !bad) {
                char c = pattern.charAt(at++);
                switch (c) {
                    case '*' -> stars();
                    case '?' -> parts.add(new PatternPart.AnyOne());
                    case '[' -> characters();
                    case '\\' -> {
                        bad = at == pattern.length();
                        if (!bad) parts.add(new PatternPart.Same(pattern.charAt(at++)));
                    }
                    default -> parts.add(new PatternPart.Same(c));
                }
            }
            return bad ? Optional.empty() : Optional.of(List.copyOf(parts));
        }

        private void stars() {
            if (at == pattern.length() || pattern.charAt(at) != '*') {
                parts.add(new PatternPart.InName());
                return;
            }
            boolean leads = at == 1;
            at++;
            boolean slash = at < pattern.length() && pattern.charAt(at) == '/';
            if (slash) at++;
            boolean last = at == pattern.length();
            // `**name` and nothing special behind it means every path that ends so.
            boolean ends = leads && !slash && isPlain(pattern.substring(at));
            parts.add(last || ends ? new PatternPart.Anything() : new PatternPart.Folders());
        }

        private void characters() {
            boolean others = at < pattern.length() && pattern.charAt(at) == '^';
            if (others) at++;
            List<PatternPart.Range> ranges = new ArrayList<>();
            for (int n = 0; !bad; n++) {
                if (n > 0 && at < pattern.length() && pattern.charAt(at) == ']') {
                    at++;
                    parts.add(new PatternPart.OneOf(ranges, others));
                    return;
                }
                int low = one();
                boolean range = at < pattern.length() && pattern.charAt(at) == '-';
                if (range) at++;
                int high = range ? one() : low;
                bad |= low > high;
                ranges.add(new PatternPart.Range(low, high));
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

package io.devdoctor.format.ignore;

import io.devdoctor.format.text.TextEdits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.attributes.AttributesRule;

/// One line of a .gitattributes.
///
/// @param folder     in which the file lies; "" = the root
/// @param number     1-based
/// @param pattern    unquoted
/// @param attributes as written
/// @param rule       what knows which paths the pattern means
public record AttributeLine(String folder, int number, String pattern, String attributes, AttributesRule rule) {
    private static final String MACRO = "[attr]";
    private static final int DEEPEST = 50;

    static List<AttributeLine> read(String folder, byte[] bytes) {
        List<AttributeLine> found = new ArrayList<>();
        List<String> lines = new String(TextEdits.withoutMark(bytes), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            int end = line.startsWith("\"") ? closing(line) : blank(line);
            String pattern = end < 0 ? line : unquoted(line.substring(0, end));
            // Patterns that exclude are refused by Git.
            if (pattern.isEmpty() || pattern.startsWith("!") || !Stars.areFew(pattern)) continue;
            String attributes = end < 0 ? "" : line.substring(end).strip();
            found.add(new AttributeLine(folder, i + 1, pattern, attributes, new AttributesRule(pattern, "")));
        }
        return found;
    }

    private static int blank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ' ' || line.charAt(i) == '\t') return i;
        }
        return -1;
    }

    private static int closing(String line) {
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') i++;
            else if (line.charAt(i) == '"') return i + 1;
        }
        return blank(line);
    }

    private static String unquoted(String pattern) {
        boolean quoted = pattern.length() > 1 && pattern.startsWith("\"") && pattern.endsWith("\"");
        return quoted ? pattern.substring(1, pattern.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : pattern;
    }

    /// The name that a line such as `[attr]script text eol=lf` defines.
    Optional<String> macro() {
        return pattern.startsWith(MACRO) ? Optional.of(pattern.substring(MACRO.length())) : Optional.empty();
    }

    boolean matches(String path) {
        if (folder.isEmpty()) return rule.isMatch(path, false);
        return path.startsWith(folder + "/") && rule.isMatch(path.substring(folder.length() + 1), false);
    }

    void apply(Map<String, String> macros, Map<String, String> values) {
        apply(attributes, macros, values, new HashSet<>(), 0);
    }

    /// A name of a group stands for all that it was defined as; groups of groups grow fast, so each is asked once.
    private static void apply(
            String words, Map<String, String> macros, Map<String, String> values, Set<String> seen, int depth) {
        for (String word : words.isEmpty() ? new String[0] : words.split("[ \t]+")) {
            String group = macros.get(word);
            if (group != null && depth < DEEPEST && seen.add(word)) apply(group, macros, values, seen, depth + 1);
            int equals = word.indexOf('=');
            if (word.startsWith("-")) values.put(word.substring(1), "unset");
            else if (word.startsWith("!")) values.remove(word.substring(1));
            else if (equals > 0) values.put(word.substring(0, equals), word.substring(equals + 1));
            else values.put(word, "set");
        }
    }

    /// A line that gives one file of the root's tree its attributes.
    public static String of(String path, String attributes) {
        String pattern = "/" + path.replaceAll("([\\[\\]*?\\\\])", "\\\\$1");
        boolean plain = pattern.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '#');
        String written = plain ? pattern : "\"" + pattern.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return written + " " + attributes;
    }
}

package io.devdoctor.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A configuration file of Git, read as Git reads it (config.c): sections, subsections, quotes, escapes, comments,
/// continued lines. An edit changes its own span and nothing else.
///
/// @param badLine the first line that Git refuses, with which it refuses the whole file; 0 = none
public record GitConfig(List<Entry> entries, int badLine) {
    public GitConfig {
        entries = List.copyOf(entries);
    }

    /// @param name       `core.autocrlf`, `http.https://example.com/.proxy`: section and key in lower case
    /// @param value      unquoted; a key alone means `true`
    /// @param line       counts from 1
    /// @param start, end bytes from the key to the end of its value
    /// @param valueStart where the value begins; `end` for a key alone
    public record Entry(String name, String value, int line, int start, int valueStart, int end) {}

    public static GitConfig parse(byte[] bytes) {
        return new GitConfigReader(bytes).read();
    }

    /// The entry that counts within this file: the last of its name.
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).reduce((_, last) -> last);
    }

    /// Sets a key of a section without subsection; makes the section where there is none.
    ///
    /// @param value of letters, digits and `-` only
    public static EditResult set(byte[] bytes, String section, String key, String value) {
        GitConfig config = parse(bytes);
        if (config.badLine > 0) return new EditResult.Refused(EditResult.Reason.SYNTAX, "" + config.badLine);
        if (!value.matches("[A-Za-z0-9-]+")) return new EditResult.Refused(EditResult.Reason.NOT_WRITABLE, value);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Optional<Entry> old = config.entry(section + "." + key);
        String edited = old.map(entry -> replaced(text, entry, value))
                .orElseGet(() -> inserted(config, text, section, key + " = " + value));
        byte[] result = edited.getBytes(StandardCharsets.ISO_8859_1);
        boolean works = parse(result)
                .entry(section + "." + key)
                .filter(entry -> entry.value().equals(value))
                .isPresent();
        return works
                ? new EditResult.Edited(result)
                : new EditResult.Refused(EditResult.Reason.NO_EFFECT, section + "." + key);
    }

    /// Adds one more value of a key that may have several, at the end of the file.
    ///
    /// @param section without subsection
    public static EditResult add(byte[] bytes, String section, String key, String value) {
        GitConfig config = parse(bytes);
        if (config.badLine > 0) return new EditResult.Refused(EditResult.Reason.SYNTAX, "" + config.badLine);
        if (value.chars().anyMatch(c -> c < ' ')) return new EditResult.Refused(EditResult.Reason.NOT_WRITABLE, value);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String added = "[" + section + "]" + newline + "\t" + key + " = " + quoted + newline;
        String start = text.isEmpty() || text.endsWith("\n") ? text : text + newline;
        String utf8 = new String(added.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        byte[] result = (start + utf8).getBytes(StandardCharsets.ISO_8859_1);
        boolean works = parse(result)
                .entry(section + "." + key)
                .filter(entry -> entry.value().equals(value))
                .isPresent();
        return works
                ? new EditResult.Edited(result)
                : new EditResult.Refused(EditResult.Reason.NO_EFFECT, section + "." + key);
    }

    /// Removes every entry of a name. A line that holds nothing else goes as a whole.
    public static EditResult remove(byte[] bytes, String name) {
        GitConfig config = parse(bytes);
        if (config.badLine > 0) return new EditResult.Refused(EditResult.Reason.SYNTAX, "" + config.badLine);
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        List<Entry> gone = config.entries.stream()
                .filter(entry -> entry.name().equals(name))
                .toList();
        if (gone.isEmpty()) return new EditResult.Refused(EditResult.Reason.NOT_FOUND, name);
        for (Entry entry : gone.reversed()) delete(text, entry);
        return new EditResult.Edited(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void delete(StringBuilder text, Entry entry) {
        int start = entry.start();
        while (start > 0 && isBlank(text.charAt(start - 1))) start--;
        int end = entry.end();
        while (end < text.length() && isBlank(text.charAt(end))) end++;
        boolean fromLineStart = start == 0 || text.charAt(start - 1) == '\n';
        boolean toLineEnd = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
        if (!fromLineStart || !toLineEnd) {
            text.delete(entry.start(), entry.end());
            return;
        }
        if (end < text.length() && text.charAt(end) == '\r') end++;
        if (end < text.length() && text.charAt(end) == '\n') end++;
        text.delete(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String replaced(String text, Entry entry, String value) {
        String between = entry.valueStart() == entry.end() && entry.value().equals("true") ? " = " : "";
        return text.substring(0, entry.valueStart()) + between + value + text.substring(entry.end());
    }

    private static String inserted(GitConfig config, String text, String section, String line) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        Optional<Entry> neighbour = config.entries.stream()
                .filter(entry -> entry.name().matches(java.util.regex.Pattern.quote(section) + "\\.[^.]+"))
                .reduce((_, last) -> last);
        if (neighbour.isPresent()) {
            int end = text.indexOf('\n', neighbour.get().end());
            return end < 0
                    ? text + newline + "\t" + line + newline
                    : text.substring(0, end + 1) + "\t" + line + newline + text.substring(end + 1);
        }
        String before = text.isEmpty() || text.endsWith("\n") ? text : text + newline;
        return before + "[" + section + "]" + newline + "\t" + line + newline;
    }
}

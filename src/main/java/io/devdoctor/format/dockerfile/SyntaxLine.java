package io.devdoctor.format.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line that names the grammar of a file. It is found before the file is read as a Dockerfile, and in more places:
/// behind a `#!` line, and written with `//`.
///
/// @param image the frontend
/// @param line  1-based
record SyntaxLine(String image, int line) {
    private static final Pattern FORM = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(\\S.*)");
    private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");
    private static final int FURTHEST = 8;

    /// @param content without a byte order mark
    static Optional<SyntaxLine> of(byte[] content) {
        int length = Math.min(content.length, PhysicalLine.LONGEST);
        String[] lines = new String(content, 0, length, StandardCharsets.UTF_8).split("\n", FURTHEST);
        int first = lines[0].startsWith("#!") ? 1 : 0;
        return of(lines, first, "#").or(() -> of(lines, first, "//"));
    }

    private static Optional<SyntaxLine> of(String[] lines, int first, String mark) {
        for (int i = first; i < lines.length; i++) {
            String text = lines[i].strip();
            Matcher matcher = FORM.matcher(
                    text.startsWith(mark) ? text.substring(mark.length()).strip() : "");
            if (!matcher.matches()) return Optional.empty();
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            if (name.equals("syntax")) return Optional.of(new SyntaxLine(matcher.group(2), i + 1));
            if (!KNOWN.contains(name)) return Optional.empty();
        }
        return Optional.empty();
    }
}

package io.devdoctor.format.compose;

import java.nio.charset.StandardCharsets;

/// The lines of a file, in bytes of its text as UTF-8.
final class YamlLines {
    private static final String STANDARD_STEP = "  ";

    private final String text;
    private final byte[] content;

    YamlLines(YamlText text) {
        this.text = text.text();
        this.content = text.utf8();
    }

    int length() {
        return content.length;
    }

    byte at(int offset) {
        return content[offset];
    }

    String between(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }

    int start(int offset) {
        int at = offset;
        while (at > 0 && content[at - 1] != '\n') at--;
        return at;
    }

    /// Behind the line end.
    int end(int offset) {
        int at = offset;
        while (at < content.length && content[at] != '\n') at++;
        return Math.min(content.length, at + 1);
    }

    /// As the first line ends.
    String newline() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /// The indentation of the first line that has one.
    String step() {
        return text.lines()
                .filter(line -> line.startsWith(" ") && !line.isBlank())
                .filter(line -> !line.strip().startsWith("#") && !line.strip().startsWith("-"))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .orElse(STANDARD_STEP);
    }

    /// A line that is indented by two blanks a level, as this file indents.
    String stepped(String line) {
        int blanks = line.length() - line.stripLeading().length();
        return step().repeat(blanks / STANDARD_STEP.length()) + line.stripLeading();
    }
}

package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON array of strings as Go's decoder reads it, with the place of each string.
final class JsonStrings {
    private static final int DEEPEST = 200;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final LogicalLine line;
    private final List<Word> words = new ArrayList<>();
    private boolean others;
    private int at;

    private JsonStrings(LogicalLine line) {
        this.line = line;
    }

    /// @param words   the strings
    /// @param others  whether there are elements that are no strings
    record Array(List<Word> words, boolean others) {}

    /// Empty = not an array in valid JSON.
    static Optional<Array> read(LogicalLine line) {
        JsonStrings reader = new JsonStrings(line);
        return reader.array() ? Optional.of(new Array(reader.words, reader.others)) : Optional.empty();
    }

    private boolean array() {
        blanks();
        if (!take('[')) return false;
        blanks();
        if (take(']')) return atEnd();
        do {
            blanks();
            if (!element()) return false;
            blanks();
        } while (take(','));
        return take(']') && atEnd();
    }

    private boolean element() {
        int start = at;
        if (at < line.length() && line.at(at) == '"') {
            StringBuilder decoded = new StringBuilder();
            if (!string(decoded)) return false;
            words.add(line.word(decoded.toString(), start, at));
            return true;
        }
        others = true;
        return value(0);
    }

    private boolean value(int depth) {
        if (at >= line.length() || depth > DEEPEST) return false;
        return switch (line.at(at)) {
            case '"' -> string(new StringBuilder());
            case '[' -> members('[', ']', depth);
            case '{' -> members('{', '}', depth);
            default -> literal();
        };
    }

    private boolean members(char open, char close, int depth) {
        if (!take(open)) return false;
        blanks();
        if (take(close)) return true;
        do {
            blanks();
            if (open == '{' && !key()) return false;
            if (!value(depth + 1)) return false;
            blanks();
        } while (take(','));
        return take(close);
    }

    private boolean key() {
        if (at >= line.length() || line.at(at) != '"' || !string(new StringBuilder())) return false;
        blanks();
        boolean colon = take(':');
        blanks();
        return colon;
    }

    private boolean literal() {
        int start = at;
        while (at < line.length() && ",]} \t\r\n".indexOf(line.at(at)) < 0) at++;
        return line.text()
                .substring(start, at)
                .matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private boolean string(StringBuilder into) {
        at++;
        while (at < line.length()) {
            char c = line.at(at++);
            if (c == '"') return true;
            if (c < ' ') return false;
            if (c != '\\') {
                into.append(c);
            } else if (!escape(into)) {
                return false;
            }
        }
        return false;
    }

    private boolean escape(StringBuilder into) {
        if (at >= line.length()) return false;
        char c = line.at(at++);
        if (c == 'u') {
            String digits = line.text().substring(at, Math.min(line.length(), at + 4));
            if (!digits.matches("[0-9a-fA-F]{4}")) return false;
            at += 4;
            into.append((char) Integer.parseInt(digits, 16));
            return true;
        }
        int index = ESCAPES.indexOf(c);
        if (index < 0) return false;
        into.append(ESCAPED.charAt(index));
        return true;
    }

    private boolean take(char c) {
        boolean there = at < line.length() && line.at(at) == c;
        if (there) at++;
        return there;
    }

    private void blanks() {
        while (at < line.length() && " \t\r\n".indexOf(line.at(at)) >= 0) at++;
    }

    private boolean atEnd() {
        blanks();
        return at == line.length();
    }
}

package io.devdoctor.format;

import io.devdoctor.format.JsonProblem.Kind;
import java.nio.charset.StandardCharsets;

/// Names the mistake behind a syntax error from the characters around it.
final class JsonDiagnosis {
    /// What Chinese input methods put for ASCII punctuation, and blanks JSON does not know.
    static final String FULL_WIDTH = "，：；、“”‘’＂＇｛｝［］【】「」\u3000\u00A0";

    private static final int LONGEST_WORD = 40;

    private final byte[] content;
    private final LineIndex lines;

    JsonDiagnosis(byte[] content, LineIndex lines) {
        this.content = content;
        this.lines = lines;
    }

    /// Whether behind the root stands a character of which [#of] can say more than "something".
    static boolean isStray(byte[] content, int behind) {
        int at = skipBlanks(content, behind);
        return at < content.length
                && (content[at] == '/' || content[at] == '#' || FULL_WIDTH.contains(letter(content, at)));
    }

    JsonProblem of(int reported) {
        int at = Math.min(reported, content.length);
        while (at > 0 && at < content.length && (content[at] & 0xC0) == 0x80) {
            at--;
        }
        if (skipBlanks(content, at) == content.length) {
            return JsonDocument.at(lines, Kind.TRUNCATED, at);
        }
        String found = letter(content, at);
        if (FULL_WIDTH.contains(found)) {
            return JsonDocument.at(lines, Kind.FULL_WIDTH, at, found);
        }
        return switch (found.charAt(0)) {
            case '}', ']' -> closing(at, found);
            case '/', '#' -> JsonDocument.at(lines, Kind.COMMENT, at, found);
            case '\'' -> JsonDocument.at(lines, Kind.SINGLE_QUOTES, at);
            case '\n', '\r' -> JsonDocument.at(lines, Kind.UNCLOSED_TEXT, at);
            default -> other(at, found);
        };
    }

    private JsonProblem closing(int at, String found) {
        int before = lastBefore(at);
        return before >= 0 && content[before] == ','
                ? JsonDocument.at(lines, Kind.TRAILING_COMMA, before)
                : JsonDocument.at(lines, Kind.SYNTAX, at, found);
    }

    private JsonProblem other(int at, String found) {
        int before = lastBefore(at);
        if (at > 0 && content[at - 1] == '\\') {
            return JsonDocument.at(lines, Kind.INVALID_ESCAPE, at - 1, found);
        }
        if (before >= 0 && ",:{[".indexOf(content[before]) < 0 && startsValue(at) && !colonMissing(before)) {
            return JsonDocument.at(lines, Kind.MISSING_COMMA, at);
        }
        String word = word(at);
        return word.isEmpty()
                ? JsonDocument.at(lines, Kind.SYNTAX, at, found)
                : JsonDocument.at(lines, Kind.UNQUOTED, at, word);
    }

    private boolean startsValue(int at) {
        return "\"{[".indexOf(content[at]) >= 0 || Character.isDigit(content[at]) || content[at] == '-';
    }

    /// `{"a" 1}`: the text before is a name, for what precedes it opens an object or follows a comma in one.
    private boolean colonMissing(int before) {
        if (content[before] != '"') {
            return false;
        }
        int open = before - 1;
        while (open >= 0 && content[open] != '"') {
            open--;
        }
        int ahead = lastBefore(open);
        return ahead >= 0 && content[ahead] == '{';
    }

    private String word(int at) {
        int end = at;
        while (end < content.length
                && end - at < LONGEST_WORD
                && (Character.isLetterOrDigit(content[end]) || "_-.$".indexOf(content[end]) >= 0)) {
            end++;
        }
        boolean letters = end > at && Character.isLetter(content[at]);
        return letters ? new String(content, at, end - at, StandardCharsets.US_ASCII) : "";
    }

    private int lastBefore(int at) {
        int before = at - 1;
        while (before >= 0 && isBlank(content[before])) {
            before--;
        }
        return before;
    }

    private static int skipBlanks(byte[] content, int from) {
        int at = from;
        while (at < content.length && isBlank(content[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static String letter(byte[] content, int at) {
        String rest = new String(content, at, Math.min(4, content.length - at), StandardCharsets.UTF_8);
        return rest.substring(0, rest.offsetByCodePoints(0, 1));
    }
}

package io.devdoctor.format;

import java.nio.charset.StandardCharsets;

/// One character at a time as WSL's reader sees them. UTF-8 continuation bytes pass singly, which the grammar, being
/// ASCII, cannot tell from whole letters.
final class ConfigReader {
    static final int END = -1;

    private final byte[] content;
    private final int end;
    private final boolean joinsCrLf;
    private int next;
    private int at;
    private int current;

    /// @param joinsCrLf C's text mode on Windows turns CRLF into LF
    ConfigReader(byte[] content, int end, boolean joinsCrLf) {
        this.content = content;
        this.end = end;
        this.joinsCrLf = joinsCrLf;
        advance();
    }

    int current() {
        return current;
    }

    /// Offset of the current character.
    int at() {
        return at;
    }

    int advance() {
        at = next;
        if (next >= end) {
            current = END;
            return current;
        }
        current = content[next++] & 0xFF;
        if (joinsCrLf && current == '\r' && next < end && content[next] == '\n') {
            next++;
            current = '\n';
        }
        return current;
    }

    void skipBlanks() {
        while (current == ' ' || current == '\t') {
            advance();
        }
    }

    boolean atLineEnd() {
        return current == END || current == '\n' || current == '\r';
    }

    boolean atLetter() {
        return current >= 'a' && current <= 'z' || current >= 'A' && current <= 'Z';
    }

    boolean atLetterOrDigit() {
        return atLetter() || current >= '0' && current <= '9';
    }

    /// The current character as a reader sees it, empty at the end of a line.
    String shown() {
        if (atLineEnd()) {
            return "";
        }
        String rest = new String(content, at, Math.min(4, end - at), StandardCharsets.UTF_8);
        return rest.substring(0, rest.offsetByCodePoints(0, 1));
    }

    String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }
}

package io.devdoctor.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Physical lines of UTF-8 bytes. LF, CRLF and a lone CR end a line, as editors show it.
final class LineIndex {
    private final byte[] content;
    private final int[] starts;

    LineIndex(byte[] content) {
        this.content = content;
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < content.length; i++) {
            boolean ends =
                    content[i] == '\n' || content[i] == '\r' && (i + 1 == content.length || content[i + 1] != '\n');
            if (ends && i + 1 < content.length) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /// At least 1: an empty file has one empty line.
    int count() {
        return starts.length;
    }

    /// 1-based.
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// 1-based, in UTF-16 units.
    int columnOf(int offset) {
        int start = starts[lineOf(offset) - 1];
        return new String(content, start, offset - start, StandardCharsets.UTF_8).length() + 1;
    }

    int start(int line) {
        return starts[line - 1];
    }

    /// Behind the line end.
    int end(int line) {
        return line == starts.length ? content.length : starts[line];
    }

    /// Before the line end.
    int textEnd(int line) {
        int end = end(line);
        while (end > start(line) && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    WslConfigLine line(int number) {
        int start = start(number);
        String text = new String(content, start, textEnd(number) - start, StandardCharsets.UTF_8);
        return new WslConfigLine(number, new Span(start, end(number)), text);
    }
}

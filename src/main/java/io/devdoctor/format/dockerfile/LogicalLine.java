package io.devdoctor.format.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text with the place of each of its characters.
record LogicalLine(String text, Places places) {
    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    LogicalLine part(int from, int to) {
        return new LogicalLine(text.substring(from, to), places.part(from, to));
    }

    LogicalLine from(int start) {
        return part(Math.min(start, length()), length());
    }

    /// Without blanks at both ends, Unicode's included.
    LogicalLine trimmed() {
        int start = 0;
        int end = length();
        while (start < end && isBlank(at(start))) start++;
        while (end > start && isBlank(at(end - 1))) end--;
        return start == 0 && end == length() ? this : part(start, end);
    }

    Word word(int from, int to) {
        return word(text.substring(from, to), from, to);
    }

    Word word(String value, int from, int to) {
        return new Word(value, places.span(from, to), places.line(from));
    }

    Word word() {
        return word(0, length());
    }

    /// As Go's unicode.IsSpace.
    static boolean isBlank(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c == '\u0085'
                || c == '\u00A0'
                || c > '\u1000' && Character.isSpaceChar(c);
    }

    /// As the pattern that BuildKit splits arguments with; LF cannot be in a logical line.
    static boolean isDelimiter(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
    }

    /// Puts a logical line together from bytes of physical ones.
    static final class Joining {
        private final byte[] bytes;
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[128];
        private int[] ends = new int[128];
        private int[] lines = new int[128];

        Joining(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Bytes that are no UTF-8 become U+FFFD one by one.
        void add(int from, int to, int line) {
            int at = from;
            while (at < to) {
                int length = sequence(at, to);
                String decoded = length == 1 && bytes[at] >= 0
                        ? String.valueOf((char) bytes[at])
                        : new String(bytes, at, length, StandardCharsets.UTF_8);
                for (int i = 0; i < decoded.length(); i++) put(decoded.charAt(i), at, at + length, line);
                at += length;
            }
        }

        LogicalLine line() {
            int length = text.length();
            return new LogicalLine(
                    text.toString(),
                    new Places(
                            Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), Arrays.copyOf(lines, length)));
        }

        private int sequence(int at, int to) {
            int lead = bytes[at] & 0xFF;
            int length = lead >= 0xF0 && lead < 0xF5
                    ? 4
                    : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
            if (at + length > to) return 1;
            for (int i = 1; i < length; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) return 1;
            }
            String decoded = new String(bytes, at, length, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') >= 0 && decoded.length() > 1 ? 1 : length;
        }

        private void put(char c, int start, int end, int line) {
            int index = text.length();
            if (index == starts.length) {
                starts = Arrays.copyOf(starts, index * 2);
                ends = Arrays.copyOf(ends, index * 2);
                lines = Arrays.copyOf(lines, index * 2);
            }
            text.append(c);
            starts[index] = start;
            ends[index] = end;
            lines[index] = line;
        }
    }
}

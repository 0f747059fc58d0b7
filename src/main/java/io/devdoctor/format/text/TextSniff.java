package io.devdoctor.format.text;

import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;

/// What the bytes of a file say, found in one pass, and a second one over text that is not UTF-8.
///
/// @param marked       whether it begins with a byte order mark
/// @param lf, crlf, cr how many lines end so; `cr` = a CR that no LF follows
/// @param firstLine    at most 200 characters, without its end and without the mark
public record TextSniff(TextKind kind, boolean marked, int lf, int crlf, int cr, String firstLine) {
    private static final int MOST_OF_LINE = 200;
    private static final int SNIFFED = 4096;
    /// As Git: control characters beyond one in so many others are no text.
    private static final int CONTROLS = 128;

    /// @param ansiCodePage of the machine on which the file was written, 936 for Simplified Chinese; it decides where
    ///                     the bytes alone do not
    public static TextSniff of(byte[] bytes, int ansiCodePage) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) return binary();
        if (startsWith(bytes, 0xFF, 0xFE)) return wide(bytes, TextKind.UTF_16LE, 2);
        if (startsWith(bytes, 0xFE, 0xFF)) return wide(bytes, TextKind.UTF_16BE, 2);
        boolean marked = startsWith(bytes, 0xEF, 0xBB, 0xBF);
        int start = marked ? 3 : 0;
        int lf = 0;
        int crlf = 0;
        int cr = 0;
        int controls = 0;
        boolean high = false;
        for (int i = start; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= ' ') continue;
            if (b < 0) {
                high = true;
            } else if (b == '\n') {
                lf++;
            } else if (b == '\r') {
                if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
                    crlf++;
                    i++;
                } else {
                    cr++;
                }
            } else if (b == 0) {
                return withNul(bytes);
            } else if (b != '\t' && b != '\f' && b != '\b' && b != 0x1b) {
                controls++;
            }
        }
        TextKind kind = high ? ofHigh(bytes, start, controls, ansiCodePage) : TextKind.UTF_8;
        if (kind == TextKind.BINARY) return binary();
        return new TextSniff(kind, marked, lf, crlf, cr, firstLine(bytes, start, kind));
    }

    private static TextKind ofHigh(byte[] bytes, int start, int controls, int ansiCodePage) {
        if (Utf8.isStrict(bytes, start)) return TextKind.UTF_8;
        if (controls > (bytes.length - start) / CONTROLS) return TextKind.BINARY;
        return DoubleBytes.judge(bytes, start, ansiCodePage);
    }

    private static TextSniff binary() {
        return new TextSniff(TextKind.BINARY, false, 0, 0, 0, "");
    }

    /// NUL in every second place, and nowhere else, is UTF-16 of mostly ASCII.
    private static TextSniff withNul(byte[] bytes) {
        int length = Math.min(bytes.length, SNIFFED) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // A few Chinese comments have no NUL, so 40 % is enough.
        boolean little = even == 0 && odd * 10 >= length / 2 * 4;
        boolean big = odd == 0 && even * 10 >= length / 2 * 4;
        if (length < 2 || little == big) return binary();
        return wide(bytes, little ? TextKind.UTF_16LE : TextKind.UTF_16BE, 0);
    }

    private static TextSniff wide(byte[] bytes, TextKind kind, int start) {
        int lf = 0;
        int crlf = 0;
        int cr = 0;
        char before = 0;
        for (int i = start; i + 1 < bytes.length; i += 2) {
            char c = unit(bytes, i, kind);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') return binary();
            if (c == '\n' && before == '\r') {
                crlf++;
                cr--;
            } else if (c == '\n') {
                lf++;
            } else if (c == '\r') {
                cr++;
            }
            before = c;
        }
        return new TextSniff(kind, start > 0, lf, crlf, cr, firstLine(bytes, start, kind));
    }

    private static char unit(byte[] bytes, int at, TextKind kind) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return (char) (kind == TextKind.UTF_16LE ? second << 8 | first : first << 8 | second);
    }

    /// Lines are cut before they are decoded: one may be a megabyte long.
    private static String firstLine(byte[] bytes, int start, TextKind kind) {
        int most = Math.min(bytes.length, start + MOST_OF_LINE * 4);
        int end = start;
        int width = kind.isUtf16() ? 2 : 1;
        while (end + width <= most && !isLineEnd(bytes, end, kind)) end += width;
        try {
            String line = kind.shown()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
            return line.length() <= MOST_OF_LINE ? line : line.substring(0, MOST_OF_LINE);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalStateException("everything is replaced", e);
        }
    }

    private static boolean isLineEnd(byte[] bytes, int at, TextKind kind) {
        int c = kind.isUtf16() ? unit(bytes, at, kind) : bytes[at];
        return c == '\n' || c == '\r';
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }
}

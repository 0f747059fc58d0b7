package io.devdoctor.cli;

import java.util.ArrayList;
import java.util.List;

/// Text measured in terminal columns: East Asian wide characters take two, combining marks none.
final class Columns {
    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        return isWide(codePoint) ? 2 : 1;
    }

    /// The blocks that terminals draw two columns wide (Unicode East Asian Width W and F).
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }

    /// Lines of at most `columns`, broken at blanks and between wide characters, never before closing punctuation.
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) wrapLine(paragraph, Math.max(20, columns), lines);
        return lines;
    }

    private static void wrapLine(String text, int columns, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                piece = piece.stripLeading();
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
    }

    /// Words with the blank that follows them; each wide character is a piece with the punctuation after it.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            piece.appendCodePoint(points[i]);
            boolean last = i + 1 == points.length;
            if (last || breaksBetween(points[i], points[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean breaksBetween(int before, int after) {
        if (after == ' ') return false;
        if (before == ' ') return true;
        if ("，。：；？！、）”》」".indexOf(after) >= 0 || "（“《「".indexOf(before) >= 0) return false;
        return isWide(before) || isWide(after);
    }
}

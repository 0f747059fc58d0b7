package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// What ends with LF; a CR belongs to the text until [#textEnd] takes it off.
///
/// @param textEnd before the CR and LF that end it
/// @param end     behind the LF
record PhysicalLine(int number, int start, int textEnd, int end) {
    /// BuildKit's scanner gives up beyond.
    static final int LONGEST = 65535;

    static List<PhysicalLine> all(byte[] bytes, int from) {
        List<PhysicalLine> lines = new ArrayList<>();
        int start = from;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') end++;
            int behind = Math.min(bytes.length, end + 1);
            int textEnd = behind;
            while (textEnd > start && (bytes[textEnd - 1] == '\n' || bytes[textEnd - 1] == '\r')) textEnd--;
            lines.add(new PhysicalLine(lines.size() + 1, start, textEnd, behind));
            start = behind;
        }
        return lines;
    }

    boolean isTooLong(byte[] bytes) {
        boolean ended = end > start && bytes[end - 1] == '\n';
        return end - start - (ended ? 1 : 0) > LONGEST;
    }
}

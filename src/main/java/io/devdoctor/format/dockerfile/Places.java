package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.Arrays;

/// Where the characters of a text that was put together from several lines stand in the file.
public final class Places {
    private final int[] starts;
    private final int[] ends;
    private final int[] lines;

    /// All three have one entry per character, in bytes of the file and 1-based lines.
    Places(int[] starts, int[] ends, int[] lines) {
        this.starts = starts;
        this.ends = ends;
        this.lines = lines;
    }

    /// Of a text that stands in the file as it is.
    static Places of(String text, int start, int line) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int[] lines = new int[text.length()];
        int at = start;
        int current = line;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            starts[i] = at;
            // Two halves of a character beyond the first plane make four bytes.
            at += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            ends[i] = at;
            lines[i] = current;
            if (c == '\n') current++;
        }
        return new Places(starts, ends, lines);
    }

    /// Of a text that cannot be told apart inside one span.
    static Places all(Span span, int line) {
        return new Places(new int[] {span.start()}, new int[] {span.end()}, new int[] {line});
    }

    /// The bytes of the characters `[from, to)` of the text, with all between them.
    public Span span(int from, int to) {
        if (starts.length == 0) return new Span(0, 0);
        int first = Math.clamp(from, 0, starts.length);
        if (starts.length == 1 && ends[0] > starts[0] + 4) return new Span(starts[0], ends[0]);
        int start = first == starts.length ? ends[first - 1] : starts[first];
        int last = Math.clamp(to, 0, starts.length);
        return new Span(start, last <= first ? start : ends[last - 1]);
    }

    /// 1-based.
    public int line(int at) {
        return lines.length == 0 ? 1 : lines[Math.clamp(at, 0, lines.length - 1)];
    }

    /// Of the characters `[from, to)` alone.
    Places part(int from, int to) {
        return new Places(
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to),
                Arrays.copyOfRange(lines, from, to));
    }
}

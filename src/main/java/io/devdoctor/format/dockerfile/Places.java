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

    /// The bytes of the characters `[from, to)` of the text, with all between them.
    public Span span(int from, int to) {
        if (starts.length == 0) return new Span(0, 0);
        int first = Math.clamp(from, 0, starts.length);
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

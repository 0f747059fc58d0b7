package io.devdoctor.desktop.model;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Some lines of a file, with what an editor hides: how each ends, and the byte order mark before the first.
///
/// @param mixed whether lines of the file end in more than one way
public record SourceExcerpt(List<Line> lines, boolean mixed) {
    private static final int AROUND = 1;
    private static final int MOST = 14;
    private static final char MARK = '\uFEFF';

    /// @param number 1-based
    /// @param gap    whether lines before it are left out
    /// @param marked whether a byte order mark stands before it
    /// @param here   whether it is one of those asked for
    public record Line(int number, String text, End end, boolean gap, boolean marked, boolean here) {}

    public enum End {
        LF,
        CRLF,
        CR,
        /// The file ends without one.
        NONE
    }

    public SourceExcerpt {
        lines = List.copyOf(lines);
    }

    /// The lines asked for with one around each. Of a file whose bytes were not kept there is the first line alone.
    ///
    /// @param wanted 1-based; 0 or none = the beginning
    public static SourceExcerpt of(TextFile file, Set<Integer> wanted) {
        if (file.encoding() == TextFile.Encoding.BINARY) return new SourceExcerpt(List.of(), false);
        List<Line> all = file.content().map(bytes -> lines(bytes, file)).orElseGet(() -> first(file));
        Set<Integer> shown = new TreeSet<>();
        for (int line : wanted) {
            for (int near = line - AROUND; near <= line + AROUND; near++) shown.add(near);
        }
        boolean whole = wanted.stream().allMatch(line -> line == 0);
        if (whole) shown.addAll(Set.of(1, 2));
        List<Line> lines = new ArrayList<>();
        int before = 0;
        for (Line line : all) {
            if (!shown.contains(line.number()) || lines.size() == MOST) continue;
            boolean gap = before != 0 && line.number() > before + 1;
            boolean here = wanted.contains(line.number());
            lines.add(new Line(line.number(), line.text(), line.end(), gap, line.marked(), here));
            before = line.number();
        }
        long ways = IntStream.of(file.lf(), file.crlf(), file.cr())
                .filter(count -> count > 0)
                .count();
        return new SourceExcerpt(lines, ways > 1);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static List<Line> first(TextFile file) {
        if (file.firstLine().isEmpty()) return List.of();
        End end = file.crlf() > 0 ? End.CRLF : file.lf() > 0 ? End.LF : file.cr() > 0 ? End.CR : End.NONE;
        return List.of(new Line(1, file.firstLine(), end, false, file.marked(), false));
    }

    private static List<Line> lines(Bytes bytes, TextFile file) {
        String text = new String(bytes.toArray(), charset(file.encoding()));
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        List<Line> lines = new ArrayList<>();
        int start = marked ? 1 : 0;
        for (int at = start; at < text.length(); at++) {
            char now = text.charAt(at);
            if (now != '\n' && now != '\r') continue;
            boolean both = now == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            End end = both ? End.CRLF : now == '\n' ? End.LF : End.CR;
            lines.add(line(lines.size() + 1, text.substring(start, at), end, marked));
            if (both) at++;
            start = at + 1;
        }
        if (start < text.length()) lines.add(line(lines.size() + 1, text.substring(start), End.NONE, marked));
        return lines;
    }

    private static Line line(int number, String text, End end, boolean marked) {
        return new Line(number, text, end, false, marked && number == 1, false);
    }

    private static Charset charset(TextFile.Encoding encoding) {
        return switch (encoding) {
            case UTF_8, BINARY -> StandardCharsets.UTF_8;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case GBK -> named("GB18030");
            case BIG5 -> named("Big5");
            case SHIFT_JIS -> named("Shift_JIS");
            case EUC_KR -> named("EUC-KR");
            case OTHER -> StandardCharsets.ISO_8859_1;
        };
    }

    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}

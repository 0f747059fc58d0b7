package io.devdoctor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import io.devdoctor.machine.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The difference of two contents of one file, line by line, in which line ends and a BOM can be seen.
///
/// @param charsetBefore, charsetAfter how the bytes were read for showing; "" = the file does not exist
/// @param form what changes beside the words
public record FileDiff(String charsetBefore, String charsetAfter, List<Line> lines, Form form) {
    /// Unchanged lines shown around a change.
    private static final int CONTEXT = 3;

    public FileDiff {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        CONTEXT,
        ADDED,
        REMOVED,
        /// Unchanged lines are left out here.
        GAP
    }

    /// @param before, after line numbers from 1; 0 = the line is not in that content
    public record Line(Kind kind, int before, int after, TextLine content) {}

    static FileDiff between(@Nullable Bytes before, @Nullable Bytes after) {
        TextLines old = TextLines.of(before);
        TextLines fresh = TextLines.of(after);
        Patch<TextLine> patch = DiffUtils.diff(old.lines(), fresh.lines());
        List<Line> lines = new ArrayList<>();
        int at = 0;
        // An insertion at the very beginning leaves `at` where it was.
        boolean first = true;
        for (AbstractDelta<TextLine> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            context(old.lines(), at, start, delta.getTarget().getPosition() - start, first, false, lines);
            removed(delta.getSource().getLines(), start, lines);
            added(delta.getTarget().getLines(), delta.getTarget().getPosition(), lines);
            at = start + delta.getSource().size();
            first = false;
        }
        int shift = fresh.lines().size() - old.lines().size();
        context(old.lines(), at, old.lines().size(), shift, first, true, lines);
        return new FileDiff(old.charset(), fresh.charset(), lines, TextForm.between(old, fresh));
    }

    /// As `diff -u` writes it after its heading, hunk by hunk. Line ends are marked only where they are not all alike,
    /// a BOM always.
    public List<String> unified() {
        return new UnifiedDiff(lines).text();
    }

    /// What changes beside the words of the lines, and would be seen in no difference of words.
    ///
    /// @param alone whether the words of all lines stay as they are
    /// @param ends  the line ends before and after; empty if they stay
    public record Form(boolean alone, boolean charset, Optional<Ends> ends, boolean bomComes, boolean bomGoes) {}

    /// @param lines how many of them get another end
    public record Ends(Set<TextLine.End> before, Set<TextLine.End> after, int lines) {
        public Ends {
            before = Collections.unmodifiableSet(EnumSet.copyOf(before));
            after = Collections.unmodifiableSet(EnumSet.copyOf(after));
        }
    }

    private static void context(
            List<TextLine> old, int from, int to, int shift, boolean first, boolean last, List<Line> lines) {
        int head = first ? from : Math.min(to, from + CONTEXT);
        int tail = last ? to : Math.max(head, to - CONTEXT);
        add(old, from, head, shift, lines);
        if (tail > head) lines.add(new Line(Kind.GAP, 0, 0, TextLine.EMPTY));
        if (!last) add(old, tail, to, shift, lines);
    }

    private static void add(List<TextLine> old, int from, int to, int shift, List<Line> lines) {
        for (int i = from; i < to; i++) lines.add(new Line(Kind.CONTEXT, i + 1, i + 1 + shift, old.get(i)));
    }

    private static void removed(List<TextLine> gone, int from, List<Line> lines) {
        for (int i = 0; i < gone.size(); i++) lines.add(new Line(Kind.REMOVED, from + i + 1, 0, gone.get(i)));
    }

    private static void added(List<TextLine> fresh, int from, List<Line> lines) {
        for (int i = 0; i < fresh.size(); i++) lines.add(new Line(Kind.ADDED, 0, from + i + 1, fresh.get(i)));
    }
}

package io.devdoctor.format.ignore;

import java.util.BitSet;
import java.util.List;

/// A piece of a pattern of moby/patternmatcher. Matching keeps all places that a path can be read up to at once, so
/// that a pattern full of stars takes no longer than its length times that of the path.
sealed interface PatternPart {
    /// One UTF-16 unit as it stands.
    record Same(char unit) implements PatternPart {}

    /// `?`: one character of a name.
    record AnyOne() implements PatternPart {}

    /// `[...]`; others = `[^...]`.
    record OneOf(List<Range> ranges, boolean others) implements PatternPart {
        public OneOf {
            ranges = List.copyOf(ranges);
        }

        private boolean has(int point) {
            return others != ranges.stream().anyMatch(range -> range.low <= point && point <= range.high);
        }
    }

    /// `*`: the rest of a name, or less.
    record InName() implements PatternPart {}

    /// `**` at the end.
    record Anything() implements PatternPart {}

    /// `**/`: nothing, or all up to a slash.
    record Folders() implements PatternPart {}

    /// Code points, both included.
    record Range(int low, int high) {}

    static boolean match(List<PatternPart> parts, String path) {
        BitSet places = new BitSet();
        places.set(0);
        for (PatternPart part : parts) {
            places = part.on(places, path);
            if (places.isEmpty()) return false;
        }
        return places.get(path.length());
    }

    /// Where reading may go on, of the places where it may begin.
    private BitSet on(BitSet places, String path) {
        BitSet next = new BitSet();
        int first = places.nextSetBit(0);
        switch (this) {
            case InName _ -> {
                for (int i = first; i >= 0; i = places.nextSetBit(i + 1)) {
                    int end = i;
                    while (end < path.length() && path.charAt(end) != '/' && !next.get(end)) end++;
                    next.set(i, end + 1);
                }
            }
            case Anything _ -> next.set(first, path.length() + 1);
            case Folders _ -> {
                next.or(places);
                for (int i = path.indexOf('/', first); i >= 0; i = path.indexOf('/', i + 1)) next.set(i + 1);
            }
            case Same _, AnyOne _, OneOf _ -> {
                for (int i = first; i >= 0 && i < path.length(); i = places.nextSetBit(i + 1)) {
                    int point = path.codePointAt(i);
                    if (takes(path.charAt(i), point))
                        next.set(this instanceof Same ? i + 1 : i + Character.charCount(point));
                }
            }
        }
        return next;
    }

    private boolean takes(char unit, int point) {
        return switch (this) {
            case Same same -> same.unit == unit;
            case AnyOne _ -> unit != '/';
            case OneOf one -> one.has(point);
            case InName _, Anything _, Folders _ -> false;
        };
    }
}

package io.devdoctor.fix;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Compares what two contents have beside their words: encoding, line ends, BOM.
final class TextForm {
    private TextForm() {}

    static FileDiff.Form between(TextLines old, TextLines fresh) {
        boolean both = !old.charset().isEmpty() && !fresh.charset().isEmpty();
        boolean bom = hasBom(old);
        return new FileDiff.Form(
                both && words(old).equals(words(fresh)),
                both && !old.charset().equals(fresh.charset()),
                both ? ends(old.lines(), fresh.lines()) : Optional.empty(),
                both && !bom && hasBom(fresh),
                both && bom && !hasBom(fresh));
    }

    private static Optional<FileDiff.Ends> ends(List<TextLine> old, List<TextLine> fresh) {
        Set<TextLine.End> before = kinds(old);
        Set<TextLine.End> after = kinds(fresh);
        int changed = (int) IntStream.range(0, Math.min(old.size(), fresh.size()))
                .filter(i -> old.get(i).end() != fresh.get(i).end())
                .count();
        return before.equals(after) || before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileDiff.Ends(before, after, changed));
    }

    private static Set<TextLine.End> kinds(List<TextLine> lines) {
        Set<TextLine.End> kinds = EnumSet.noneOf(TextLine.End.class);
        lines.forEach(line -> kinds.add(line.end()));
        kinds.remove(TextLine.End.NONE);
        return kinds;
    }

    private static List<String> words(TextLines content) {
        return content.lines().stream().map(TextLine::text).toList();
    }

    private static boolean hasBom(TextLines content) {
        return !content.lines().isEmpty() && content.lines().getFirst().bom();
    }
}

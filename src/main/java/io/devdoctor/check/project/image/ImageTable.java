package io.devdoctor.check.project.image;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Version;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.image.KnownImage.Start;
import io.devdoctor.check.project.image.KnownImage.Tool;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Our dated table of images, `known-images.csv`. Tags fit by what is in them, so that `1.27-alpine3.23` and
/// `bookworm-20260101-slim` find their row.
public final class ImageTable {
    private static final int COLUMNS = 18;
    private static final int TOOLS = 5;
    private static final List<Row> ROWS =
            DatedTable.rows("known-images.csv", COLUMNS).stream().map(Row::new).toList();

    private ImageTable() {}

    private static final class Row {
        private final List<String> cells;
        private final List<Pattern> families;
        private final List<Pattern> tags;

        Row(List<String> cells) {
            this.cells = cells;
            this.families = patterns(cells.getFirst());
            this.tags = patterns(cells.get(1));
        }

        private static List<Pattern> patterns(String cell) {
            return Stream.of(cell.split(" "))
                    .map(glob -> Pattern.compile(Stream.of(glob.split("\\*", -1))
                            .map(Pattern::quote)
                            .reduce((a, b) -> a + ".*" + b)
                            .orElse("")))
                    .toList();
        }

        boolean isOf(String family) {
            return families.stream().anyMatch(pattern -> pattern.matcher(family).matches());
        }

        boolean hasTag(String tag) {
            return tags.stream().anyMatch(pattern -> pattern.matcher(tag).matches());
        }

        KnownImage imageOf(String family, String tag) {
            Set<Tool> present = EnumSet.noneOf(Tool.class);
            Set<Tool> missing = EnumSet.noneOf(Tool.class);
            for (Tool tool : Tool.values()) {
                Answer answer = Answer.of(cells.get(TOOLS + tool.ordinal()));
                if (answer.isYes()) present.add(tool);
                if (answer.isNo()) missing.add(tool);
            }
            Optional<String> suite = Suite.named(family + ":" + tag)
                    .map(Suite::name)
                    .or(() -> Optional.of(cells.get(3)).filter(name -> !name.isEmpty()));
            Libc libc = one(Libc.class, cells.get(2));
            Optional<Version> glibc =
                    libc == Libc.GLIBC ? suite.flatMap(Suite::of).flatMap(Suite::glibc) : Optional.empty();
            return new KnownImage(
                    cells.getFirst(),
                    libc,
                    suite,
                    glibc,
                    one(Shell.class, cells.get(4)),
                    present,
                    missing,
                    AccountTable.of(cells.get(14)),
                    Optional.of(cells.get(15)).filter(user -> !user.equals("?")),
                    one(Start.class, cells.get(16)),
                    cells.get(17));
        }

        private static <E extends Enum<E>> E one(Class<E> kind, String cell) {
            return Enum.valueOf(kind, cell.equals("?") ? "UNKNOWN" : cell.toUpperCase(Locale.ROOT));
        }
    }

    /// What is known of an image; empty where it is not in the table, or its tag is not told.
    public static Optional<KnownImage> of(String reference) {
        return ImageReference.parse(reference).flatMap(ImageTable::of);
    }

    public static Optional<KnownImage> of(ImageReference reference) {
        String family = reference.family();
        List<Row> rows = ROWS.stream().filter(row -> row.isOf(family)).toList();
        Optional<String> tag = reference.effectiveTag();
        if (tag.isEmpty())
            return rows.size() == 1 ? Optional.of(rows.getFirst().imageOf(family, "")) : Optional.empty();
        return rows.stream()
                .filter(row -> row.hasTag(tag.get()))
                .findFirst()
                .map(row -> row.imageOf(family, tag.get()));
    }
}

package io.devdoctor.check.project.image;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Until when a release inside an image is maintained, `end-of-life.csv`.
///
/// @param ended  the day on which its maintainers stopped; empty = they have, on a day that the table does not
///               tell
/// @param longer end of free long-term support by the same project; empty = there is none
/// @param gone   since when packages can no longer be installed; empty = they can
/// @param toldBy who says so
public record EndOfLife(
        String product,
        String line,
        Optional<LocalDate> ended,
        Optional<LocalDate> longer,
        Optional<LocalDate> gone,
        String toldBy) {
    private static final List<EndOfLife> ROWS =
            DatedTable.rows("end-of-life.csv", 6).stream().map(EndOfLife::row).toList();
    /// Of the table.
    private static final LocalDate STATE = LocalDate.of(2026, 8, 22);

    private static final Pattern RELEASE = Pattern.compile("^(?:centos|stream)?v?(\\d+(?:\\.\\d+)*)");
    private static final Pattern ALPINE = Pattern.compile("alpine(\\d+\\.\\d+)");

    private static EndOfLife row(List<String> cells) {
        return new EndOfLife(
                cells.getFirst(),
                cells.get(1),
                Optional.of(cells.get(2)).filter(day -> !day.equals("ended")).map(LocalDate::parse),
                day(cells.get(3)),
                day(cells.get(4)),
                cells.get(5));
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    /// What the table says of the releases in an image: of the product itself, and of the distribution below
    /// it as far as the tag names that. A line that the table does not hold is not known.
    public static List<EndOfLife> of(ImageReference reference) {
        Optional<KnownImage> known = ImageTable.of(reference);
        if (known.isEmpty()) return List.of();
        String tag = reference.effectiveTag().orElse("");
        String product = known.get().product();
        Stream<EndOfLife> own = product.isEmpty() ? Stream.of() : find(product, line(product, reference, tag)).stream();
        Stream<EndOfLife> below = Stream.concat(
                Suite.named(tag).stream().flatMap(suite -> find(suite.distribution(), suite.line()).stream()),
                alpine(tag).flatMap(line -> find("alpine", line)).stream());
        return Stream.concat(own, below).distinct().toList();
    }

    private static String line(String product, ImageReference reference, String tag) {
        if (product.equals("distroless")) {
            return reference.repository().substring(reference.repository().lastIndexOf('/') + 1);
        }
        if (tag.startsWith("stream")) return tag;
        Matcher release = RELEASE.matcher(tag);
        if (release.find()) return release.group(1);
        return Suite.named(tag)
                .filter(suite -> suite.distribution().equals(product))
                .map(Suite::line)
                .orElse("");
    }

    private static Optional<String> alpine(String tag) {
        Matcher found = ALPINE.matcher(tag);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// The row of `1.21.3` is that of 1.21; one without a line is of the product as a whole.
    private static Optional<EndOfLife> find(String product, String line) {
        return ROWS.stream()
                .filter(row -> row.product.equals(product))
                .filter(row -> row.line.isEmpty() || row.line.equals(line) || line.startsWith(row.line + "."))
                .findFirst()
                .or(() -> older(product, line));
    }

    /// What came before the first line of the table ended before that did.
    private static Optional<EndOfLife> older(String product, String line) {
        Optional<Version> version = Version.parse(line);
        Optional<EndOfLife> first = ROWS.stream()
                .filter(row ->
                        row.product.equals(product) && Version.parse(row.line).isPresent())
                .min(Comparator.comparing(row -> Version.of(row.line)));
        return first.filter(row -> row.isOver(STATE)
                        && !row.line.startsWith(line + ".")
                        && version.filter(one -> one.isBefore(Version.of(row.line)))
                                .isPresent())
                .map(row -> new EndOfLife(product, line, Optional.empty(), Optional.empty(), row.gone, row.toldBy));
    }

    /// Whether nobody renews it for free any more.
    public boolean isOver(LocalDate today) {
        return longer.or(this::ended).map(today::isAfter).orElse(true);
    }

    /// Whether it lives on long-term support alone.
    public boolean isExtended(LocalDate today) {
        return !isOver(today) && ended.filter(today::isAfter).isPresent();
    }

    /// Whether packages can no longer be installed in it.
    public boolean isGone(LocalDate today) {
        return gone.filter(day -> !today.isBefore(day)).isPresent();
    }
}

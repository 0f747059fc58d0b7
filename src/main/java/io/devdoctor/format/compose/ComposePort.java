package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ports of a service that are published, one range of them.
///
/// @param host      the address of the host, "" = all
/// @param published first and last; empty = one that is free
/// @param target    in the container
/// @param protocol  `tcp`, `udp` or `sctp`
/// @param node      as it is written
public record ComposePort(String host, Optional<Range> published, Range target, String protocol, ComposeNode node) {
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:\\[([0-9A-Fa-f:.%]*)]|(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*?[0-9A-Fa-f:]|localhost)?):)?"
                + "(?:(\\d+(?:-\\d+)?)?:)?(\\d+(?:-\\d+)?)(?:/(\\w+))?");
    private static final int MOST = 65_535;

    public record Range(int first, int last) {
        public boolean contains(int port) {
            return first <= port && port <= last;
        }

        public boolean overlaps(Range other) {
            return first <= other.last && other.first <= last;
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }

        static Optional<Range> of(String text) {
            String[] ends = text.split("-", -1);
            if (ends.length > 2 || !text.matches("\\d{1,5}(-\\d{1,5})?")) return Optional.empty();
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            return first > last || last > MOST ? Optional.empty() : Optional.of(new Range(first, last));
        }
    }

    /// One, or none where it is no port or holds an unknown variable.
    static List<ComposePort> of(ComposeNode node) {
        return switch (node) {
            case Scalar scalar -> scalar.known() ? ofShort(scalar).stream().toList() : List.of();
            case Mapping mapping -> ofLong(mapping).stream().toList();
            case ComposeNode.Sequence _ -> List.of();
        };
    }

    private static Optional<ComposePort> ofShort(Scalar scalar) {
        if (scalar.text().length() > 200) return Optional.empty();
        Matcher written = SHORT.matcher(scalar.text().strip());
        if (!written.matches()) return Optional.empty();
        String host = Optional.ofNullable(written.group(1))
                .or(() -> Optional.ofNullable(written.group(2)))
                .orElse("");
        Optional<Range> published = Optional.ofNullable(written.group(3)).flatMap(Range::of);
        if (written.group(3) != null && published.isEmpty()) return Optional.empty();
        String protocol = Optional.ofNullable(written.group(5)).orElse("tcp").toLowerCase(java.util.Locale.ROOT);
        return Range.of(written.group(4)).map(target -> new ComposePort(host, published, target, protocol, scalar));
    }

    private static Optional<ComposePort> ofLong(Mapping mapping) {
        Optional<String> published = mapping.text("published");
        if (mapping.get("published").isPresent() && published.flatMap(Range::of).isEmpty()) return Optional.empty();
        return mapping.text("target")
                .flatMap(Range::of)
                .map(target -> new ComposePort(
                        mapping.text("host_ip").orElse(""),
                        published.flatMap(Range::of),
                        target,
                        mapping.text("protocol").orElse("tcp"),
                        mapping));
    }

    /// `22:22` bare: readers of YAML 1.1 take it for a number to the base of 60.
    public boolean isBareSexagesimal() {
        return node instanceof Scalar scalar
                && scalar.style() == Style.PLAIN
                && scalar.text().matches("\\d+:[0-5]?\\d");
    }

    String identity() {
        String address = host.isEmpty() ? "0.0.0.0" : host;
        return address + ":" + published.map(Range::toString).orElse("") + ":" + target + "/" + protocol;
    }
}

package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a service mounts, short and long form, by the grammar of compose-go (format/volume.go).
///
/// @param source   as written; "" = an anonymous volume
/// @param target   in the container
/// @param readOnly `ro`
/// @param options  of the short form, as written
/// @param shortForm Compose makes a missing folder of a bind in the short form
/// @param node     as it is written
public record ComposeVolume(
        Type type,
        String source,
        String target,
        boolean readOnly,
        List<String> options,
        boolean shortForm,
        ComposeNode node) {
    public static final Set<String> OPTIONS = Set.of(
            "ro",
            "rw",
            "nocopy",
            "z",
            "Z",
            "rprivate",
            "private",
            "rshared",
            "shared",
            "rslave",
            "slave",
            "cached",
            "delegated",
            "consistent");

    public ComposeVolume {
        options = List.copyOf(options);
    }

    public enum Type {
        BIND,
        VOLUME,
        TMPFS,
        /// A named pipe of Windows.
        NPIPE,
        OTHER
    }

    /// The scalar that holds the source: in the short form all of it.
    public ComposePlace sourcePlace() {
        return node instanceof Mapping mapping
                ? mapping.scalar("source").map(Scalar::place).orElse(mapping.place())
                : node.place();
    }

    static Optional<ComposeVolume> of(ComposeNode node) {
        return switch (node) {
            case Scalar scalar -> scalar.known() && scalar.text().length() <= 4096 ? ofShort(scalar) : Optional.empty();
            case Mapping mapping -> ofLong(mapping);
            case ComposeNode.Sequence _ -> Optional.empty();
        };
    }

    private static Optional<ComposeVolume> ofShort(Scalar scalar) {
        List<String> parts = sections(scalar.text());
        if (parts.isEmpty() || parts.size() > 3 || parts.contains("")) return Optional.empty();
        String source = parts.size() == 1 ? "" : parts.getFirst();
        List<String> options = parts.size() == 3 ? List.of(parts.get(2).split(",")) : List.of();
        return Optional.of(new ComposeVolume(
                isPath(source) ? Type.BIND : Type.VOLUME,
                source,
                parts.size() == 1 ? parts.getFirst() : parts.get(1),
                options.contains("ro"),
                options,
                true,
                scalar));
    }

    /// The parts between colons, where that behind a single letter belongs to a drive.
    static List<String> sections(String spec) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < spec.length(); i++) {
            boolean drive = i - start == 1 && Character.isLetter(spec.charAt(start));
            if (spec.charAt(i) != ':' || drive) continue;
            parts.add(spec.substring(start, i));
            start = i + 1;
        }
        parts.add(spec.substring(start));
        return parts;
    }

    /// Whether the short form takes a source for a path; everything else is the name of a volume.
    static boolean isPath(String source) {
        if (source.isEmpty()) return false;
        boolean marked = "./~".indexOf(source.charAt(0)) >= 0 || source.startsWith("\\\\");
        return marked || source.length() > 1 && Character.isLetter(source.charAt(0)) && source.charAt(1) == ':';
    }

    private static Optional<ComposeVolume> ofLong(Mapping mapping) {
        boolean unknown = mapping.scalar("source").filter(one -> !one.known()).isPresent()
                || mapping.scalar("target").filter(one -> !one.known()).isPresent();
        if (unknown) return Optional.empty();
        Type type = switch (mapping.text("type").orElse("volume")) {
            case "bind" -> Type.BIND;
            case "volume" -> Type.VOLUME;
            case "tmpfs" -> Type.TMPFS;
            case "npipe" -> Type.NPIPE;
            default -> Type.OTHER;
        };
        boolean readOnly = mapping.text("read_only").filter("true"::equals).isPresent();
        return Optional.of(new ComposeVolume(
                type,
                mapping.text("source").orElse(""),
                mapping.text("target").orElse(""),
                readOnly,
                List.of(),
                false,
                mapping));
    }

    public boolean isBind() {
        return type == Type.BIND;
    }

    /// A volume with a name, which the file must declare.
    public boolean isNamed() {
        return type == Type.VOLUME && !source.isEmpty();
    }
}

package io.devdoctor.format.ignore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The .gitattributes files of a tree (gitattributes(5)): of each attribute the last matching line counts, the nearest
/// file first. Immutable; paths are relative to the root, with `/`.
public final class GitAttributes {
    public static final GitAttributes NONE = new GitAttributes(List.of(), Map.of("binary", "-diff -merge -text"));

    /// From the weakest to the strongest.
    private final List<AttributeLine> lines;

    private final Map<String, String> macros;

    private GitAttributes(List<AttributeLine> lines, Map<String, String> macros) {
        this.lines = List.copyOf(lines);
        this.macros = Map.copyOf(macros);
    }

    /// The same rules and those of one more file, which win over files further up.
    ///
    /// @param folder in which the file lies; "" = the root
    public GitAttributes with(String folder, byte[] bytes) {
        List<AttributeLine> more = new ArrayList<>(lines);
        Map<String, String> names = new HashMap<>(macros);
        for (AttributeLine line : AttributeLine.read(folder, bytes)) {
            Optional<String> macro = line.macro();
            if (macro.isPresent()) {
                // Git takes definitions from the root alone.
                if (folder.isEmpty()) names.put(macro.get(), line.attributes());
            } else {
                more.add(line);
            }
        }
        more.sort(java.util.Comparator.comparingInt(line -> depth(line.folder())));
        return new GitAttributes(more, names);
    }

    private static int depth(String folder) {
        return folder.isEmpty() ? 0 : (int) folder.chars().filter(c -> c == '/').count() + 1;
    }

    /// What decides over the line ends of a file.
    ///
    /// @param text    `set`, `unset`, `auto`, or "" = nothing is said
    /// @param eol     `lf`, `crlf`, or "" = nothing is said
    /// @param charset of `working-tree-encoding`; "" = none
    /// @param line    the strongest line that said any of it; empty = none
    public record LineEnds(String text, String eol, String charset, Optional<AttributeLine> line) {
        /// Whether Git will not touch the line ends.
        public boolean isBinary() {
            return text.equals("unset");
        }

        /// Whether a checkout writes LF on every system, of a file that has LF in the repository.
        public boolean keepsLf() {
            return isBinary() || eol.equals("lf");
        }

        /// Whether it is left to the settings of each person.
        public boolean isUndecided() {
            return !isBinary() && eol.isEmpty();
        }
    }

    public LineEnds lineEnds(String path) {
        Map<String, String> values = new HashMap<>();
        Optional<AttributeLine> strongest = Optional.empty();
        for (AttributeLine line : lines) {
            if (!line.matches(path)) continue;
            Map<String, String> before = Map.copyOf(values);
            line.apply(macros, values);
            if (!before.equals(values)) strongest = Optional.of(line);
        }
        String text = values.getOrDefault("text", "");
        String eol = values.getOrDefault("eol", "");
        if (text.isEmpty()) {
            // The name of before 2010, which Git still reads.
            text = values.getOrDefault("crlf", "");
            if (text.equals("input")) eol = "lf";
            if (text.equals("input")) text = "set";
        }
        if (!eol.equals("lf") && !eol.equals("crlf")) eol = "";
        String charset = values.getOrDefault("working-tree-encoding", "");
        return new LineEnds(text, text.equals("unset") ? "" : eol, charset, strongest);
    }
}

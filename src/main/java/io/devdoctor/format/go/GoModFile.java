package io.devdoctor.format.go;

import io.devdoctor.format.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A go.mod or go.work (golang.org/x/mod/modfile). What is not understood is left out.
///
/// @param module    "" stands in none: a go.work has no module
/// @param uses      folders of a go.work
/// @param readable  whether it is UTF-8 without NUL; Go refuses other files as a whole
public record GoModFile(
        Optional<Word> module,
        Optional<Word> go,
        Optional<Word> toolchain,
        List<Require> requires,
        List<Replace> replaces,
        List<Word> uses,
        boolean readable) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    public GoModFile {
        requires = List.copyOf(requires);
        replaces = List.copyOf(replaces);
        uses = List.copyOf(uses);
    }

    /// @param value unquoted
    /// @param span  of the word as written, quotes included
    /// @param line  1-based
    public record Word(String value, Span span, int line) {}

    /// @param indirect whether only other modules need it
    public record Require(String module, String version, int line, boolean indirect) {}

    /// `module [version] => target [targetVersion]`; versions are "" where there are none.
    public record Replace(String module, String version, Word target, String targetVersion) {
        /// Whether a folder takes the place of the module; it is not fetched.
        public boolean isFolder() {
            String path = target.value();
            return targetVersion.isEmpty()
                    && (path.matches("\\.{1,2}([/\\\\].*)?")
                            || path.startsWith("/")
                            || path.startsWith("\\")
                            || DRIVE.matcher(path).matches());
        }

        /// A notation that Go refuses, or cannot find, on Linux.
        public boolean isWindowsPath() {
            return isFolder()
                    && (target.value().contains("\\")
                            || DRIVE.matcher(target.value()).matches());
        }
    }

    public static GoModFile parse(byte[] bytes) {
        return new GoModReader(bytes).read();
    }
}

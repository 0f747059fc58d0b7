package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import java.util.List;
import java.util.regex.Pattern;

/// Something that an instruction does to the files of a stage. Paths are absolute.
sealed interface Change {
    int line();

    /// COPY and ADD.
    ///
    /// @param sources cleaned, relative to the context or absolute in the other stage; may be patterns
    /// @param into    whether the destination is a folder for certain
    record Copied(Files from, List<String> sources, String destination, boolean into, Traits traits, int line)
            implements Change {
        public Copied {
            sources = List.copyOf(sources);
        }
    }

    record Made(String path, Kind kind, Origin origin, Traits traits, int line) implements Change {}

    record Removed(String path, int line) implements Change {}

    /// `mv` and `cp`, where the source stays.
    record Doubled(String from, String to, boolean stays, int line) implements Change {}

    /// `ln -s`.
    record Linked(String target, String link, int line) implements Change {}

    /// Rights, owners, carriage returns.
    ///
    /// @param path    where there is no pattern
    /// @param pattern of whole paths
    record Marked(Pattern pattern, boolean below, String path, Traits traits, int line) implements Change {
        boolean meets(String other) {
            return pattern.matcher(other).matches() || below && parentMatches(other);
        }

        private boolean parentMatches(String other) {
            for (int slash = other.lastIndexOf('/'); slash >= 0; slash = other.lastIndexOf('/', slash - 1)) {
                String folder = slash == 0 ? ImagePath.ROOT : other.substring(0, slash);
                if (pattern.matcher(folder).matches()) return true;
                if (slash == 0) return false;
            }
            return false;
        }
    }

    /// Something happened in this folder that we do not understand.
    record Clouded(String folder, int line) implements Change {}
}

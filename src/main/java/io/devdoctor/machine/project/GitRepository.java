package io.devdoctor.machine.project;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import java.util.Map;
import java.util.Optional;

/// The git repository around a project folder, read without git.
///
/// @param workTree the folder that it checks out, in the notation of the examined system
/// @param gitDir   where its own index and HEAD are, likewise
/// @param config   settings of the repository alone, by lower-case `section.key` or `section.subsection.key`
/// @param index    what is to be committed, by path relative to the project; entries above the project are left out
public record GitRepository(
        String workTree, String gitDir, Kind kind, Map<String, String> config, Reading<Map<String, IndexEntry>> index) {
    public GitRepository {
        config = Map.copyOf(config);
    }

    public enum Kind {
        MAIN,
        /// Of `git worktree add`.
        WORKTREE,
        SUBMODULE
    }

    /// @param mode octal as git writes it: 0100644, 0100755, 0120000 (link), 0160000 (submodule)
    /// @param id   of the blob, hexadecimal
    /// @param blob the content, of files whose line ends matter; empty = not asked for
    public record IndexEntry(String path, int mode, String id, Optional<Reading<Bytes>> blob) {
        public boolean isExecutable() {
            return (mode & 0111) != 0 && (mode & 0170000) == 0100000;
        }

        public boolean isLink() {
            return (mode & 0170000) == 0120000;
        }
    }
}

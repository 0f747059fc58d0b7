package io.devdoctor.system.live;

import io.devdoctor.machine.project.GitRepository.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where a repository is: a folder `.git`, or a file `.git` that names another folder.
///
/// @param workTree the folder in which `.git` stands
/// @param gitDir   with the index and HEAD of this work tree
record GitFolder(Path workTree, Path gitDir, Kind kind) {
    private static final String NAME = ".git";
    private static final String POINTER = "gitdir:";
    private static final int LONGEST_POINTER = 32 * 1024;

    /// The nearest one around a folder.
    ///
    /// @throws IOException with the path in question if a `.git` is no repository
    static Optional<GitFolder> around(Path folder) throws IOException {
        for (Path place = folder; place != null; place = place.getParent()) {
            Path git = place.resolve(NAME);
            // A link counts as what it leads to, as with git itself; one that leads nowhere is refused below.
            if (!Files.exists(git, LinkOption.NOFOLLOW_LINKS)) continue;
            if (Files.isDirectory(git)) {
                // An empty folder of that name is nothing to git.
                if (isRepository(git)) return Optional.of(new GitFolder(place, git, kind(git, Kind.MAIN)));
                continue;
            }
            if (!Files.isRegularFile(git)) throw new IOException(git + " leads nowhere");
            Path target = target(git);
            if (!isRepository(target)) throw new IOException(git + " names " + target + ", which is no repository");
            return Optional.of(new GitFolder(place, target, kind(target, Kind.SUBMODULE)));
        }
        return Optional.empty();
    }

    private static boolean isRepository(Path gitDir) {
        return Files.isRegularFile(gitDir.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(gitDir.resolve("HEAD"));
    }

    private static Kind kind(Path gitDir, Kind otherwise) {
        return Files.isRegularFile(gitDir.resolve("commondir")) ? Kind.WORKTREE : otherwise;
    }

    private static Path target(Path pointer) throws IOException {
        if (Files.size(pointer) > LONGEST_POINTER) throw new IOException(pointer + " is no pointer to a repository");
        String text = new String(Files.readAllBytes(pointer), StandardCharsets.UTF_8).strip();
        if (!text.startsWith(POINTER)) throw new IOException(pointer + " is no pointer to a repository");
        String named = text.substring(POINTER.length()).strip();
        try {
            return pointer.resolveSibling(named).normalize();
        } catch (InvalidPathException e) {
            throw new IOException(pointer + " names " + named + ", which is no path here", e);
        }
    }
}

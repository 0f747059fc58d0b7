package io.devdoctor.check.project.image;

import io.devdoctor.check.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A row of our table of images, applied to one reference. Rows make warnings, never problems.
///
/// @param family   as in the table
/// @param suite    the release of the distribution inside, `bookworm`; empty = not known
/// @param glibc    empty = another library, or not known
/// @param accounts users and groups that it brings along; empty = not known
/// @param user     whom its processes run as: a name or number; empty = not known
/// @param product  as the table of ends of life names it; "" = none
public record KnownImage(
        String family,
        Libc libc,
        Optional<String> suite,
        Optional<Version> glibc,
        Shell shell,
        Set<Tool> present,
        Set<Tool> missing,
        Optional<Accounts> accounts,
        Optional<String> user,
        Start start,
        String product) {
    public KnownImage {
        present = Set.copyOf(present);
        missing = Set.copyOf(missing);
    }

    public enum Libc {
        GLIBC,
        MUSL,
        /// Neither a C library nor a loader: only static programs run.
        NONE,
        UNKNOWN
    }

    /// What `/bin/sh` is.
    public enum Shell {
        /// Busybox: the last simple command takes the shell's place.
        ASH,
        /// Debian and Ubuntu: stays, whatever it starts.
        DASH,
        BASH,
        /// There is none.
        NONE,
        UNKNOWN
    }

    /// What may be there or not. The order is that of the table's columns.
    public enum Tool {
        BASH,
        CURL,
        WGET,
        CERTIFICATES,
        /// `/usr/share/zoneinfo`.
        TIME_ZONES,
        COMPILER,
        GIT,
        ADDUSER,
        USERADD
    }

    /// How its own entrypoint starts the program.
    public enum Start {
        /// As the default user.
        PLAIN,
        /// It leaves root by itself, with gosu or the like.
        DROPS,
        /// A master process that needs root, with workers that do not.
        MASTER,
        UNKNOWN
    }

    public record Accounts(Set<String> users, Set<String> groups) {
        public Accounts {
            users = Set.copyOf(users);
            groups = Set.copyOf(groups);
        }
    }

    public Answer has(Tool tool) {
        if (present.contains(tool)) return Answer.YES;
        return missing.contains(tool) ? Answer.NO : Answer.UNKNOWN;
    }

    /// Whether processes run as root unless a Dockerfile says otherwise.
    public Answer runsAsRoot() {
        return user.map(name -> List.of("0", "root").contains(name) ? Answer.YES : Answer.NO)
                .orElse(Answer.UNKNOWN);
    }
}

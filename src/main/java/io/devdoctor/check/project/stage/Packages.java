package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Packages that a command installs.
///
/// @param manager `apk`, `apt-get` …
/// @param names   without versions; of words that are not fixed the text as written
public record Packages(String manager, List<String> names, int line) {
    /// Verbs that install; the programs of one family are written as one.
    private static final Map<String, Set<String>> INSTALLING = Map.of(
            "apk", Set.of("add"),
            "apt-get", Set.of("install"),
            "apt", Set.of("install"),
            "aptitude", Set.of("install"),
            "yum", Set.of("install"),
            "dnf", Set.of("install"),
            "microdnf", Set.of("install"),
            "zypper", Set.of("install", "in"));
    /// They add no users, and what they bring lies where programs of the system lie.
    private static final Set<String> PLAIN = Set.of(
            "bash",
            "build-base",
            "build-essential",
            "ca-certificates",
            "curl",
            "dumb-init",
            "file",
            "g++",
            "gcc",
            "gcompat",
            "gettext",
            "git",
            "gnupg",
            "gosu",
            "jq",
            "less",
            "libc-dev",
            "libc6-compat",
            "libc6-dev",
            "libgcc",
            "libssl-dev",
            "libstdc++",
            "linux-headers",
            "make",
            "musl-dev",
            "openssl",
            "pkg-config",
            "pkgconf",
            "procps",
            "shadow",
            "sqlite",
            "su-exec",
            "sudo",
            "tar",
            "tini",
            "tzdata",
            "tzdata-legacy",
            "unzip",
            "upx",
            "vim",
            "wget",
            "xz",
            "zip");

    public Packages {
        names = List.copyOf(names);
    }

    /// Whether the program manages packages, whatever it is told to do.
    static boolean isManager(String program) {
        return INSTALLING.containsKey(program);
    }

    static Optional<Packages> of(ShellCommand command) {
        Set<String> verbs = INSTALLING.get(command.program());
        List<String> operands = command.operands();
        if (verbs == null || operands.isEmpty() || !verbs.contains(operands.getFirst())) return Optional.empty();
        List<String> names = command.arguments().stream()
                .map(ShellWord::text)
                .filter(text -> !text.startsWith("-"))
                .skip(1)
                .map(Packages::bare)
                .toList();
        return Optional.of(new Packages(command.program(), names, command.line()));
    }

    /// Without a version, a repository or an architecture: `curl=8.5.0-r0`, `gosu@testing`, `libc6:amd64`.
    private static String bare(String name) {
        return name.split("[=@:<>~]", 2)[0];
    }

    /// Whether they may add users, which nobody can tell from here.
    boolean addUsers() {
        return names.stream()
                .anyMatch(name -> !PLAIN.contains(name) && !name.endsWith("-dev") && !name.startsWith("lib"));
    }
}

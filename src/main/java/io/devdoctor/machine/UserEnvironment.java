package io.devdoctor.machine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The environment that new programs of this user get: variables as the registry keeps them, what `Path` makes of
/// them, and Go's own file of settings. Variables that no check looks at are left out, and so are proxies, which have
/// a part of their own.
///
/// @param user    of `HKCU\Environment`
/// @param machine of `HKLM\…\Session Manager\Environment`
/// @param folders of the effective Path in order: the machine's, then the user's
/// @param programs where a terminal finds the programs that matter, in order of precedence
/// @param unseen   what of the Path could not be looked at: a folder, its list or a program
/// @param goFile  the file that `go env -w` writes; Absent is healthy
public record UserEnvironment(
        Reading<List<Variable>> user,
        Reading<List<Variable>> machine,
        Reading<List<Folder>> folders,
        Reading<List<Program>> programs,
        List<Reading.Unknown<?>> unseen,
        Reading<FileContent> goFile) {

    public enum Scope {
        USER("HKCU\\Environment"),
        MACHINE("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");

        private final String key;

        Scope(String key) {
            this.key = key;
        }

        /// The registry key.
        public String key() {
            return key;
        }

        /// As messages and evidence call it: `user`, `machine`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param name   in the case in which it is kept
    /// @param value  unexpanded
    /// @param stored value and type in the registry
    public record Variable(String name, String value, RegistryValue stored, Scope scope, Source source) {
        public boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// An entry of Path.
    ///
    /// @param raw    as it is written
    /// @param path   expanded; an unknown variable stays as it is
    /// @param exists whether there is a folder
    public record Folder(String raw, String path, Scope scope, Reading<Boolean> exists) {}

    /// A program found on the Path.
    ///
    /// @param name  without its ending: docker, bash …
    /// @param alias an app execution alias: an empty file that opens a Store app or the Store
    public record Program(String name, String path, boolean alias, Source source) {}

    public Reading<List<Variable>> of(Scope scope) {
        return switch (scope) {
            case USER -> user;
            case MACHINE -> machine;
        };
    }

    /// The variable as kept in one scope.
    public Optional<Variable> variable(Scope scope, String name) {
        return of(scope).known().stream()
                .flatMap(List::stream)
                .filter(variable -> variable.is(name))
                .findFirst();
    }

    /// The scopes of which nothing is known.
    public Stream<Reading.Unknown<List<Variable>>> unread() {
        return Stream.of(user, machine)
                .flatMap(scope ->
                        scope instanceof Reading.Unknown<List<Variable>> unknown ? Stream.of(unknown) : Stream.empty());
    }
}

package io.devdoctor.check.project.stage;

import java.util.Optional;

/// A `--chown` or a `chown`, and what it meets.
///
/// @param owner     user, or `user:group`, as resolved
/// @param path      what is to change hands; empty = many things, or what a COPY brings
/// @param target    what lies at the path just then
/// @param userState whether the user exists just then; groupState likewise
/// @param required  whether the build fails if the command does
public record OwnerChange(
        String owner,
        Optional<String> path,
        Found target,
        Found.State userState,
        Found.State groupState,
        boolean required,
        int line) {
    public String user() {
        return owner.split("[:.]", 2)[0];
    }

    public String group() {
        String[] parts = owner.split("[:.]", 2);
        return parts.length == 2 ? parts[1] : "";
    }
}

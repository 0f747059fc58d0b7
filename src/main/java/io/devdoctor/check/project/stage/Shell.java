package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.format.dockerfile.Value;
import java.util.Optional;

/// Where one RUN stands: its working directory, and the variables that it sets for itself.
final class Shell {
    final Variables variables;
    private Optional<String> folder;

    Shell(Variables variables, Optional<String> folder) {
        this.variables = variables.copy();
        this.folder = folder;
    }

    Optional<String> folder() {
        return folder;
    }

    void enter(Optional<String> path) {
        folder = path;
    }

    void set(String name, ShellWord value) {
        variables.environment(
                name, variables.expand(value).<Value>map(Value.Known::new).orElse(Value.UNKNOWN));
    }

    /// The path that a word means; empty = not known. Patterns stay in it.
    Optional<String> path(ShellWord word) {
        return variables.expand(word).flatMap(this::path);
    }

    Optional<String> path(String text) {
        if (text.startsWith("~") || text.isEmpty()) return Optional.empty();
        return ImagePath.resolve(folder, text);
    }
}

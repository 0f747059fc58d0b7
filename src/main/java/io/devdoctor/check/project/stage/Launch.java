package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.Command;
import java.util.List;
import java.util.Optional;

/// What a container of a stage starts: ENTRYPOINT with CMD behind it, as the engine joins them.
///
/// @param entrypoint empty = none, or that of a base image
/// @param command    CMD; empty = none, or that of a base image
/// @param inherited  whether a base image that nobody read may bring what is missing
public record Launch(Optional<Part> entrypoint, Optional<Part> command, boolean inherited) {

    /// ENTRYPOINT, CMD or HEALTHCHECK.
    ///
    /// @param shell words of SHELL; empty = `/bin/sh -c`
    public record Part(Command command, List<String> shell, int line) {
        public Part {
            shell = List.copyOf(shell);
        }

        public boolean isShell() {
            return command.isShell();
        }
    }

    /// What the instructions of a stage say so far.
    record Draft(Optional<Part> entrypoint, Optional<Part> command, boolean entrypointSet, boolean commandSet) {
        static final Draft INHERITED = new Draft(Optional.empty(), Optional.empty(), false, false);

        Draft entrypoint(Part part) {
            return new Draft(Optional.of(part), command, true, commandSet);
        }

        Draft command(Part part) {
            return new Draft(entrypoint, Optional.of(part), entrypointSet, true);
        }

        /// ENTRYPOINT drops the CMD of what the stage is built on.
        Launch upon(Launch below) {
            Optional<Part> cmd = commandSet ? command : entrypointSet ? Optional.empty() : below.command;
            boolean open = below.inherited && !entrypointSet;
            return new Launch(entrypointSet ? entrypoint : below.entrypoint, cmd, open);
        }
    }

    static Launch of(boolean scratch) {
        return new Launch(Optional.empty(), Optional.empty(), !scratch);
    }

    /// The part whose first word is the first program; empty = the base image's own.
    public Optional<Part> main() {
        return entrypoint.filter(part -> !part.command().isEmpty()).or(() -> command);
    }

    /// The words of the exec form, ENTRYPOINT and CMD together; empty where a shell reads them.
    public List<String> words() {
        Optional<Part> own = entrypoint.filter(part -> !part.command().isEmpty());
        if (own.filter(Part::isShell).isPresent()) return List.of();
        boolean shell = command.filter(Part::isShell).isPresent();
        List<String> first = own.map(part -> part.command().strings()).orElse(List.of());
        if (shell) return first;
        List<String> second = command.map(part -> part.command().strings()).orElse(List.of());
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The script that the first process of a container runs.
///
/// @param shell the one that is named; empty = the image's `/bin/sh`
record ShellText(List<ShellCommand> commands, Optional<Shell> shell) {
    private static final Set<String> SH = Set.of("sh", "/bin/sh", "ash", "/bin/ash");
    private static final Set<String> BASH = Set.of("bash", "/bin/bash", "/usr/bin/bash");

    /// Of the shell form, and of `["sh", "-c", "…"]`.
    static Optional<ShellText> of(Launch.Part part) {
        if (part.isShell()) return Optional.of(of(part.command().programs(), Optional.empty()));
        List<String> words = part.command().strings();
        boolean bash = !words.isEmpty() && BASH.contains(words.getFirst());
        boolean named = words.size() > 2
                && (bash || SH.contains(words.getFirst()))
                && words.get(1).matches("-[a-z]*c");
        if (!named) return Optional.empty();
        return Optional.of(of(ShellScript.commands(words.get(2)), bash ? Optional.of(Shell.BASH) : Optional.empty()));
    }

    private static ShellText of(List<ShellCommand> all, Optional<Shell> shell) {
        return new ShellText(
                all.stream()
                        .filter(command -> !command.prefixes().contains("sh"))
                        .filter(command -> !command.words().isEmpty())
                        .toList(),
                shell);
    }

    /// Whether the shell stays the first process while its last command runs. dash always does; the others make room
    /// for it unless something else is left to do.
    boolean stays(Shell kind) {
        if (commands.isEmpty() || commands.getLast().prefixes().contains("exec")) return false;
        ShellCommand last = commands.getLast();
        // An assignment, a group or a loop at the end is another matter.
        if (last.conditional()) return false;
        boolean busy = SignalsCheck.isPiped(last)
                || commands.stream().anyMatch(ShellCommand::background)
                || commands.stream().anyMatch(command -> command.program().equals("trap"));
        return switch (kind) {
            case DASH -> true;
            case ASH, BASH -> busy;
            case NONE, UNKNOWN -> false;
        };
    }
}

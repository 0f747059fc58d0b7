package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.format.JsonText;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.Command;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets a program take the place of the shell that starts it.
final class SignalsFix {
    private SignalsFix() {}

    /// The exec form where a single program with fixed words is started, else `exec` before the last one.
    static Optional<DockerfileEdit> of(Dockerfile file, Launch.Part part) {
        Command command = part.command();
        if (!part.isShell()) return Optional.empty();
        List<ShellCommand> all = command.programs();
        ShellCommand last = all.getLast();
        if (SignalsCheck.isPiped(last) || all.stream().anyMatch(ShellCommand::background)) return Optional.empty();
        boolean plain = all.size() == 1
                && last.assignments().isEmpty()
                && last.redirects().isEmpty()
                && last.prefixes().isEmpty()
                && last.words().stream().allMatch(ShellWord::isStatic);
        if (plain)
            return Optional.of(file.edit()
                    .replace(command.span(), json(last.words().stream().map(ShellWord::text))));
        if (!last.prefixes().isEmpty() || last.words().isEmpty()) return Optional.empty();
        int start = last.span().start();
        return last.assignments().isEmpty()
                ? Optional.of(file.edit().replace(new Span(start, start), "exec "))
                : Optional.empty();
    }

    /// `["sh", "-c", "exec …"]`, for words that only a shell can resolve.
    static Optional<DockerfileEdit> throughShell(Dockerfile file, Launch.Part part) {
        List<String> words = part.command().strings();
        boolean simple = words.stream().allMatch(word -> word.matches("[\\w./:=@%+,${}-]+"));
        if (!simple) return Optional.empty();
        String script = words.stream()
                .map(word -> word.contains("$") ? "\"" + word + "\"" : word)
                .collect(Collectors.joining(" ", "exec ", ""));
        return Optional.of(file.edit().replace(part.command().span(), json(Stream.of("sh", "-c", script))));
    }

    private static String json(Stream<String> words) {
        return words.map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
    }
}

package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.List;
import java.util.Optional;

/// One simple command of a script: `CGO_ENABLED=0 go build -o /app . >log &`.
///
/// @param words       the program and its arguments; `exec`, `sudo`, `env`, `time` and the like are taken off, see
///                    [#prefixes]
/// @param assignments set for this command alone, or where there are no words, from here on
/// @param prefixes    what stood before the program: `exec`, `sudo`, `env`, `nohup`, `time`, `nice`, `command`, `!`
/// @param redirects   targets of `<` and `>`
/// @param joint       what joins it to the command before
/// @param background  whether `&` follows
/// @param conditional inside `if`, `case`, a loop, a group or a function, or behind `||`: may not run
/// @param tolerated   its failure does not end the script: before `||`, `|`, `&`, or `;` without `set -e`
/// @param span        in the file
public record ShellCommand(
        List<ShellWord> words,
        List<Assignment> assignments,
        List<String> prefixes,
        List<Redirect> redirects,
        Joint joint,
        boolean background,
        boolean conditional,
        boolean tolerated,
        Span span,
        int line) {
    public ShellCommand {
        words = List.copyOf(words);
        assignments = List.copyOf(assignments);
        prefixes = List.copyOf(prefixes);
        redirects = List.copyOf(redirects);
    }

    public enum Joint {
        START,
        /// `;` or a new line.
        THEN,
        /// `&&`
        AND,
        /// `||`
        OR,
        /// `|`
        PIPE,
        /// Behind a command that `&` put into the background.
        BESIDE
    }

    public record Assignment(String name, ShellWord value) {}

    /// @param operator `>`, `>>`, `<`, `2>` …
    public record Redirect(String operator, ShellWord target) {}

    ShellCommand toleratedNow() {
        return new ShellCommand(
                words, assignments, prefixes, redirects, joint, background, conditional, true, span, line);
    }

    /// The program's file name; "" = none, or not fixed.
    public String program() {
        if (words.isEmpty() || !words.getFirst().isStatic()) return "";
        String text = words.getFirst().text();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    public List<ShellWord> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /// Whether this is `program first …`, where options may stand between: `apk --no-cache add`.
    public boolean is(String program, String... first) {
        if (!program().equals(program)) return false;
        List<String> plain = operands();
        return plain.size() >= first.length && plain.subList(0, first.length).equals(List.of(first));
    }

    /// Arguments that are no options.
    public List<String> operands() {
        return arguments().stream()
                .map(ShellWord::text)
                .filter(text -> !text.startsWith("-"))
                .toList();
    }

    public boolean has(String argument) {
        return arguments().stream().anyMatch(word -> word.text().equals(argument));
    }

    /// The value of an option: `-o x`, `-o=x`, `--option x`, `--option=x`.
    public Optional<ShellWord> option(String name) {
        List<ShellWord> arguments = arguments();
        for (int i = 0; i < arguments.size(); i++) {
            ShellWord word = arguments.get(i);
            if (word.text().equals(name) && i + 1 < arguments.size()) return Optional.of(arguments.get(i + 1));
            if (word.text().startsWith(name + "=")) {
                String value = word.text().substring(name.length() + 1);
                return Optional.of(new ShellWord(
                        value, word.isStatic(), word.quoted(), word.start() + name.length() + 1, word.end()));
            }
        }
        return Optional.empty();
    }

    /// What this command alone sees of a variable; empty = nothing set here.
    public Optional<ShellWord> assigned(String name) {
        return assignments.stream()
                .filter(assignment -> assignment.name().equals(name))
                .map(Assignment::value)
                .reduce((_, last) -> last);
    }
}

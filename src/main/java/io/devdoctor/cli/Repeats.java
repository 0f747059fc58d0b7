package io.devdoctor.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Options typed more than once. Those that stand under a heading of the help are not counted by the library: it would
/// take the last one, or speak of all of them.
final class Repeats {
    private Repeats() {}

    /// An option of one value that is typed twice.
    static Optional<OptionSpec> in(CommandSpec command, List<String> typed) {
        return command.options().stream()
                .filter(option -> !option.isMultiValue() && times(option, typed) > 1)
                .findFirst();
    }

    static long times(OptionSpec option, List<String> typed) {
        return typed.stream()
                .map(word -> word.startsWith("--") && word.contains("=") ? word.substring(0, word.indexOf('=')) : word)
                .filter(List.of(option.names())::contains)
                .count();
    }
}

package io.devdoctor.cli;

import java.util.Arrays;
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
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> Arrays.stream(option.names()).anyMatch(name -> names(name, word)))
                .count();
    }

    /// `--output x`, `--output=x`, `-o x`, `-o=x` and `-ox`.
    private static boolean names(String option, String word) {
        boolean brief = !option.startsWith("--");
        return word.equals(option) || word.startsWith(option + "=") || (brief && word.startsWith(option));
    }
}

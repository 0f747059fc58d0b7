package io.devdoctor.cli;

import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A wrong command line in words: what is wrong with it, what may have been meant, and where help is.
///
/// @param typed the words of the command line
record UsageError(ParameterException error, List<String> typed, Messages messages) {

    List<String> lines() {
        String help = messages.say("cli.usage.help", command().qualifiedName(" "));
        List<String> meant =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return meant.isEmpty()
                ? List.of(messages.say(what()), help)
                : List.of(messages.say(what()), messages.say("cli.usage.meant", String.join(", ", meant)), help);
    }

    private CommandSpec command() {
        return error.getCommandLine().getCommandSpec();
    }

    private Text what() {
        return switch (error) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing.getMissing());
            case OverwrittenOptionException twice -> Text.of("cli.usage.twice", name(twice.getOverwritten()));
            case MutuallyExclusiveArgsException _ -> repeated().orElseGet(() -> Text.of("cli.usage.exclusive"));
            case MaxValuesExceededException _ -> repeated().orElseGet(this::value);
            default -> value();
        };
    }

    /// What is not there at all, or is there without its value.
    private Text missing(List<ArgSpec> missing) {
        return missing.stream()
                .filter(argument -> argument instanceof OptionSpec option
                        ? times(option) > 0
                        : argument.completionCandidates() != null)
                .findFirst()
                .map(option -> Text.of("cli.usage.no-value", name(option), choices(option)))
                .orElseGet(() -> Text.of(
                        "cli.usage.missing",
                        Text.several(missing.stream().map(UsageError::name).toList())));
    }

    private Optional<Text> repeated() {
        return Repeats.in(command(), typed).map(option -> Text.of("cli.usage.twice", name(option)));
    }

    private long times(OptionSpec option) {
        return Repeats.times(option, typed);
    }

    private static String choices(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null ? argument.paramLabel() : String.join(", ", candidates);
    }

    private Text unmatched(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().getFirst();
        boolean commands =
                unmatched.getUnmatched().size() == 1 && !command().subcommands().isEmpty();
        if (unmatched.isUnknownOption()) return Text.of("cli.usage.no-option", first);
        return commands ? Text.of("cli.usage.no-command", first) : Text.of("cli.usage.surplus", first);
    }

    /// A value that an option cannot take.
    private Text value() {
        ArgSpec argument = error.getArgSpec();
        String value = error.getValue();
        if (argument == null || value == null) return Text.of("cli.usage.other", String.valueOf(error.getMessage()));
        return argument.type().isEnum()
                ? Text.of("cli.usage.value", name(argument), value, choices(argument.type()))
                : Text.of("cli.usage.bad-value", name(argument), value);
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what starts programs.
final class CommandReader {
    private final Arguments arguments;
    private final Instruction.Head head;
    private final LogicalLine rest;

    CommandReader(Arguments arguments) {
        this.arguments = arguments;
        this.head = arguments.head();
        this.rest = arguments.rest();
    }

    Command command(LogicalLine text) {
        Optional<JsonStrings.Array> array = arguments.array(text);
        Command.Form form = array.isPresent() ? Command.Form.EXEC : Command.Form.SHELL;
        List<Word> words = array.map(JsonStrings.Array::words).orElse(List.of());
        return new Command(form, words, text.text(), text.places().span(0, text.length()), text.places());
    }

    Instruction healthcheck() {
        int end = 0;
        while (end < rest.length() && !LogicalLine.isBlank(rest.at(end))) end++;
        String type = rest.text().substring(0, end);
        LogicalLine text = rest.from(end).trimmed();
        if (type.isEmpty()) {
            arguments.atLeastOne();
        } else if (type.equalsIgnoreCase("CMD")) {
            Command command = command(text);
            if (command.isEmpty()) arguments.refuse(Kind.HEALTHCHECK, type, "Missing command after HEALTHCHECK CMD");
            HealthFlags.judge(head.flags(), arguments);
            return new Instruction.Healthcheck(head, Optional.of(command));
        } else if (!type.equalsIgnoreCase("NONE")) {
            arguments.refuse(
                    Kind.HEALTHCHECK,
                    type,
                    "Unknown type \"" + type.toUpperCase(Locale.ROOT) + "\" in HEALTHCHECK (try CMD)");
            return new Instruction.Unknown(head);
        } else if (text.length() > 0) {
            arguments.refuse(Kind.HEALTHCHECK, text.text(), "HEALTHCHECK NONE takes no arguments");
        }
        return new Instruction.Healthcheck(head, Optional.empty());
    }

    Instruction shell() {
        Optional<JsonStrings.Array> array = arguments.array(rest);
        if (rest.length() == 0 || array.isPresent() && array.get().words().isEmpty()) {
            arguments.atLeastOne();
        } else if (array.isEmpty()) {
            arguments.refuse(Kind.SHELL_FORM, rest.text(), "SHELL requires the arguments to be in JSON form");
            return new Instruction.Unknown(head);
        }
        return new Instruction.Shell(head, array.map(JsonStrings.Array::words).orElse(List.of()));
    }
}

package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Similar;
import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the arguments of one instruction.
final class ArgumentReader {
    /// Every instruction there is.
    private static final Set<String> NAMES = Set.of(
            "FROM",
            "RUN",
            "CMD",
            "LABEL",
            "EXPOSE",
            "ENV",
            "ADD",
            "COPY",
            "ENTRYPOINT",
            "VOLUME",
            "USER",
            "WORKDIR",
            "ARG",
            "ONBUILD",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "SHELL",
            "MAINTAINER");
    private static final int SLIPS = 2;
    private static final Set<String> NO_TRIGGERS = Set.of("ONBUILD", "FROM", "MAINTAINER");

    private final Instruction.Head head;
    private final String name;
    private final LogicalLine rest;
    private final List<Heredoc> heredocs;
    private final char escape;
    private final ErrorList errors;

    ArgumentReader(
            Instruction.Head head,
            InstructionReader.Split split,
            List<Heredoc> heredocs,
            char escape,
            ErrorList errors) {
        this.head = head;
        this.name = split.name();
        this.rest = split.rest();
        this.heredocs = heredocs;
        this.escape = escape;
        this.errors = errors;
    }

    Instruction read() {
        FlagRules.judge(name, head.flags(), errors);
        return switch (name) {
            case "FROM" -> from();
            case "RUN" -> new Instruction.Run(head, command(rest), heredocs);
            case "CMD" -> new Instruction.Cmd(head, command(rest));
            case "ENTRYPOINT" -> new Instruction.Entrypoint(head, command(rest));
            case "HEALTHCHECK" -> healthcheck();
            case "SHELL" -> shell();
            case "COPY", "ADD" -> transfer();
            case "ENV", "LABEL" -> pairs();
            case "ARG" -> arg();
            case "EXPOSE" -> expose();
            case "VOLUME" -> volume();
            case "USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER" -> single();
            case "ONBUILD" -> onBuild();
            default -> unknownWord();
        };
    }

    /// The instruction that BuildKit thinks was meant; "" = none.
    static String near(String keyword) {
        return Similar.within(NAMES, keyword, SLIPS);
    }

    private Instruction unknownWord() {
        String near = near(head.keyword());
        String hint = near.isEmpty() ? "" : " (did you mean " + near + "?)";
        errors.understanding(
                Kind.UNKNOWN_INSTRUCTION,
                head.startLine(),
                head.keyword(),
                "unknown instruction: " + head.keyword() + hint);
        return new Instruction.Unknown(head);
    }

    private Instruction from() {
        List<Word> words = WordReader.byBlanks(rest);
        Word image = words.isEmpty() ? rest.word() : words.getFirst();
        boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("as");
        if (!named && words.size() != 1) {
            refuse(Kind.FROM_GRAMMAR, rest.text(), "FROM requires either one or three arguments");
            return new Instruction.From(head, image, Optional.empty());
        }
        Optional<Word> as = named ? Optional.of(words.get(2)) : Optional.empty();
        Instruction.From from = new Instruction.From(head, image, as);
        if (!named || from.stageName().matches("[a-z][a-z0-9_.-]*")) return from;
        String written = words.get(2).text();
        refuse(
                Kind.STAGE_NAME,
                written,
                "invalid name for build stage: \"" + written + "\", name can't start with a number or contain symbols");
        return new Instruction.From(head, image, Optional.empty());
    }

    private Command command(LogicalLine text) {
        Optional<JsonStrings.Array> array = array(text);
        Command.Form form = array.isPresent() ? Command.Form.EXEC : Command.Form.SHELL;
        List<Word> words = array.map(JsonStrings.Array::words).orElse(List.of());
        return new Command(form, words, text.text(), text.places().span(0, text.length()), text.places());
    }

    /// The JSON form; one with other things than strings is refused at once.
    private Optional<JsonStrings.Array> array(LogicalLine text) {
        Optional<JsonStrings.Array> array = JsonStrings.read(text);
        if (array.map(JsonStrings.Array::others).orElse(false)) {
            errors.reading(
                    Kind.JSON_NOT_STRINGS,
                    head.startLine(),
                    text.text(),
                    "when using JSON array syntax, arrays must be comprised of strings only");
        }
        return array;
    }

    private Instruction healthcheck() {
        int end = 0;
        while (end < rest.length() && !LogicalLine.isBlank(rest.at(end))) end++;
        String type = rest.text().substring(0, end);
        LogicalLine text = rest.from(end).trimmed();
        if (type.isEmpty()) {
            atLeastOne();
        } else if (type.equalsIgnoreCase("CMD")) {
            Command command = command(text);
            if (command.isEmpty()) refuse(Kind.HEALTHCHECK, type, "Missing command after HEALTHCHECK CMD");
            return new Instruction.Healthcheck(head, Optional.of(command));
        } else if (!type.equalsIgnoreCase("NONE")) {
            refuse(
                    Kind.HEALTHCHECK,
                    type,
                    "Unknown type \"" + type.toUpperCase(java.util.Locale.ROOT) + "\" in HEALTHCHECK (try CMD)");
            return new Instruction.Unknown(head);
        } else if (text.length() > 0) {
            refuse(Kind.HEALTHCHECK, text.text(), "HEALTHCHECK NONE takes no arguments");
        }
        return new Instruction.Healthcheck(head, Optional.empty());
    }

    private Instruction shell() {
        Optional<JsonStrings.Array> array = array(rest);
        if (rest.length() == 0 || array.isPresent() && array.get().words().isEmpty()) {
            atLeastOne();
        } else if (array.isEmpty()) {
            refuse(Kind.SHELL_FORM, rest.text(), "SHELL requires the arguments to be in JSON form");
            return new Instruction.Unknown(head);
        }
        return new Instruction.Shell(head, array.map(JsonStrings.Array::words).orElse(List.of()));
    }

    private Instruction transfer() {
        Optional<JsonStrings.Array> array = array(rest);
        List<Word> words = array.map(JsonStrings.Array::words).orElseGet(() -> WordReader.byBlanks(rest));
        if (words.size() < 2) {
            refuse(
                    Kind.ARGUMENTS,
                    rest.text(),
                    name + " requires at least two arguments, but only one was provided. Destination could not be"
                            + " determined");
            return new Instruction.Unknown(head);
        }
        Word destination = words.getLast();
        if (HeredocReader.opening(destination.text()).isPresent()) {
            refuse(Kind.HEREDOC_MISPLACED, destination.text(), name + " cannot accept a heredoc as a destination");
        }
        List<Word> sources = words.subList(0, words.size() - 1).stream()
                .filter(word ->
                        heredocs.isEmpty() || HeredocReader.opening(word.text()).isEmpty())
                .toList();
        return name.equals("COPY")
                ? new Instruction.Copy(head, sources, destination, heredocs, array.isPresent())
                : new Instruction.Add(head, sources, destination, heredocs, array.isPresent());
    }

    private Instruction pairs() {
        List<Word> words = WordReader.quoted(rest, escape);
        if (words.isEmpty()) {
            atLeastOne();
            return new Instruction.Unknown(head);
        }
        boolean legacy = !words.getFirst().text().contains("=");
        List<KeyValue> pairs = legacy ? legacyPair() : assigned(words);
        if (pairs.stream().anyMatch(pair -> pair.key().isEmpty())) {
            refuse(Kind.KEY_VALUE, rest.text(), name + " names can not be blank");
        }
        return name.equals("ENV")
                ? new Instruction.Env(head, pairs, legacy)
                : new Instruction.Label(head, pairs, legacy);
    }

    private List<KeyValue> legacyPair() {
        int end = 0;
        while (end < rest.length() && !LogicalLine.isDelimiter(rest.at(end))) end++;
        String key = rest.text().substring(0, end);
        int value = end;
        while (value < rest.length() && LogicalLine.isDelimiter(rest.at(value))) value++;
        if (value == end) {
            errors.reading(Kind.KEY_VALUE, head.startLine(), key, name + " must have two arguments");
        }
        Word whole = rest.word();
        return List.of(new KeyValue(key, rest.text().substring(value), true, whole.span(), whole.line()));
    }

    private List<KeyValue> assigned(List<Word> words) {
        List<KeyValue> pairs = new ArrayList<>();
        for (Word word : words) {
            KeyValue pair = pair(word);
            pairs.add(pair);
            if (!pair.assigned()) {
                errors.reading(
                        Kind.KEY_VALUE,
                        word.line(),
                        word.text(),
                        "Syntax error - can't find = in \"" + word.text() + "\". Must be of the form: name=value");
            }
        }
        return pairs;
    }

    private static KeyValue pair(Word word) {
        int equals = word.text().indexOf('=');
        return equals < 0
                ? new KeyValue(word.text(), "", false, word.span(), word.line())
                : new KeyValue(
                        word.text().substring(0, equals),
                        word.text().substring(equals + 1),
                        true,
                        word.span(),
                        word.line());
    }

    private Instruction arg() {
        List<KeyValue> pairs = WordReader.quoted(rest, escape).stream()
                .map(ArgumentReader::pair)
                .toList();
        if (pairs.isEmpty()) atLeastOne();
        if (pairs.stream().anyMatch(pair -> pair.key().isEmpty())) {
            refuse(Kind.KEY_VALUE, rest.text(), "ARG names can not be blank");
        }
        return new Instruction.Arg(head, pairs);
    }

    private Instruction expose() {
        List<Word> ports = WordReader.byBlanks(rest);
        if (ports.isEmpty()) atLeastOne();
        return new Instruction.Expose(head, ports);
    }

    private Instruction volume() {
        Optional<JsonStrings.Array> array = array(rest);
        List<Word> paths = array.map(JsonStrings.Array::words).orElseGet(() -> WordReader.byBlanks(rest));
        if (paths.isEmpty()) atLeastOne();
        if (paths.stream().anyMatch(path -> path.text().isBlank())) {
            refuse(Kind.ARGUMENTS, rest.text(), "VOLUME specified can not be an empty string");
        }
        return new Instruction.Volume(head, paths, array.isPresent());
    }

    private Instruction single() {
        if (rest.length() == 0) {
            refuse(Kind.ARGUMENTS, name, name + " requires exactly one argument");
            return new Instruction.Unknown(head);
        }
        Word word = rest.word();
        return switch (name) {
            case "USER" -> new Instruction.User(head, word);
            case "WORKDIR" -> new Instruction.Workdir(head, word);
            case "STOPSIGNAL" -> new Instruction.StopSignal(head, word);
            default -> new Instruction.Maintainer(head, word);
        };
    }

    /// What the trigger is refused for later does not concern this build.
    private Instruction onBuild() {
        InstructionReader.Split inner = InstructionReader.split(rest);
        if (rest.length() == 0) {
            atLeastOne();
            return new Instruction.Unknown(head);
        }
        if (NO_TRIGGERS.contains(inner.name())) {
            refuse(
                    Kind.ONBUILD_TRIGGER,
                    inner.name(),
                    inner.name().equals("ONBUILD")
                            ? "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
                            : inner.name() + " isn't allowed as an ONBUILD trigger");
            return new Instruction.Unknown(head);
        }
        Instruction.Head trigger = new Instruction.Head(
                inner.keyword(),
                rest.text(),
                head.span(),
                head.startLine(),
                head.endLine(),
                head.stage(),
                inner.flags(),
                List.of());
        return new Instruction.OnBuild(
                head, new ArgumentReader(trigger, inner, heredocs, escape, new ErrorList()).read());
    }

    private void atLeastOne() {
        refuse(Kind.ARGUMENTS, name, name + " requires at least one argument");
    }

    private void refuse(Kind kind, String detail, String message) {
        errors.understanding(kind, head.startLine(), detail, message);
    }
}

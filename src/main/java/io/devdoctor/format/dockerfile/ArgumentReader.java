package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Similar;
import io.devdoctor.format.dockerfile.DockerfileError.Kind;
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
    private final Arguments arguments;

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
        this.arguments = new Arguments(head, name, rest, escape, errors);
    }

    private CommandReader commands() {
        return new CommandReader(arguments);
    }

    Instruction read() {
        FlagRules.judge(name, head.flags(), errors);
        return switch (name) {
            case "FROM" -> from();
            case "RUN" -> new Instruction.Run(head, commands().command(rest), heredocs);
            case "CMD" -> new Instruction.Cmd(head, commands().command(rest));
            case "ENTRYPOINT" -> new Instruction.Entrypoint(head, commands().command(rest));
            case "HEALTHCHECK" -> commands().healthcheck();
            case "SHELL" -> commands().shell();
            case "COPY", "ADD" -> transfer();
            case "ENV", "LABEL" -> new PairReader(arguments).pairs();
            case "ARG" -> new PairReader(arguments).arg();
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
            arguments.refuse(Kind.FROM_GRAMMAR, rest.text(), "FROM requires either one or three arguments");
            return new Instruction.From(head, image, Optional.empty());
        }
        Optional<Word> as = named ? Optional.of(words.get(2)) : Optional.empty();
        Instruction.From from = new Instruction.From(head, image, as);
        if (!named || from.stageName().matches("[a-z][a-z0-9_.-]*")) return from;
        String written = words.get(2).text();
        arguments.refuse(
                Kind.STAGE_NAME,
                written,
                "invalid name for build stage: \"" + written + "\", name can't start with a number or contain symbols");
        return new Instruction.From(head, image, Optional.empty());
    }

    private Instruction transfer() {
        Optional<JsonStrings.Array> array = arguments.array(rest);
        List<Word> words = array.map(JsonStrings.Array::words).orElseGet(() -> WordReader.byBlanks(rest));
        if (words.size() < 2) {
            arguments.refuse(
                    Kind.ARGUMENTS,
                    rest.text(),
                    name + " requires at least two arguments, but only one was provided. Destination could not be"
                            + " determined");
            return new Instruction.Unknown(head);
        }
        Word destination = words.getLast();
        if (HeredocReader.opening(destination.text()).isPresent()) {
            arguments.refuse(
                    Kind.HEREDOC_MISPLACED, destination.text(), name + " cannot accept a heredoc as a destination");
        }
        List<Word> sources = words.subList(0, words.size() - 1).stream()
                .filter(word ->
                        heredocs.isEmpty() || HeredocReader.opening(word.text()).isEmpty())
                .toList();
        return name.equals("COPY")
                ? new Instruction.Copy(head, sources, destination, heredocs, array.isPresent())
                : new Instruction.Add(head, sources, destination, heredocs, array.isPresent());
    }

    private Instruction expose() {
        List<Word> ports = WordReader.byBlanks(rest);
        if (ports.isEmpty()) arguments.atLeastOne();
        return new Instruction.Expose(head, ports);
    }

    private Instruction volume() {
        Optional<JsonStrings.Array> array = arguments.array(rest);
        List<Word> paths = array.map(JsonStrings.Array::words).orElseGet(() -> WordReader.byBlanks(rest));
        if (paths.isEmpty()) arguments.atLeastOne();
        if (paths.stream().anyMatch(path -> path.text().isBlank())) {
            arguments.refuse(Kind.ARGUMENTS, rest.text(), "VOLUME specified can not be an empty string");
        }
        return new Instruction.Volume(head, paths, array.isPresent());
    }

    private Instruction single() {
        if (rest.length() == 0) {
            arguments.refuse(Kind.ARGUMENTS, name, name + " requires exactly one argument");
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
            arguments.atLeastOne();
            return new Instruction.Unknown(head);
        }
        if (NO_TRIGGERS.contains(inner.name())) {
            arguments.refuse(
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
}

package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what BuildKit accepts and does otherwise than it looks.
final class TrapFinder {
    private static final Pattern LATE = Pattern.compile("(?i)(syntax|escape)\\s*=\\s*\\S+");
    private static final Set<String> VANISHING = Set.of("cd", "export", "alias");

    private final List<Trap> traps = new ArrayList<>();
    private final char escape;

    private TrapFinder(char escape) {
        this.escape = escape;
    }

    /// @param syntaxLine of the comment that names the grammar, behind a `#!` line; 0 = none
    static List<Trap> find(
            List<Instruction> instructions, List<Stage> stages, List<Comment> comments, char escape, int syntaxLine) {
        TrapFinder finder = new TrapFinder(escape);
        instructions.forEach(finder::instruction);
        finder.stages(stages);
        for (Comment comment : comments) {
            if (comment.line() != syntaxLine && LATE.matcher(comment.text()).matches()) {
                finder.add(Trap.Kind.LATE_DIRECTIVE, comment.line(), comment.span(), comment.text());
            }
        }
        return finder.traps;
    }

    private void instruction(Instruction instruction) {
        switch (instruction) {
            case Instruction.Run run -> {
                pseudoJson(run, run.command().text(), run.command().isShell());
                script(run);
            }
            case Instruction.Cmd cmd ->
                pseudoJson(cmd, cmd.command().text(), cmd.command().isShell());
            case Instruction.Entrypoint entrypoint ->
                pseudoJson(
                        entrypoint,
                        entrypoint.command().text(),
                        entrypoint.command().isShell());
            case Instruction.Healthcheck health ->
                health.command().ifPresent(command -> pseudoJson(health, command.text(), command.isShell()));
            case Instruction.Transfer transfer -> {
                if (!transfer.sources().isEmpty()) {
                    String first = transfer.sources().getFirst().text();
                    boolean closed = transfer.destination().text().endsWith("]");
                    pseudoJson(transfer, first, !transfer.json() && closed);
                }
            }
            case Instruction.Env env -> sameLine(env);
            case Instruction.Volume volume -> noteAmong(volume, volume.paths());
            case Instruction.User user -> note(user.user());
            case Instruction.Workdir workdir -> note(workdir.path());
            case Instruction.StopSignal signal -> note(signal.signal());
            case Instruction.From _,
                    Instruction.Shell _,
                    Instruction.Label _,
                    Instruction.Arg _,
                    Instruction.Expose _,
                    Instruction.Maintainer _,
                    Instruction.OnBuild _,
                    Instruction.Unknown _ -> {}
        }
    }

    /// `[ -f x ]` is a test of the shell, which needs the blank behind its bracket.
    private void pseudoJson(Instruction instruction, String text, boolean shell) {
        boolean bracket = text.startsWith("[") && text.length() > 1 && !text.startsWith("[[");
        if (!shell || !bracket) return;
        boolean test = LogicalLine.isBlank(text.charAt(1));
        boolean list = text.endsWith("]")
                && text.contains(",")
                && text.substring(1).strip().matches("(?s)[\"'].*");
        if (!test || list) add(Trap.Kind.PSEUDO_JSON, instruction.line(), instruction.span(), text);
    }

    private void script(Instruction.Run run) {
        if (!run.command().isShell()) return;
        int comment = ShellScript.swallows(run.command());
        if (comment >= 0) {
            Places places = run.command().places();
            Span span = places.span(comment, run.command().text().length());
            add(Trap.Kind.SWALLOWED, places.line(comment), span, "");
        }
        List<ShellCommand> programs = run.programs();
        boolean vanishes =
                !programs.isEmpty() && programs.stream().allMatch(command -> VANISHING.contains(command.program()));
        if (vanishes)
            add(Trap.Kind.NO_EFFECT, run.line(), run.span(), run.command().text());
    }

    private void note(Word word) {
        if (word.text().matches("(?s)[^'\"]*\\s#.*")) {
            add(Trap.Kind.COMMENT_AS_DATA, word.line(), word.span(), word.text());
        }
    }

    private void noteAmong(Instruction instruction, List<Word> words) {
        if (words.stream().skip(1).anyMatch(word -> word.text().startsWith("#"))) {
            add(Trap.Kind.COMMENT_AS_DATA, instruction.line(), instruction.span(), instruction.text());
        }
    }

    private void sameLine(Instruction.Env env) {
        Set<String> before = new java.util.HashSet<>();
        for (KeyValue pair : env.pairs()) {
            for (String name : names(pair.value())) {
                if (before.contains(name)) {
                    add(Trap.Kind.SAME_LINE, pair.line(), pair.span(), name);
                }
            }
            before.add(pair.key());
        }
    }

    private Set<String> names(String word) {
        Set<String> names = new java.util.LinkedHashSet<>();
        new Expander(escape, name -> {
                    names.add(name);
                    return Value.UNKNOWN;
                })
                .expand(word);
        return names;
    }

    private void stages(List<Stage> stages) {
        Map<String, Stage> earlier = new HashMap<>();
        for (Stage stage : stages) {
            String image = stage.from().image().text();
            String lower = image.toLowerCase(Locale.ROOT);
            Span span = stage.from().image().span();
            if (!image.equals(lower) && earlier.containsKey(lower)) {
                add(Trap.Kind.STAGE_NAME_CASE, stage.from().line(), span, image);
            }
            Stage before = stage.name().isEmpty() ? null : earlier.put(stage.name(), stage);
            if (before != null && !isSame(before, stage)) {
                add(Trap.Kind.DUPLICATE_STAGE, stage.from().line(), span, stage.name());
            }
            replaced(stage, Instruction.Cmd.class);
            replaced(stage, Instruction.Entrypoint.class);
            replaced(stage, Instruction.Healthcheck.class);
        }
    }

    /// Whichever of the two is meant, it is the same.
    private static boolean isSame(Stage one, Stage other) {
        return one.instructions().isEmpty()
                && other.instructions().isEmpty()
                && one.from().image().text().equals(other.from().image().text());
    }

    private <T extends Instruction> void replaced(Stage stage, Class<T> type) {
        List<T> all = stage.all(type).toList();
        for (T instruction : all.subList(0, Math.max(0, all.size() - 1))) {
            add(Trap.Kind.REPLACED, instruction.line(), instruction.span(), instruction.name());
        }
    }

    private void add(Trap.Kind kind, int line, Span span, String detail) {
        traps.add(new Trap(kind, line, span, detail));
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.format.JsonText;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.Command;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.DockerfileError;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Trap;
import io.devdoctor.format.dockerfile.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Repairs of what BuildKit refuses or misunderstands, where only one thing can have been meant.
final class SyntaxFixes {
    private static final Pattern LIST = Pattern.compile("\\[\\s*(.*?)\\s*,?\\s*]\\s*(?:#.*)?");
    private static final String OPEN = "[\"'\u2018\u2019\u201C\u201D]";
    private static final Pattern ITEM = Pattern.compile(OPEN + "([^\"'\u2018\u2019\u201C\u201D]*)" + OPEN);
    private static final Pattern NOTE = Pattern.compile("(?s)(\\S+)\\s+#\\s*(.*)");

    private SyntaxFixes() {}

    /// Of a slip of the pen in an instruction's name.
    static Optional<DockerfileEdit> of(Dockerfile file, DockerfileError error) {
        String right = error.suggestion();
        if (right.isEmpty()) return Optional.empty();
        return file.instructions().stream()
                .filter(instruction -> instruction.line() == error.line())
                .findFirst()
                .map(Instruction::span)
                .map(span ->
                        new Span(span.start(), span.start() + error.detail().length()))
                .map(span -> file.edit().replace(span, right));
    }

    static Optional<DockerfileEdit> of(Dockerfile file, List<Trap> traps) {
        Optional<DockerfileEdit> edit = Optional.of(file.edit());
        for (Trap trap : traps) edit = edit.flatMap(before -> of(file, before, trap));
        return edit;
    }

    private static Optional<DockerfileEdit> of(Dockerfile file, DockerfileEdit edit, Trap trap) {
        return switch (trap.kind()) {
            case PSEUDO_JSON -> at(file, trap).flatMap(SyntaxFixes::command).flatMap(command -> json(edit, command));
            case STAGE_NAME_CASE ->
                Optional.of(edit.replace(trap.span(), trap.detail().toLowerCase(Locale.ROOT)));
            case EMPTY_CONTINUATION -> Optional.of(edit.replace(trap.span(), ""));
            case COMMENT_AS_DATA -> at(file, trap).flatMap(instruction -> note(edit, instruction));
            case DUPLICATE_STAGE, LATE_DIRECTIVE, REPLACED, SAME_LINE, SWALLOWED, NO_EFFECT -> Optional.empty();
        };
    }

    private static Optional<Instruction> at(Dockerfile file, Trap trap) {
        return file.instructions().stream()
                .filter(instruction -> instruction.line() <= trap.line() && trap.line() <= instruction.endLine())
                .findFirst();
    }

    private static Optional<Command> command(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Run run -> Optional.of(run.command());
            case Instruction.Cmd cmd -> Optional.of(cmd.command());
            case Instruction.Entrypoint entrypoint -> Optional.of(entrypoint.command());
            case Instruction.Healthcheck health -> health.command();
            default -> Optional.empty();
        };
    }

    /// A list of words in any quotes, with or without a comma too many or a note behind it.
    private static Optional<DockerfileEdit> json(DockerfileEdit edit, Command command) {
        Matcher list = LIST.matcher(command.text());
        if (!list.matches() || list.group(1).contains("\\")) return Optional.empty();
        List<Matcher> items = Arrays.stream(list.group(1).split("\\s*,\\s*"))
                .map(ITEM::matcher)
                .toList();
        if (items.isEmpty() || !items.stream().allMatch(Matcher::matches)) return Optional.empty();
        String json =
                items.stream().map(item -> JsonText.quote(item.group(1))).collect(Collectors.joining(", ", "[", "]"));
        return Optional.of(edit.replace(command.span(), json));
    }

    /// The note goes on a line of its own.
    private static Optional<DockerfileEdit> note(DockerfileEdit edit, Instruction instruction) {
        Optional<Word> word = switch (instruction) {
            case Instruction.User user -> Optional.of(user.user());
            case Instruction.Workdir workdir -> Optional.of(workdir.path());
            case Instruction.StopSignal signal -> Optional.of(signal.signal());
            default -> Optional.empty();
        };
        return word.flatMap(found -> {
            Matcher note = NOTE.matcher(found.text());
            return note.matches() && instruction.line() == instruction.endLine()
                    ? Optional.of(edit.replace(found.span(), note.group(1))
                            .insertBefore(instruction, "# " + note.group(2).strip()))
                    : Optional.empty();
        });
    }

    /// `ARG name` at the beginning of every stage that uses it.
    static Optional<DockerfileEdit> declare(Dockerfile file, String name, List<Integer> lines) {
        DockerfileEdit edit = file.edit();
        for (var stage : file.stages()) {
            Optional<Instruction> first = stage.instructions().stream()
                    .filter(instruction -> lines.stream()
                            .anyMatch(line -> instruction.line() <= line && line <= instruction.endLine()))
                    .findFirst();
            if (first.isPresent()) edit = edit.insertBefore(first.get(), "ARG " + name);
        }
        return Optional.of(edit);
    }
}

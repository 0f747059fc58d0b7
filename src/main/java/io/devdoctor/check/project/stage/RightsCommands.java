package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Change.Marked;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Optional;

/// `chmod` and `chown` as they change the files of a stage.
final class RightsCommands {
    private final StageDraft stage;
    private final Shell shell;

    RightsCommands(StageDraft stage, Shell shell) {
        this.stage = stage;
        this.shell = shell;
    }

    /// @return whether it is one of them
    boolean read(ShellCommand command, String program) {
        switch (program) {
            case "chmod" -> chmod(command);
            case "chown" -> chown(command);
            case "chgrp" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void chmod(ShellCommand command) {
        List<ShellWord> words = command.arguments().stream()
                .filter(word -> !word.text().matches("-[RvcfHLP]+|--.*"))
                .toList();
        if (words.isEmpty()) return;
        Optional<Traits> traits = mode(words.getFirst().text());
        // Taking a right away under a condition is not held against anybody.
        boolean held = command.conditional()
                && traits.filter(one -> one.executable() == Answer.NO).isPresent();
        if (traits.isEmpty() || held) return;
        words.subList(1, words.size()).forEach(word -> mark(word, traits.get(), command));
    }

    /// Empty = it says nothing about execution.
    private static Optional<Traits> mode(String text) {
        if (text.matches("[0-7]{3,5}")) return Optional.of(Traits.mode(Integer.parseInt(text, 8) & 07777));
        boolean gives = text.matches("(.*,)?[ugoa]*\\+[rwstX]*x.*|.*=[rwst]*x.*");
        if (gives) return Optional.of(Traits.executable(Answer.YES));
        return text.matches("a?-[rw]*x.*") ? Optional.of(Traits.executable(Answer.NO)) : Optional.empty();
    }

    private void chown(ShellCommand command) {
        List<ShellWord> words = command.arguments().stream()
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        if (words.isEmpty()) return;
        Optional<String> owner = shell.variables.expand(words.getFirst());
        for (ShellWord word : words.subList(1, words.size())) {
            owner.ifPresent(name -> change(name, word, command));
            mark(word, Traits.owner(owner.orElse("?")), command);
        }
    }

    private void change(String owner, ShellWord word, ShellCommand command) {
        Optional<String> path = shell.path(word).filter(text -> !ImagePath.isPattern(text));
        String[] parts = owner.split("[:.]", 2);
        stage.owners.add(new OwnerChange(
                owner,
                path,
                path.map(stage.files::look).orElse(Found.UNKNOWN),
                stage.accounts.user(parts[0]),
                parts.length == 2 ? stage.accounts.group(parts[1]) : Found.State.PRESENT,
                !command.conditional() && !command.tolerated(),
                command.line()));
    }

    private void mark(ShellWord word, Traits traits, ShellCommand command) {
        boolean below = command.arguments().stream()
                .anyMatch(option -> option.text().matches("-[a-zA-Z]*R[a-zA-Z]*|--recursive"));
        shell.path(word)
                .ifPresent(path ->
                        stage.files.add(new Marked(ImagePath.pattern(path), below, path, traits, command.line())));
    }
}

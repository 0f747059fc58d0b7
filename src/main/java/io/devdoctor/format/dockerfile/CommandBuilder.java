package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.ShellCommand.Assignment;
import io.devdoctor.format.dockerfile.ShellCommand.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sorts the words of one simple command.
final class CommandBuilder {
    private static final Set<String> PREFIXES = Set.of("exec", "sudo", "env", "nohup", "time", "nice", "command", "!");
    private static final Set<String> WITH_VALUE = Set.of("-u", "-n", "-g");

    private final List<ShellWord> words = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Redirect> redirects = new ArrayList<>();
    private final List<String> prefixes;

    private CommandBuilder(List<String> prefixes) {
        this.prefixes = new ArrayList<>(prefixes);
    }

    static ShellCommand build(
            List<ShellToken> tokens,
            List<String> prefixes,
            ShellCommand.Joint joint,
            boolean background,
            boolean conditional,
            Places places) {
        CommandBuilder builder = new CommandBuilder(prefixes);
        builder.sort(tokens);
        builder.takePrefixes();
        int start = tokens.getFirst().word().start();
        return new ShellCommand(
                builder.words,
                builder.assignments,
                builder.prefixes,
                builder.redirects,
                joint,
                background,
                conditional,
                false,
                places.span(start, tokens.getLast().word().end()),
                places.line(start));
    }

    private void sort(List<ShellToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            ShellToken token = tokens.get(i);
            if (token.kind() == ShellToken.Kind.WORD) {
                words.add(token.word());
            } else if (i + 1 < tokens.size()) {
                redirects.add(new Redirect(token.text(), tokens.get(++i).word()));
            }
        }
    }

    private void takePrefixes() {
        while (!words.isEmpty()) {
            ShellWord first = words.getFirst();
            int equals = first.text().indexOf('=');
            boolean assigns = equals > 0 && first.text().substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*");
            boolean prefix = PREFIXES.contains(first.text());
            if (!assigns && !prefix) return;
            words.removeFirst();
            if (assigns) {
                assignments.add(assignment(first, equals));
            } else {
                prefixes.add(first.text());
                skipOptions();
            }
        }
    }

    private static Assignment assignment(ShellWord word, int equals) {
        String name = word.text().substring(0, equals);
        ShellWord value = new ShellWord(
                word.text().substring(equals + 1),
                word.isStatic(),
                word.quoted(),
                word.start() + equals + 1,
                word.end());
        return new Assignment(name, value);
    }

    private void skipOptions() {
        while (!words.isEmpty() && words.getFirst().text().startsWith("-")) {
            boolean more = WITH_VALUE.contains(words.removeFirst().text());
            if (more && !words.isEmpty()) words.removeFirst();
        }
    }
}

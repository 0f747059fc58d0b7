package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a script runs, as far as its text tells.
public final class ShellScript {
    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");
    private static final int DEEPEST = 3;

    private ShellScript() {}

    /// The simple commands of a script in order; spans count the bytes of the text. What `sh -c` gets follows the
    /// `sh`, with `sh` among its prefixes.
    public static List<ShellCommand> commands(String text) {
        return commands(text, Places.of(text, 0, 1));
    }

    static List<ShellCommand> commands(String text, Places places) {
        return read(text, places, List.of());
    }

    /// Where a comment begins behind which more of the text follows on other lines of the file; -1 = nowhere.
    static int swallows(Command command) {
        ShellLexer lexer = new ShellLexer(command.text());
        lexer.tokens();
        int comment = lexer.comment();
        if (comment < 0 || command.text().indexOf('\n') >= 0) return -1;
        int last = command.places().line(command.text().length() - 1);
        return command.places().line(comment) < last ? comment : -1;
    }

    static List<ShellCommand> ofExec(List<Word> words) {
        if (words.isEmpty()) return List.of();
        List<ShellToken> tokens = words.stream()
                .map(word -> new ShellToken(
                        ShellToken.Kind.WORD,
                        new ShellWord(word.text(), true, true, 0, word.text().length())))
                .toList();
        Places places = Places.all(words.getFirst().span(), words.getFirst().line());
        List<ShellCommand> found = new ArrayList<>();
        add(CommandBuilder.build(tokens, List.of(), ShellCommand.Joint.START, false, false, places), places, found);
        return List.copyOf(found);
    }

    static List<ShellCommand> of(Instruction.Run run) {
        Command command = run.command();
        if (run.heredocs().isEmpty() || !command.isShell()) return command.programs();
        if (HeredocReader.opening(command.text().strip()).isPresent())
            return body(run.heredocs().getFirst());
        List<ShellCommand> found = new ArrayList<>(command.programs());
        if (found.stream().anyMatch(ShellScript::readsScript)) {
            run.heredocs().forEach(heredoc -> found.addAll(body(heredoc)));
        }
        return List.copyOf(found);
    }

    /// A shell without a script of its own, hence with that of the here-document.
    private static boolean readsScript(ShellCommand command) {
        return SHELLS.contains(command.program()) && command.operands().isEmpty();
    }

    private static List<ShellCommand> body(Heredoc heredoc) {
        String content = heredoc.content();
        boolean other = content.startsWith("#!")
                && !content.lines().findFirst().orElse("").contains("sh");
        return other
                ? List.of()
                : commands(content, Places.of(content, heredoc.body().start(), heredoc.line()));
    }

    private static List<ShellCommand> read(String text, Places places, List<String> prefixes) {
        List<ShellCommand> found = new ArrayList<>();
        for (ShellCommand command : new ShellParser(new ShellLexer(text).tokens(), places, prefixes).read()) {
            add(command, places, found);
        }
        return List.copyOf(found);
    }

    private static void add(ShellCommand command, Places places, List<ShellCommand> found) {
        found.add(command);
        if (command.prefixes().stream().filter("sh"::equals).count() >= DEEPEST) return;
        List<String> prefixes = new ArrayList<>(command.prefixes());
        prefixes.add("sh");
        script(command)
                .ifPresent(word -> found.addAll(
                        read(word.text(), Places.all(command.span(), places.line(word.start())), prefixes)));
    }

    private static Optional<ShellWord> script(ShellCommand command) {
        if (!SHELLS.contains(command.program())) return Optional.empty();
        List<ShellWord> arguments = command.arguments();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).text().matches("-[a-z]*c")) return Optional.of(arguments.get(i + 1));
        }
        return Optional.empty();
    }
}

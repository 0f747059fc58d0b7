package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.ShellCommand.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the simple commands between the operators and reserved words of a script.
final class ShellParser {
    private static final Set<String> OPENING = Set.of("if", "while", "until");
    private static final Set<String> GOING_ON = Set.of("then", "else", "elif", "do");
    private static final Set<String> CLOSING = Set.of("fi", "done", "esac", "}");

    private final List<ShellToken> tokens;
    private final Places places;
    private final List<String> prefixes;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<ShellToken> pending = new ArrayList<>();
    private Joint joint = Joint.START;
    private int depth;
    private int functions;
    private int at;
    private int listStart;
    /// Commands before it are marked as tolerated already, or are not to be.
    private int marked;
    private boolean stopsOnError;

    ShellParser(List<ShellToken> tokens, Places places, List<String> prefixes) {
        this.tokens = tokens;
        this.places = places;
        this.prefixes = prefixes;
    }

    List<ShellCommand> read() {
        while (at < tokens.size()) step();
        flush(false);
        return commands;
    }

    private void step() {
        ShellToken token = tokens.get(at++);
        if (token.kind() != ShellToken.Kind.OPERATOR) {
            if (!pending.isEmpty() || !reserved(token)) pending.add(token);
            return;
        }
        switch (token.text()) {
            case "&&" -> join(Joint.AND);
            case "||" -> either();
            case "|" -> pipe();
            case "&" -> {
                flush(true);
                endList(Joint.BESIDE, true);
            }
            case "(" -> open();
            case ")" -> {
                flush(false);
                depth = Math.max(0, depth - 1);
            }
            case ";;" -> {
                endOfStatement();
                skipPattern();
            }
            default -> endOfStatement();
        }
    }

    private void join(Joint next) {
        flush(false);
        joint = next;
    }

    private void either() {
        flush(false);
        tolerate();
        joint = Joint.OR;
    }

    private void pipe() {
        int before = commands.size();
        flush(false);
        if (commands.size() > before) commands.set(before, commands.get(before).toleratedNow());
        joint = Joint.PIPE;
    }

    private void endOfStatement() {
        flush(false);
        boolean more = at < tokens.size();
        endList(Joint.THEN, more && !stopsOnError);
    }

    private void endList(Joint next, boolean tolerated) {
        if (commands.size() == listStart) return;
        if (tolerated) tolerate();
        listStart = commands.size();
        marked = listStart;
        joint = next;
    }

    /// Every command of this list so far.
    private void tolerate() {
        for (int i = Math.max(marked, listStart); i < commands.size(); i++) {
            commands.set(i, commands.get(i).toleratedNow());
        }
        marked = commands.size();
    }

    /// A subshell, or the parentheses of a function.
    private void open() {
        boolean function =
                pending.size() == 1 && at < tokens.size() && tokens.get(at).isOperator(")");
        if (function) {
            pending.clear();
            at++;
            functions++;
        }
        flush(false);
        if (!function) depth++;
    }

    /// @return whether the word is no command but grammar
    private boolean reserved(ShellToken token) {
        if (token.kind() != ShellToken.Kind.WORD || token.word().quoted()) return false;
        String text = token.text();
        if (OPENING.contains(text) || text.equals("{")) {
            depth++;
            return true;
        }
        if (GOING_ON.contains(text)) return true;
        if (CLOSING.contains(text)) {
            depth = Math.max(0, depth - 1);
            if (depth == 0) functions = 0;
            return true;
        }
        if (text.equals("for")) {
            depth++;
            while (at < tokens.size() && !tokens.get(at).isReserved("do")) at++;
            return true;
        }
        if (text.equals("case")) {
            depth++;
            while (at < tokens.size() && !tokens.get(at).isReserved("in")) at++;
            at++;
            skipPattern();
            return true;
        }
        return false;
    }

    private void skipPattern() {
        int start = at;
        while (start < tokens.size() && tokens.get(start).isOperator("\n")) start++;
        if (start < tokens.size() && tokens.get(start).isReserved("esac")) return;
        while (at < tokens.size() && !tokens.get(at).isOperator(")")) at++;
        at++;
    }

    private void flush(boolean background) {
        if (pending.isEmpty()) return;
        boolean conditional = depth > 0 || functions > 0 || joint == Joint.OR;
        ShellCommand command = CommandBuilder.build(pending, prefixes, joint, background, conditional, places);
        pending.clear();
        commands.add(command);
        joint = Joint.THEN;
        boolean set = command.program().equals("set");
        if (set && command.arguments().stream().anyMatch(word -> word.text().matches("-[a-z]*e[a-z]*"))) {
            stopsOnError = true;
        }
    }
}

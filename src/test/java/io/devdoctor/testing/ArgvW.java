package io.devdoctor.testing;

import java.util.ArrayList;
import java.util.List;

/// Takes a line apart by the documented rules of `CommandLineToArgvW`: 2n backslashes before a quotation mark are n and
/// the mark begins or ends a quoted part, 2n+1 are n and the mark is literal, any others stand for themselves; blanks
/// and tabs outside of a quoted part end a word; two marks within a quoted part are a literal one.
public final class ArgvW {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;
    private boolean begun;
    private int at;

    private ArgvW(String line) {
        this.line = line;
    }

    public static List<String> parse(String line) {
        ArgvW parser = new ArgvW(line);
        while (parser.at < line.length()) parser.next();
        parser.end();
        return List.copyOf(parser.words);
    }

    private void next() {
        char c = line.charAt(at);
        if (c == '\\') {
            backslashes();
        } else if (c == '"') {
            mark();
        } else if (!quoted && (c == ' ' || c == '\t')) {
            end();
            at++;
        } else {
            word.append(c);
            begun = true;
            at++;
        }
    }

    private void backslashes() {
        int count = 0;
        while (at < line.length() && line.charAt(at) == '\\') {
            count++;
            at++;
        }
        begun = true;
        boolean mark = at < line.length() && line.charAt(at) == '"';
        word.repeat('\\', mark ? count / 2 : count);
        if (mark && count % 2 == 1) {
            word.append('"');
            at++;
        }
    }

    private void mark() {
        begun = true;
        at++;
        if (quoted && at < line.length() && line.charAt(at) == '"') {
            word.append('"');
            at++;
        } else {
            quoted = !quoted;
        }
    }

    private void end() {
        if (begun) words.add(word.toString());
        word.setLength(0);
        begun = false;
    }
}

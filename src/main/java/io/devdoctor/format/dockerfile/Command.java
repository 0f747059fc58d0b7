package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.List;

/// What RUN, CMD, ENTRYPOINT and HEALTHCHECK start.
///
/// @param words  of the exec form the decoded strings; of the shell form empty
/// @param text   as the shell gets it, continued lines joined; of the exec form the JSON
/// @param places where the characters of `text` stand in the file
public record Command(Form form, List<Word> words, String text, Span span, Places places) {
    public Command {
        words = List.copyOf(words);
    }

    public enum Form {
        SHELL,
        EXEC
    }

    public boolean isShell() {
        return form == Form.SHELL;
    }

    /// Nothing to start: `CMD []`, or nothing at all.
    public boolean isEmpty() {
        return isShell() ? text.isBlank() : words.isEmpty();
    }

    /// The strings of the exec form.
    public List<String> strings() {
        return words.stream().map(Word::text).toList();
    }

    /// The programs that will run. The text of `sh -c` counts as a script.
    public List<ShellCommand> programs() {
        return isShell() ? ShellScript.commands(text, places) : ShellScript.ofExec(words);
    }
}

package io.devdoctor.format.dockerfile;

/// @param word of an operator its text
record ShellToken(Kind kind, ShellWord word) {
    enum Kind {
        WORD,
        /// `>`, `2>>`, `<`, `>&` …; the next word is its target.
        REDIRECT,
        /// `<<` and `<<-`; the next word names the end.
        HEREDOC,
        /// `&&`, `||`, `|`, `;`, `;;`, `&`, a new line as `\n`, and both parentheses.
        OPERATOR
    }

    String text() {
        return word.text();
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text().equals(operator);
    }

    /// Whether it is this very word, not a quoted one.
    boolean isReserved(String name) {
        return kind == Kind.WORD && !word.quoted() && word.text().equals(name);
    }
}

package io.devdoctor.privacy;

/// Where a value stands in a text, without its quotes.
record Value(int start, int end, boolean quoted, boolean assigned) {
    /// The value at `at`: quoted (also `\"…\"`), the rest of a quoted `"KEY=value"`, the rest of a line, or a single
    /// word.
    static Value at(String text, int at, Key key, boolean assigned) {
        int escapes = 0;
        while (at + escapes < text.length() && text.charAt(at + escapes) == '\\') {
            escapes++;
        }
        int quoteAt = at + escapes;
        if (quoteAt < text.length() && (text.charAt(quoteAt) == '"' || text.charAt(quoteAt) == '\'')) {
            int end = closing(text, quoteAt + 1, text.charAt(quoteAt), escapes);
            return new Value(quoteAt + 1, end, true, assigned);
        }
        if (key.opening() != '\0') {
            int end = closing(text, at, key.opening(), 0);
            return new Value(at, options(text, at, end), false, assigned);
        }
        return new Value(at, bare(text, at, key), false, assigned);
    }

    /// The closing quote that is escaped exactly as deeply as the opening one, else the end of the line.
    private static int closing(String text, int from, char quote, int escapes) {
        int run = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                run++;
                continue;
            }
            boolean closes = c == quote && (run <= escapes || (escapes == 0 && run % 2 == 0));
            if (c == '\n' || closes) {
                return c == '\n' ? i : i - Math.min(run, escapes);
            }
            run = 0;
        }
        return text.length();
    }

    private static int bare(String text, int at, Key key) {
        // A pass phrase may hold blanks where a setting has its line to itself.
        boolean wholeLine = key.firstOnLine();
        int end = at;
        while (end < text.length() && !ends(text, end, wholeLine) && !(key.quoted() && text.charAt(end) == ',')) {
            end++;
        }
        int stop = options(text, at, end);
        while (stop > at && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        return stop;
    }

    private static boolean ends(String text, int i, boolean wholeLine) {
        char c = text.charAt(i);
        boolean escapedQuote = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        return c == '\n'
                || c == '\r'
                || c == '"'
                || escapedQuote
                || (!wholeLine && (Character.isWhitespace(c) || c == '}' || c == ']' || c == ')'));
    }

    /// `,name=`, `;name=` and `&name=` begin the next option of a connection string or mount; other commas belong to
    /// the password.
    private static int options(String text, int at, int end) {
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if ((c == ',' || c == ';' || c == '&')
                    && (i + 1 >= end || Character.isWhitespace(text.charAt(i + 1)) || isName(text, i + 1, end))) {
                return i;
            }
        }
        return end;
    }

    private static boolean isName(String text, int from, int end) {
        int i = from;
        while (i < end
                && (Character.isLetterOrDigit(text.charAt(i)) || "_- .".indexOf(text.charAt(i)) >= 0)
                && i - from < 48) {
            i++;
        }
        return i > from && i < end && text.charAt(i) == '=';
    }
}

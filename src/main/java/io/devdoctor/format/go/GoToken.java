package io.devdoctor.format.go;

/// @param text of a string literal its value, of a comment what follows `//`, else as written
/// @param line 1-based
record GoToken(Kind kind, String text, int line) {
    enum Kind {
        /// Names and keywords.
        WORD,
        STRING,
        /// One character of punctuation, a number, a rune.
        OTHER,
        /// From `//` to the end of the line; comments of the other kind carry no directives.
        LINE_COMMENT,
        END
    }

    boolean is(Kind expected, String word) {
        return kind == expected && text.equals(word);
    }

    boolean isWord(String word) {
        return is(Kind.WORD, word);
    }

    boolean isOther(char c) {
        return kind == Kind.OTHER && text.length() == 1 && text.charAt(0) == c;
    }
}

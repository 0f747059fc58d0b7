package io.devdoctor.format.dockerfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Quotes, escapes and variables as BuildKit's lexer resolves them.
final class Lexer {
    static final char END = '\uFFFF';
    private static final String SPECIAL = "@*#?-$!0";
    /// Braces within braces cost stack; nobody writes so many.
    private static final int DEEPEST = 64;

    private final String source;
    private final char escape;
    private final Function<String, Value> environment;
    private final Keep keep;
    final Set<String> undefined = new LinkedHashSet<>();
    final Set<String> unknown = new LinkedHashSet<>();
    private int at;
    private int depth;
    private boolean rawEscapes;

    /// What stays as written: quotes, escapes, and variables that nobody defines.
    record Keep(boolean quotes, boolean escapes, boolean undefined) {
        static final Keep NOTHING = new Keep(false, false, false);
    }

    /// @param words the text split at blanks that are not quoted
    record Lexed(String text, List<String> words) {}

    /// What BuildKit refuses, in its words.
    static final class Refusal extends Exception {
        Refusal(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    Lexer(String source, char escape, Function<String, Value> environment, Keep keep) {
        this.source = source;
        this.escape = escape;
        this.environment = environment;
        this.keep = keep;
        this.rawEscapes = keep.escapes();
    }

    Lexed read() throws Refusal {
        return until(END, rawEscapes);
    }

    /// @param stop END = to the end
    Lexed until(char stop, boolean raw) throws Refusal {
        if (depth > DEEPEST) throw new Refusal("too many substitutions within each other");
        boolean before = rawEscapes;
        rawEscapes = raw;
        depth++;
        try {
            return scan(stop);
        } finally {
            rawEscapes = before;
            depth--;
        }
    }

    private Lexed scan(char stop) throws Refusal {
        StringBuilder result = new StringBuilder();
        LexedWords words = new LexedWords();
        while (peek() != END) {
            char c = peek();
            if (stop != END && c == stop) {
                at++;
                return new Lexed(result.toString(), words.all());
            }
            if (c == '$') {
                String value = new Substitution(this).read();
                result.append(value);
                words.add(value);
            } else if (c == '\'' || c == '"') {
                String quoted = c == '"' ? doubleQuoted() : singleQuoted();
                result.append(quoted);
                words.addRaw(quoted);
            } else {
                plain(result, words);
            }
        }
        if (stop != END) {
            throw new Refusal("unexpected end of statement while looking for matching " + stop);
        }
        return new Lexed(result.toString(), words.all());
    }

    private void plain(StringBuilder result, LexedWords words) {
        char c = next();
        if (c != escape) {
            words.add(String.valueOf(c));
            result.append(c);
            return;
        }
        if (rawEscapes) {
            words.addRaw(String.valueOf(c));
            result.append(c);
        }
        if (peek() == END) return;
        c = next();
        words.addRaw(String.valueOf(c));
        result.append(c);
    }

    private String singleQuoted() throws Refusal {
        int start = at;
        int end = source.indexOf('\'', at + 1);
        if (end < 0) {
            at = source.length();
            throw new Refusal("unexpected end of statement while looking for matching single-quote");
        }
        at = end + 1;
        return keep.quotes() ? source.substring(start, at) : source.substring(start + 1, end);
    }

    private String doubleQuoted() throws Refusal {
        StringBuilder result = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            if (c == END) {
                throw new Refusal("unexpected end of statement while looking for matching double-quote");
            }
            if (c == '"') {
                at++;
                return keep.quotes() ? '"' + result.toString() + '"' : result.toString();
            }
            if (c == '$') {
                result.append(new Substitution(this).read());
            } else {
                inDoubleQuotes(result);
            }
        }
    }

    private void inDoubleQuotes(StringBuilder result) {
        char c = next();
        if (c == escape) {
            if (rawEscapes) result.append(c);
            char following = peek();
            if (following == END) return;
            if (following == '"' || following == '$' || following == escape) c = next();
        }
        result.append(c);
    }

    char peek() {
        return at < source.length() ? source.charAt(at) : END;
    }

    char next() {
        return at < source.length() ? source.charAt(at++) : END;
    }

    boolean keepsUndefined() {
        return keep.undefined();
    }

    /// A name, digits, or one special character; "" = none.
    String name() {
        int start = at;
        if (Character.isDigit(peek())) {
            while (Character.isDigit(peek())) at++;
        } else if (peek() != END && SPECIAL.indexOf(peek()) >= 0) {
            at++;
        } else {
            while (peek() != END && (Character.isLetterOrDigit(peek()) || peek() == '_')) at++;
        }
        return source.substring(start, at);
    }

    Value value(String name) {
        Value value = environment.apply(name);
        switch (value) {
            case Value.Known _ -> {}
            case Value.Unknown _ -> unknown.add(name);
            case Value.Undefined _ -> undefined.add(name);
        }
        return value;
    }
}

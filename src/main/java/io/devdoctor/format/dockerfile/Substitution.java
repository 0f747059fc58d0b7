package io.devdoctor.format.dockerfile;

/// One `$name` or `${name…}`.
final class Substitution {
    private final Lexer lexer;

    Substitution(Lexer lexer) {
        this.lexer = lexer;
    }

    /// Its value; of what is not known "".
    String read() throws Lexer.Refusal {
        lexer.next();
        if (lexer.peek() != '{') {
            String name = lexer.name();
            return name.isEmpty() ? "$" : plain(name, "$" + name);
        }
        lexer.next();
        switch (lexer.peek()) {
            case Lexer.END -> throw new Lexer.Refusal("syntax error: missing '}'");
            case '{', '}', ':' -> throw new Lexer.Refusal("syntax error: bad substitution");
            default -> {}
        }
        return modified(lexer.name());
    }

    private String plain(String name, String written) {
        return switch (lexer.value(name)) {
            case Value.Known(String text) -> text;
            case Value.Unknown _ -> "";
            case Value.Undefined _ -> lexer.keepsUndefined() ? written : "";
        };
    }

    private String modified(String name) throws Lexer.Refusal {
        char c = lexer.next();
        return switch (c) {
            case '}' -> plain(name, "${" + name + "}");
            case ':' -> operator(name, lexer.next(), true);
            case '+', '-', '?', '#', '%' -> operator(name, c, false);
            case '/' -> replacing(name);
            default -> throw unsupported(c == Lexer.END ? "" : String.valueOf(c));
        };
    }

    private static Lexer.Refusal unsupported(String modifier) {
        return new Lexer.Refusal("unsupported modifier (" + modifier + ") in substitution");
    }

    /// @param colon whether an empty value counts as none
    private String operator(String name, char operator, boolean colon) throws Lexer.Refusal {
        boolean pattern = operator == '#' || operator == '%';
        String word = until('}', pattern, "syntax error: missing '}'");
        if ("+-?#%".indexOf(operator) < 0) throw unsupported((colon ? ":" : "") + operator);
        Value value = lexer.value(name);
        if (value instanceof Value.Undefined && lexer.keepsUndefined()) {
            return "${" + name + (colon ? ":" : "") + operator + word + "}";
        }
        boolean absent = value instanceof Value.Undefined
                || colon && value instanceof Value.Known(String text) && text.isEmpty();
        String known = value instanceof Value.Known(String text) ? text : "";
        return switch (operator) {
            case '-' -> absent ? word : known;
            case '+' -> absent || value instanceof Value.Unknown ? "" : word;
            case '?' -> demanded(name, value, absent, word);
            default -> trimmed(operator, word, known);
        };
    }

    private static String demanded(String name, Value value, boolean absent, String word) throws Lexer.Refusal {
        if (!absent) return value instanceof Value.Known(String text) ? text : "";
        String plain = value instanceof Value.Undefined ? "is not allowed to be unset" : "is not allowed to be empty";
        throw new Lexer.Refusal(name + ": " + (word.isEmpty() ? plain : word));
    }

    private static String trimmed(char operator, String word, String value) throws Lexer.Refusal {
        boolean longest = !word.isEmpty() && word.charAt(0) == operator;
        Glob glob = new Glob(longest ? word.substring(1) : word);
        return operator == '#' ? glob.withoutPrefix(value, longest) : glob.withoutSuffix(value, longest);
    }

    private String replacing(String name) throws Lexer.Refusal {
        boolean all = lexer.peek() == '/';
        if (all) lexer.next();
        String pattern = until('/', true, "syntax error: missing '/' in ${}");
        String replacement = until('}', true, "syntax error: missing '}'");
        Value value = lexer.value(name);
        if (value instanceof Value.Undefined && lexer.keepsUndefined()) {
            return "${" + name + "/" + pattern + "/" + replacement + "}";
        }
        String known = value instanceof Value.Known(String text) ? text : "";
        return new Glob(pattern).replace(known, replacement, all);
    }

    private String until(char stop, boolean raw, String missing) throws Lexer.Refusal {
        try {
            return lexer.until(stop, raw).text();
        } catch (Lexer.Refusal refusal) {
            if (lexer.peek() == Lexer.END) throw new Lexer.Refusal(missing);
            throw refusal;
        }
    }
}

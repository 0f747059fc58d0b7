package io.devdoctor.format.compose;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Escapes in double quotes of a `.env`, as compose-go knows them; others stay as they are.
final class EnvEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([abfnrtv$\"\\\\]|0[0-3][0-7]{2})");

    private EnvEscapes() {}

    /// The text before its variables are replaced: an escaped dollar is `$$`.
    static String expanded(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found)));
    }

    private static String one(MatchResult found) {
        char c = found.group(1).charAt(0);
        return switch (c) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            case '$' -> "$$";
            case '0' -> String.valueOf((char) Integer.parseInt(found.group(1), 8));
            default -> String.valueOf(c);
        };
    }
}

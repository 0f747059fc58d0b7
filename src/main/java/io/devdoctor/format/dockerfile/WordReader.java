package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Splits arguments into words, quotes and escapes kept.
final class WordReader {
    private WordReader() {}

    /// By blanks alone, as EXPOSE, FROM, COPY, ADD and VOLUME do.
    static List<Word> byBlanks(LogicalLine rest) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < rest.length()) {
            while (at < rest.length() && LogicalLine.isDelimiter(rest.at(at))) at++;
            int start = at;
            while (at < rest.length() && !LogicalLine.isDelimiter(rest.at(at))) at++;
            if (at > start) words.add(rest.word(start, at));
        }
        return words;
    }

    /// With quotes and escapes, as ENV, LABEL and ARG do. A word is kept as written, but for an escape at the very end.
    static List<Word> quoted(LogicalLine rest, char escape) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < rest.length()) {
            if (LogicalLine.isBlank(rest.at(at))) {
                at++;
                continue;
            }
            int end = wordEnd(rest, at, escape);
            boolean cut = end == rest.length() && endsInEscape(rest, at, end, escape);
            if (!cut || end - 1 > at) words.add(rest.word(rest.text().substring(at, cut ? end - 1 : end), at, end));
            at = end;
        }
        return words;
    }

    private static int wordEnd(LogicalLine rest, int start, char escape) {
        char quote = 0;
        int at = start;
        while (at < rest.length()) {
            char c = rest.at(at);
            if (quote == 0 && LogicalLine.isBlank(c)) return at;
            if (c == escape && quote != '\'') {
                at = Math.min(rest.length(), at + 2);
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            at++;
        }
        return at;
    }

    /// Whether the last character is an escape that escapes nothing.
    private static boolean endsInEscape(LogicalLine rest, int start, int end, char escape) {
        char quote = 0;
        for (int at = start; at < end; at++) {
            char c = rest.at(at);
            if (c == escape && quote != '\'') {
                if (at == end - 1) return true;
                at++;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return false;
    }
}

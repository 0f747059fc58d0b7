package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Takes the flags off the beginning of an instruction's arguments.
final class FlagReader {
    private final LogicalLine line;
    private final List<Flag> flags = new ArrayList<>();
    private int at;

    private FlagReader(LogicalLine line) {
        this.line = line;
    }

    /// @param rest without blanks at both ends
    record Split(List<Flag> flags, LogicalLine rest) {}

    static Split split(LogicalLine line) {
        FlagReader reader = new FlagReader(line);
        reader.read();
        return new Split(reader.flags, line.from(reader.at).trimmed());
    }

    private void read() {
        while (true) {
            while (at < line.length() && LogicalLine.isBlank(line.at(at))) at++;
            if (!line.text().startsWith("--", at)) return;
            int start = at;
            String word = word();
            if (word.equals("--")) return;
            add(word, start);
        }
    }

    /// Quotes and backslashes count, whatever the escape directive says.
    private String word() {
        StringBuilder word = new StringBuilder();
        char quote = 0;
        while (at < line.length()) {
            char c = line.at(at);
            if (quote == 0 && LogicalLine.isBlank(c)) break;
            at++;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\') {
                if (at < line.length()) word.append(line.at(at++));
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    private void add(String word, int start) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        Word place = line.word(start, at);
        flags.add(new Flag(name, value, equals >= 0, place.span(), place.line()));
    }
}

package io.devdoctor.format;

import io.devdoctor.format.WslConfigProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of the grammar behind `=`: quotes, escapes, continued lines, trailing blanks.
final class WslConfigValueReader {
    /// Drive letter, UNC or a backslash path: where `\t` was hardly meant as a tab.
    private static final Pattern PATH =
            Pattern.compile("\"?([A-Za-z]:[\\\\/]|\\\\\\\\|%[A-Za-z]+%\\\\).*", Pattern.DOTALL);

    private final ConfigReader in;
    private final WslConfigFile file;
    private final WslConfigCollector found;
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private final StringBuilder controls = new StringBuilder();
    private int length;
    private int rawEnd;
    private int quoteAt;
    private int continuedAt;

    WslConfigValueReader(ConfigReader in, WslConfigFile file, WslConfigCollector found) {
        this.in = in;
        this.file = file;
        this.found = found;
    }

    /// Reads one value and hands the entry on; false when the line is bad.
    boolean read(String section, int badHeaderLine, Span keySpan) {
        int behindEquals = in.at();
        in.skipBlanks();
        int start = in.at();
        Optional<Problem> problem = scan(start);
        Span span = rawEnd == start ? new Span(behindEquals, behindEquals) : new Span(start, rawEnd);
        String key = in.text(keySpan.start(), keySpan.end());
        String raw = in.text(span.start(), span.end());
        var status = problem.isPresent() ? WslConfigEntry.Status.DROPPED : WslConfigEntry.Status.READ;
        int line = found.lineOf(keySpan.start());
        WslConfigEntry entry =
                found.entry(new WslConfigEntry(section, key, raw, decoded(), status, line, keySpan, span));
        if (problem.isPresent()) {
            report(problem.get(), key);
            return false;
        }
        traps(entry);
        new WslConfigJudge(file, found).judge(entry, badHeaderLine);
        return true;
    }

    private record Problem(Kind kind, int at, String argument) {}

    private void report(Problem problem, String key) {
        if (problem.kind == Kind.INVALID_ESCAPE) {
            found.problem(problem.kind, problem.at, key, problem.argument);
        } else {
            found.problem(problem.kind, problem.at, key);
        }
    }

    private Optional<Problem> scan(int start) {
        value.reset();
        controls.setLength(0);
        length = 0;
        rawEnd = start;
        quoteAt = -1;
        continuedAt = -1;
        while (!in.atLineEnd()) {
            int ch = in.current();
            if (ch == '#' && quoteAt < 0) {
                break;
            }
            int at = in.at();
            if (ch == '\\') {
                in.advance();
                if (!escape(at)) {
                    rawEnd = in.at();
                    return Optional.of(new Problem(Kind.INVALID_ESCAPE, at, in.shown()));
                }
            } else if (ch == '"') {
                quoteAt = quoteAt < 0 ? at : -1;
            } else {
                value.write(ch);
            }
            in.advance();
            if (ch != ' ' && ch != '\t') {
                length = value.size();
                rawEnd = in.at();
            }
        }
        return quoteAt < 0 ? Optional.empty() : Optional.of(new Problem(Kind.UNCLOSED_QUOTE, quoteAt, ""));
    }

    private boolean escape(int at) {
        switch (in.current()) {
            case '\\', '"' -> value.write(in.current());
            case 'b' -> control('\b', 'b');
            case 'n' -> control('\n', 'n');
            case 't' -> control('\t', 't');
            case '\n' -> continuedAt = at;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void control(int character, char letter) {
        value.write(character);
        if (controls.indexOf("\\" + letter) < 0) {
            controls.append('\\').append(letter);
        }
    }

    private void traps(WslConfigEntry entry) {
        boolean path = PATH.matcher(entry.rawValue()).matches();
        int start = entry.valueSpan().start();
        if (path && !controls.isEmpty()) {
            found.problem(Kind.ESCAPE_IN_PATH, start, entry.key(), entry.rawValue(), controls.toString());
        }
        if (path && continuedAt >= 0) {
            found.problem(Kind.SWALLOWED_LINE, continuedAt, entry.key());
        }
        byte[] bytes = value.toByteArray();
        if (isAscii(bytes)) {
            return;
        }
        if (!TextEncoding.isStrict(StandardCharsets.UTF_8, bytes, 0)) {
            found.problem(Kind.NOT_UTF_8_VALUE, start, entry.key());
        } else if (file.windows()) {
            found.problem(Kind.NON_ASCII_VALUE, start, entry.key(), entry.rawValue());
        }
    }

    /// Values end at a NUL. On Windows each UTF-16 unit is cut to its low byte, then read as UTF-8.
    private String decoded() {
        byte[] bytes = value.toByteArray();
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        if (!file.windows() || text.length() == end) {
            return text;
        }
        byte[] low = new byte[text.length()];
        for (int i = 0; i < low.length; i++) {
            low[i] = (byte) text.charAt(i);
        }
        return new String(low, StandardCharsets.UTF_8);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}

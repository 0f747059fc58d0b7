package io.devdoctor.format.compose;

import io.devdoctor.format.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of variables such as `.env`, as compose-go reads it: `export` is allowed, `#` behind a blank begins a
/// comment, double quotes and bare values hold variables, single quotes none, quoted values may go over lines, and
/// only double quotes know escapes.
///
/// @param faults lines (1-based) at which reading ends with an error; at most one
/// @param read   false = the file is there, and nobody read it
public record DotEnv(List<Entry> entries, List<Integer> faults, boolean read) {
    public static final DotEnv NONE = new DotEnv(List.of(), List.of());
    public static final DotEnv UNREAD = new DotEnv(List.of(), List.of(), false);
    private static final Pattern KEY =
            Pattern.compile("(?:export[ \\t]+)?([\\p{L}\\p{N}_.\\[\\]-]+)[ \\t]*([=:]|(?=\\r?\\n|\\z))");
    private static final int MOST_ENTRIES = 2_000;
    /// Variables that hold variables that hold variables grow fast.
    private static final int LONGEST = 32_768;

    public DotEnv {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    private DotEnv(List<Entry> entries, List<Integer> faults) {
        this(entries, faults, true);
    }

    /// @param known false = it holds a variable without a value, or takes it from the shell
    /// @param line  1-based
    /// @param key   where the name stands
    public record Entry(String name, String value, boolean known, int line, Span key) {}

    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).reduce((_, last) -> last);
    }

    /// @param shell variables that come first
    public static DotEnv parse(byte[] bytes, ComposeVariables shell) {
        if (bytes.length > YamlReader.MOST_BYTES) return new DotEnv(List.of(), List.of(1));
        return new Parsing(YamlText.of("", bytes).text(), shell).parse();
    }

    private static final class Parsing {
        private final String text;
        private final ComposeVariables shell;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, String> values = new HashMap<>();
        private int at;
        private int line = 1;
        private int counted;
        private int bytes;
        private int measured;

        Parsing(String text, ComposeVariables shell) {
            this.text = text;
            this.shell = shell;
            values.putAll(shell.values());
        }

        DotEnv parse() {
            Matcher key = KEY.matcher(text);
            while (skipped()) {
                if (entries.size() == MOST_ENTRIES
                        || !key.region(at, text.length()).lookingAt()) return faulty();
                int start = key.start(1);
                String name = key.group(1);
                Span span = new Span(offset(start), offset(key.end(1)));
                int here = line(start);
                at = key.end();
                if (key.group(2).isEmpty()) entries.add(new Entry(name, "", false, here, span));
                else if (!value(name, here, span)) return faulty();
            }
            return new DotEnv(entries, List.of());
        }

        private DotEnv faulty() {
            return new DotEnv(entries, List.of(line(at)));
        }

        /// Behind blanks and comments; false at the end.
        private boolean skipped() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '#') at = lineEnd();
                else if (!Character.isWhitespace(c)) return true;
                else at++;
            }
            return false;
        }

        private int lineEnd() {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        /// Positions are asked for in rising order, so that the text is counted once.
        private int line(int position) {
            for (; counted < position; counted++) {
                if (text.charAt(counted) == '\n') line++;
            }
            return line;
        }

        private int offset(int position) {
            while (measured < position) {
                int point = text.codePointAt(measured);
                bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                measured += Character.charCount(point);
            }
            return bytes;
        }

        private boolean value(String name, int here, Span span) {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
            char quote = at < text.length() ? text.charAt(at) : '\n';
            if (quote != '\'' && quote != '"') {
                String bare = text.substring(at, lineEnd());
                at = lineEnd();
                int comment = bare.indexOf(" #");
                add(name, (comment < 0 ? bare : bare.substring(0, comment)).stripTrailing(), true, here, span);
                return true;
            }
            Optional<String> quoted = quoted(quote);
            quoted.ifPresent(
                    text -> add(name, quote == '"' ? EnvEscapes.expanded(text) : text, quote == '"', here, span));
            return quoted.isPresent();
        }

        /// What stands in quotes, with escaped quotes plain and all else as it is; empty = they are not closed.
        private Optional<String> quoted(char quote) {
            StringBuilder found = new StringBuilder();
            for (int i = at + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == quote) {
                    at = i + 1;
                    return Optional.of(found.toString());
                }
                boolean escapes = c == '\\' && i + 1 < text.length();
                if (escapes) i++;
                if (escapes && text.charAt(i) != quote) found.append('\\');
                found.append(text.charAt(i));
            }
            return Optional.empty();
        }

        private void add(String name, String written, boolean expands, int here, Span span) {
            Interpolation.Outcome outcome = expands && written.indexOf('$') >= 0
                    ? Interpolation.of(written, new ComposeVariables(values, shell.defined()))
                    : new Interpolation.Outcome(written, true, List.of());
            boolean known = outcome.known() && outcome.text().length() <= LONGEST;
            entries.add(new Entry(name, known ? outcome.text() : written, known, here, span));
            if (known && !shell.values().containsKey(name)) values.put(name, outcome.text());
        }
    }
}

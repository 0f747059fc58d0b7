package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import io.devdoctor.text.Messages;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How findings stand on a terminal, wherever they come from: marks, wrapping, evidence, the line of counts.
record Sheet(Terminal terminal, Messages messages, Glyphs glyphs) {
    private static final String GAP = "   ";
    private static final int LONGEST = 300;
    /// Longer lines are hard to read.
    static final int WIDEST = 110;
    private static final int LINES = 4;
    private static final int DOCUMENT = 100;

    Sheet(Terminal terminal, Messages messages) {
        this(terminal, messages, Glyphs.of(terminal));
    }

    /// What is printed on it as a UTF-8 document, without colours.
    static byte[] document(Messages messages, Consumer<Sheet> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        BufferedReader nobody = new BufferedReader(Reader.nullReader());
        print.accept(new Sheet(new Terminal(nobody, out, out, false, false, false, DOCUMENT), messages));
        out.flush();
        return bytes.toByteArray();
    }

    void headline(String sentence) {
        String line = line(sentence);
        paragraph("", glyphs.strong(line), line);
    }

    void head(String margin, Verdict verdict, String title, String check) {
        String mark = glyphs.mark(verdict) + " ";
        String tag = "[" + messages.say("verdict." + verdict) + ", " + line(check) + "]";
        int indent = 2;
        List<String> lines = Columns.wrap(line(title), columns() - margin.length() - indent);
        String last = lines.getLast();
        boolean fits = margin.length() + indent + Columns.width(last + "  " + tag) <= columns();
        for (int i = 0; i < lines.size(); i++) {
            String before = i == 0 ? mark : " ".repeat(indent);
            String behind = fits && i == lines.size() - 1 ? "  " + glyphs.muted(tag) : "";
            terminal.out().println(margin + before + glyphs.strong(lines.get(i)) + behind);
        }
        if (!fits) terminal.out().println(margin + "  " + glyphs.muted(tag));
    }

    /// What could not be checked for the cause above.
    void unread(String margin, int count, String areas) {
        head(margin, Verdict.UNKNOWN, messages.say("cli.unread-beneath", count), areas);
    }

    void evidence(String margin, String what, String value, String place) {
        List<String> lines = Session.shown(value.strip())
                .lines()
                .limit(LINES)
                .map(Sheet::bounded)
                .toList();
        String first = messages.say("cli.evidence", line(what), lines.isEmpty() ? "" : lines.getFirst());
        String source = line(place);
        // A path or a command cannot be broken: where both do not fit on one line, it gets one of its own.
        boolean fits = Columns.width(margin + first + GAP + source) <= columns();
        terminal.out().println(margin + glyphs.muted(fits ? first + GAP + source : first));
        lines.stream().skip(1).forEach(more -> terminal.out().println(margin + "  " + glyphs.muted(more)));
        if (!fits) terminal.out().println(margin + "  " + glyphs.muted(source));
    }

    void summary(Map<Verdict, Integer> counts, int muted) {
        terminal.out().println(glyphs.rule(Math.min(terminal.width(), 60)));
        String summary = messages.say(
                "cli.summary",
                counts.getOrDefault(Verdict.PROBLEM, 0),
                counts.getOrDefault(Verdict.WARNING, 0),
                counts.getOrDefault(Verdict.UNKNOWN, 0),
                counts.getOrDefault(Verdict.INFO, 0),
                counts.getOrDefault(Verdict.OK, 0),
                counts.getOrDefault(Verdict.NOT_APPLICABLE, 0));
        body("", muted == 0 ? summary : messages.say("cli.summary.muted", summary, muted));
    }

    void body(String margin, String text) {
        paragraph(margin, null, text);
    }

    void gap() {
        terminal.out().println();
    }

    /// @param painted shown instead of the plain text where it fits on one line
    private void paragraph(String margin, @Nullable String painted, String text) {
        List<String> lines = Columns.wrap(text, columns() - margin.length());
        if (painted != null && lines.size() == 1) {
            terminal.out().println(margin + painted);
        } else {
            lines.forEach(line -> terminal.out().println(margin + line));
        }
    }

    private int columns() {
        return Math.min(terminal.width(), WIDEST);
    }

    /// One line, whatever the names in it hold.
    static String line(String text) {
        return bounded(Session.shownInLine(text));
    }

    /// A name of megabytes must not push everything else off the screen.
    private static String bounded(String line) {
        if (line.length() <= LONGEST) return line;
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}

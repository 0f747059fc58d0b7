package io.devdoctor.cli;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Messages;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An examination as a person reads it in a terminal at 2 a.m.: first what is wrong and why, then the proof, then what
/// to type. Names are shown, secrets are masked.
final class TextReport {
    private static final String INDENT = "    ";
    private static final String GAP = "   ";
    private static final int LONGEST = 1000;
    private static final int WIDEST = 110;
    private final Terminal terminal;
    private final Messages messages;
    private final Glyphs glyphs;

    TextReport(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
        this.glyphs = Glyphs.of(terminal);
    }

    /// The same text as a UTF-8 document, without colours.
    static byte[] document(ExaminationResult result, Messages messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        BufferedReader nobody = new BufferedReader(Reader.nullReader());
        new TextReport(new Terminal(nobody, out, out, false, false, false, 100), messages).print(result);
        out.flush();
        return bytes.toByteArray();
    }

    void print(ExaminationResult result) {
        headline(result);
        boolean lineOnly = false;
        for (Finding finding : inReadingOrder(result)) {
            boolean wasLineOnly = lineOnly;
            lineOnly = finding.verdict() == Verdict.UNKNOWN && result.causes().isConsequence(finding);
            if (!lineOnly || !wasLineOnly) terminal.out().println();
            print(finding, result);
        }
        terminal.out().println();
        MutedLines.of(result, messages, glyphs).forEach(line -> {
            String text = line.stripLeading();
            body(" ".repeat(line.length() - text.length()), text);
        });
        summary(result);
    }

    private void headline(ExaminationResult result) {
        String line = line(messages.say(result.headline().title()));
        paragraph("", glyphs.strong(line), line);
    }

    /// Illnesses with their consequences beneath, then what could not be checked, then information.
    static List<Finding> inReadingOrder(ExaminationResult result) {
        List<Finding> order = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO)) {
            for (Finding finding : result.findings()) {
                if (finding.verdict() != verdict || result.causes().isConsequence(finding)) continue;
                order.add(finding);
                result.causes().explainedBy(finding).stream()
                        .filter(follower -> !order.contains(follower))
                        .forEach(order::add);
            }
        }
        return order;
    }

    private void print(Finding finding, ExaminationResult result) {
        CauseGraph causes = result.causes();
        boolean consequence = causes.isConsequence(finding);
        String margin = consequence ? INDENT : "";
        String title = line(messages.say(finding.title()));
        head(margin, finding, title);
        // What could not be read for a known cause needs no more words here; the report has them.
        if (consequence && finding.verdict() == Verdict.UNKNOWN) return;
        body(margin + "  ", Session.shown(messages.say(finding.message())));
        if (consequence) {
            Finding cause = causes.causesOf(finding).getFirst();
            body(margin + "  ", line(messages.say("cli.caused-by", messages.say(cause.title()))));
        }
        for (Evidence evidence : finding.evidence()) evidence(margin + "  ", evidence);
        if (!consequence) finding.fixes().forEach(fix -> fix(margin + "  ", finding, fix, new FixTarget(result)));
    }

    private void head(String margin, Finding finding, String title) {
        String mark = glyphs.mark(finding.verdict()) + " ";
        String tag = "[" + messages.say("verdict." + finding.verdict()) + ", "
                + finding.check().id() + "]";
        List<String> lines = Columns.wrap(title, columns() - margin.length() - Columns.width(mark));
        String last = lines.getLast();
        boolean fits = Columns.width(margin + mark + last + "  " + tag) <= columns();
        for (int i = 0; i < lines.size(); i++) {
            String before = i == 0 ? mark : " ".repeat(Columns.width(mark));
            String behind = fits && i == lines.size() - 1 ? "  " + glyphs.muted(tag) : "";
            terminal.out().println(margin + before + glyphs.strong(lines.get(i)) + behind);
        }
        if (!fits) terminal.out().println(margin + "  " + glyphs.muted(tag));
    }

    private void evidence(String margin, Evidence evidence) {
        String value = evidence.words().map(messages::say).orElse(evidence.value());
        List<String> lines = Session.shown(value.strip())
                .lines()
                .limit(4)
                .map(TextReport::bounded)
                .toList();
        String what = line(messages.say(evidence.what()));
        String first = messages.say("cli.evidence", what, lines.isEmpty() ? "" : lines.getFirst());
        String place = line(messages.say(evidence.place()));
        // A path or a command cannot be broken: where both do not fit on one line, it gets one of its own.
        boolean fits = Columns.width(margin + first + GAP + place) <= columns();
        terminal.out().println(margin + glyphs.muted(fits ? first + GAP + place : first));
        lines.stream().skip(1).forEach(more -> terminal.out().println(margin + "  " + glyphs.muted(more)));
        if (!fits) terminal.out().println(margin + "  " + glyphs.muted(place));
    }

    private void fix(String margin, Finding finding, Fix fix, FixTarget target) {
        String command = "devdoctor fix " + finding.check().id()
                + target.options(finding, word -> FixTarget.quoted(line(word)))
                + (finding.fixes().size() > 1 ? " --fix " + fix.id() : "");
        body(margin, line(messages.say("cli.fix", messages.say(fix.title()))));
        if (fix.isManual()) fix.steps().forEach(step -> byHand(margin + "  ", step));
        else terminal.out().println(margin + "  " + command);
    }

    /// Without a command to type, the words are all there is.
    private void byHand(String margin, Step step) {
        if (!(step instanceof Step.Manual(var words, var opens))) return;
        body(margin, Session.shown(messages.say(words)));
        if (opens != null) body(margin, messages.say("cli.step.open", opens));
    }

    private void summary(ExaminationResult result) {
        Map<Verdict, Integer> counts = result.summary();
        terminal.out().println(glyphs.rule(Math.min(terminal.width(), 60)));
        String summary = messages.say(
                "cli.summary",
                counts.getOrDefault(Verdict.PROBLEM, 0),
                counts.getOrDefault(Verdict.WARNING, 0),
                counts.getOrDefault(Verdict.UNKNOWN, 0),
                counts.getOrDefault(Verdict.INFO, 0),
                counts.getOrDefault(Verdict.OK, 0),
                counts.getOrDefault(Verdict.NOT_APPLICABLE, 0));
        int muted = result.muted().size();
        terminal.out().println(muted == 0 ? summary : messages.say("cli.summary.muted", summary, muted));
    }

    private void body(String margin, String text) {
        paragraph(margin, null, text);
    }

    /// @param painted shown instead of the plain text where it fits on one line
    private void paragraph(String margin, @org.jspecify.annotations.Nullable String painted, String text) {
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

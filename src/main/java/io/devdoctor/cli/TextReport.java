package io.devdoctor.cli;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// An examination as a person reads it in a terminal at 2 a.m.: first what is wrong and why, then the proof, then what
/// to type. Names are shown, secrets are masked.
final class TextReport {
    private static final String INDENT = "    ";
    private final Terminal terminal;
    private final Messages messages;
    private final Glyphs glyphs;
    private final UnaryOperator<String> masked;

    TextReport(Terminal terminal, Messages messages, UnaryOperator<String> masked) {
        this.terminal = terminal;
        this.messages = messages;
        this.glyphs = Glyphs.of(terminal);
        this.masked = masked;
    }

    /// The same text as a UTF-8 document, without colours.
    static byte[] document(ExaminationResult result, Messages messages, UnaryOperator<String> masked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new TextReport(new Terminal(out, out, false, false, 100), messages, masked).print(result);
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
            print(finding, result.causes());
        }
        terminal.out().println();
        summary(result);
    }

    private void headline(ExaminationResult result) {
        String line = masked.apply(messages.say(result.headline().title()));
        paragraph("", glyphs.strong(line), line);
    }

    /// Illnesses with their consequences beneath, then what could not be checked, then information.
    private static List<Finding> inReadingOrder(ExaminationResult result) {
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

    private void print(Finding finding, CauseGraph causes) {
        boolean consequence = causes.isConsequence(finding);
        String margin = consequence ? INDENT : "";
        String title = masked.apply(messages.say(finding.title()));
        String head = glyphs.mark(finding.verdict()) + " " + glyphs.strong(title) + "  "
                + glyphs.muted("[" + messages.say("verdict." + finding.verdict()) + ", "
                        + finding.check().id() + "]");
        terminal.out().println(margin + head);
        // What could not be read for a known cause needs no more words here; the report has them.
        if (consequence && finding.verdict() == Verdict.UNKNOWN) return;
        body(margin + "  ", masked.apply(messages.say(finding.message())));
        if (consequence) {
            Finding cause = causes.causesOf(finding).getFirst();
            body(margin + "  ", messages.say("cli.caused-by", masked.apply(messages.say(cause.title()))));
        }
        for (Evidence evidence : finding.evidence()) evidence(margin + "  ", evidence);
        if (!consequence) finding.fixes().forEach(fix -> fix(margin + "  ", finding, fix));
    }

    private void evidence(String margin, Evidence evidence) {
        String value = masked.apply(evidence.value()).strip();
        List<String> lines = value.lines().limit(4).toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        terminal.out()
                .println(margin
                        + glyphs.muted(masked.apply(messages.say(evidence.what())) + ": " + printable(first) + "   "
                                + masked.apply(evidence.source().what())));
        lines.stream().skip(1).forEach(line -> terminal.out().println(margin + "  " + glyphs.muted(printable(line))));
    }

    private void fix(String margin, Finding finding, Fix fix) {
        String subject = finding.subject().name();
        String command = "devdoctor fix " + finding.check().id()
                + (subject.isEmpty() ? "" : " --subject " + quoted(masked.apply(subject)))
                + (finding.fixes().size() > 1 ? " --fix " + fix.id() : "");
        terminal.out().println(margin + messages.say("cli.fix", masked.apply(messages.say(fix.title()))));
        if (!fix.isManual()) terminal.out().println(margin + "  " + command);
    }

    private void summary(ExaminationResult result) {
        Map<Verdict, Integer> counts = result.summary();
        terminal.out().println(glyphs.rule(Math.min(terminal.width(), 60)));
        terminal.out()
                .println(messages.say(
                        "cli.summary",
                        counts.getOrDefault(Verdict.PROBLEM, 0),
                        counts.getOrDefault(Verdict.WARNING, 0),
                        counts.getOrDefault(Verdict.UNKNOWN, 0),
                        counts.getOrDefault(Verdict.INFO, 0),
                        counts.getOrDefault(Verdict.OK, 0),
                        counts.getOrDefault(Verdict.NOT_APPLICABLE, 0)));
    }

    private void body(String margin, String text) {
        paragraph(margin, null, text);
    }

    /// @param painted shown instead of the plain text where it fits on one line
    private void paragraph(String margin, @org.jspecify.annotations.Nullable String painted, String text) {
        List<String> lines = Columns.wrap(text, Math.min(terminal.width(), 110) - margin.length());
        if (painted != null && lines.size() == 1) {
            terminal.out().println(margin + painted);
        } else {
            lines.forEach(line -> terminal.out().println(margin + printable(line)));
        }
    }

    /// Control characters of hostile names must not reach the terminal.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
    }
}

package io.devdoctor.cli;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.report.FixTarget;
import io.devdoctor.text.Messages;

/// An examination as a person reads it in a terminal at 2 a.m.: first what is wrong and why, then the proof, then what
/// to type. Names are shown, secrets are masked.
final class TextReport {
    private static final String INDENT = "    ";
    private final Messages messages;
    private final Sheet sheet;

    TextReport(Sheet sheet, Messages messages) {
        this.messages = messages;
        this.sheet = sheet;
    }

    /// The same text as a UTF-8 document, without colours.
    static byte[] document(ExaminationResult result, Messages messages) {
        return Sheet.document(messages, sheet -> new TextReport(sheet, messages).print(result));
    }

    void print(ExaminationResult result) {
        sheet.headline(messages.say(result.headline().title()));
        boolean lineOnly = false;
        for (Told told : Told.inReadingOrder(result)) {
            boolean wasLineOnly = lineOnly;
            lineOnly = isLineOnly(told, result);
            if (!lineOnly || !wasLineOnly) sheet.gap();
            switch (told) {
                case Told.One(Finding finding) -> print(finding, result);
                case Told.Unread unread ->
                    sheet.unread(INDENT, unread.findings().size(), unread.areas());
            }
        }
        sheet.gap();
        MutedLines.of(result, messages, sheet.glyphs()).forEach(line -> {
            String text = line.stripLeading();
            sheet.body(" ".repeat(line.length() - text.length()), text);
        });
        sheet.summary(result.summary(), result.muted().size());
    }

    private static boolean isLineOnly(Told told, ExaminationResult result) {
        return switch (told) {
            case Told.One(Finding finding) ->
                finding.verdict() == Verdict.UNKNOWN && result.causes().isConsequence(finding);
            case Told.Unread _ -> true;
        };
    }

    private void print(Finding finding, ExaminationResult result) {
        CauseGraph causes = result.causes();
        boolean consequence = causes.isConsequence(finding);
        String margin = consequence ? INDENT : "";
        sheet.head(
                margin,
                finding.verdict(),
                messages.say(finding.title()),
                finding.check().id());
        // What could not be read for a known cause needs no more words here; the report has them.
        if (consequence && finding.verdict() == Verdict.UNKNOWN) return;
        sheet.body(margin + "  ", Session.shown(messages.say(finding.message())));
        if (consequence) {
            Finding cause = causes.causesOf(finding).getFirst();
            sheet.body(margin + "  ", Sheet.line(messages.say("cli.caused-by", messages.say(cause.title()))));
        }
        for (Evidence evidence : finding.evidence()) {
            String value = evidence.words().map(messages::say).orElse(evidence.value());
            sheet.evidence(margin + "  ", messages.say(evidence.what()), value, messages.say(evidence.place()));
        }
        if (!consequence) finding.fixes().forEach(fix -> fix(margin + "  ", finding, fix, new FixTarget(result)));
    }

    private void fix(String margin, Finding finding, Fix fix, FixTarget target) {
        String command = target.command(finding, fix, Sheet::line);
        sheet.body(margin, Sheet.line(messages.say("cli.fix", messages.say(fix.title()))));
        if (fix.isManual()) fix.steps().forEach(step -> byHand(margin + "  ", step));
        else sheet.terminal().out().println(margin + "  " + command);
    }

    /// Without a command to type, the words are all there is.
    private void byHand(String margin, Step step) {
        if (!(step instanceof Step.Manual(var words, var opens))) return;
        sheet.body(margin, Session.shown(messages.say(words)));
        if (opens != null) sheet.body(margin, messages.say("report.fix.open", opens));
    }
}

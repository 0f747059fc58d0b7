package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Messages;
import java.util.List;

/// What is wrong, one line each, causes before what follows from them; nothing where nothing is wrong.
record ShortReport(Session session, Messages messages) {
    private static final String INDENT = "    ";

    void print(ExaminationResult result) {
        Glyphs glyphs = Glyphs.of(session.terminal());
        for (Told told : Told.inReadingOrder(result)) {
            switch (told) {
                case Told.One(Finding finding) -> {
                    if (finding.verdict().rank() < Verdict.UNKNOWN.rank()) continue;
                    String margin = result.causes().isConsequence(finding) ? INDENT : "";
                    session.terminal().out().println(margin + glyphs.mark(finding.verdict()) + " " + line(finding));
                }
                case Told.Unread unread ->
                    session.terminal()
                            .out()
                            .println(INDENT + glyphs.mark(Verdict.UNKNOWN) + " "
                                    + tagged(
                                            messages.say(
                                                    "cli.unread-beneath",
                                                    unread.findings().size()),
                                            Verdict.UNKNOWN,
                                            unread.areas()));
            }
        }
    }

    private String line(Finding finding) {
        return tagged(
                messages.say(finding.title()),
                finding.verdict(),
                finding.check().id());
    }

    private String tagged(String title, Verdict verdict, String what) {
        return Sheet.line(title) + "  [" + String.join(", ", List.of(messages.say("verdict." + verdict), what)) + "]";
    }
}

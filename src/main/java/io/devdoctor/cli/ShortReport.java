package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Messages;
import java.util.List;

/// What is wrong, one line each, causes before what follows from them; nothing where nothing is wrong.
record ShortReport(Session session, Messages messages) {

    void print(ExaminationResult result) {
        Glyphs glyphs = Glyphs.of(session.terminal());
        for (Finding finding : TextReport.inReadingOrder(result)) {
            if (finding.verdict().rank() < Verdict.UNKNOWN.rank()) continue;
            String margin = result.causes().isConsequence(finding) ? "    " : "";
            session.terminal().out().println(margin + glyphs.mark(finding.verdict()) + " " + line(finding));
        }
    }

    private String line(Finding finding) {
        return Sheet.line(messages.say(finding.title())) + "  ["
                + String.join(
                        ", ",
                        List.of(
                                messages.say("verdict." + finding.verdict()),
                                finding.check().id()))
                + "]";
    }
}

package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found and somebody does not want to hear of: two lines each, the worst first.
final class MutedLines {
    /// A project that mutes a hundred findings would push the others off the screen; every report has them all.
    private static final int MOST = 12;

    private MutedLines() {}

    static List<String> of(ExaminationResult result, Messages messages, Glyphs glyphs) {
        List<Finding> muted = result.muted().stream()
                .sorted(Comparator.comparingInt(
                        finding -> -finding.unmuted().verdict().rank()))
                .toList();
        List<String> lines = new ArrayList<>();
        if (muted.isEmpty()) return lines;
        lines.add(messages.say("cli.muted", muted.size()));
        for (Finding finding : muted.stream().limit(MOST).toList()) {
            String title = Sheet.line(messages.say(finding.title()));
            String verdict = messages.say("verdict." + finding.unmuted().verdict());
            lines.add("  " + title
                    + glyphs.muted("  [" + verdict + ", " + finding.check().id() + "]"));
            finding.muted()
                    .map(Muted::sentence)
                    .ifPresent(sentence -> lines.add("    " + Sheet.line(messages.say(sentence))));
        }
        if (muted.size() > MOST) lines.add("  " + messages.say("cli.muted.more", muted.size() - MOST));
        lines.add("");
        return lines;
    }
}

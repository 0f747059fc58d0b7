package io.devdoctor.cli;

import io.devdoctor.repair.Remaining;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// What taking an entry back would put back, and what stands in its way.
final class UndoText {
    private UndoText() {}

    static List<String> of(UndoPlan plan, Messages messages, int columns) {
        List<String> lines = new ArrayList<>();
        if (plan.conflicts().isEmpty()) {
            Remaining.toTakeBack(plan).ifPresent(back -> lines.addAll(PreviewText.ofUndo(back, messages, columns)));
        }
        plan.staying().forEach(step -> {
            lines.add(messages.say("cli.undo.stays"));
            lines.addAll(PreviewText.of(step, messages));
        });
        plan.refusal().ifPresent(why -> {
            if (!lines.isEmpty()) lines.add("");
            lines.add(messages.say(why));
        });
        ConflictText text = new ConflictText(messages);
        plan.conflicts().forEach(conflict -> lines.addAll(text.of(conflict)));
        return lines;
    }
}

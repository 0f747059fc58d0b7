package io.devdoctor.cli;

import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryStory;
import io.devdoctor.text.Messages;
import java.util.List;

/// One entry of the journal in a list.
final class EntryLines {
    private EntryLines() {}

    static List<String> of(Entry entry, Messages messages) {
        return List.of(entry.id(), "  " + summary(entry, messages));
    }

    /// When, who asked, what, and what became of it.
    static String summary(Entry entry, Messages messages) {
        String undo = entry.canUndo() ? ", " + messages.say("preview.can-undo") : "";
        String who = entry.isTold() ? messages.say(EntryStory.asker(entry.asker())) + "  " : "";
        return messages.format().moment(entry.at()) + "  " + who + messages.say(entry.title()) + "  ["
                + messages.say("entry.state." + entry.state()) + undo + "]";
    }

    static boolean isUnfinished(Entry entry) {
        return entry.isUnfinished();
    }
}

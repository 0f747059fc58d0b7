package io.devdoctor.cli;

import io.devdoctor.repair.Entry;
import io.devdoctor.text.Messages;
import java.util.List;

/// One entry of the journal in a list.
final class EntryLines {
    private EntryLines() {}

    static List<String> of(Entry entry, Messages messages) {
        return List.of(
                entry.id(),
                "  " + messages.format().moment(entry.at()) + "  " + messages.say(entry.title()) + "  ["
                        + messages.say("entry.state." + entry.state())
                        + (entry.canUndo() ? ", " + messages.say("preview.can-undo") : "") + "]");
    }

    static boolean isUnfinished(Entry entry) {
        return entry.state() == Entry.State.UNFINISHED || entry.state() == Entry.State.UNDO_UNFINISHED;
    }
}

package io.devdoctor.cli;

import io.devdoctor.fix.Preview;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryStory;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One entry of the journal in a list.
final class EntryLines {
    private EntryLines() {}

    static List<String> of(Entry entry, Messages messages) {
        List<String> lines = new ArrayList<>(List.of(entry.id(), "  " + summary(entry, messages)));
        List<String> places = places(entry).distinct().toList();
        if (!places.isEmpty()) {
            String first = places.getFirst();
            int more = places.size() - 1;
            lines.add("  " + (more == 0 ? first : messages.say("history.places", first, more)));
        }
        return lines;
    }

    /// What was changed; where the record does not say it any more, what it was about.
    private static Stream<String> places(Entry entry) {
        if (!entry.steps().isEmpty()) {
            // Things before commands: what was changed says more than what was run for it.
            return entry.steps().stream()
                    .flatMap(done -> EntryReport.named(Preview.of(done.step())))
                    .sorted(Comparator.comparing(name -> name.startsWith("> ")));
        }
        return entry.cures().stream()
                .map(cure -> cure.finding().subject().name())
                .filter(name -> !name.isEmpty());
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

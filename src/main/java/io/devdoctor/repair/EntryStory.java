package io.devdoctor.repair;

import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An entry of the journal as it went, sentence by sentence, for the window and the terminal.
public final class EntryStory {
    /// What the journal writes before a colon when a file could not be changed.
    private static final Set<String> REASONS = Set.of("NO_SPACE", "READ_ONLY", "DENIED");

    private EntryStory() {}

    /// @param detail technical: bytes written, a tool's exit code and words; "" = nothing
    /// @param seen   what the checks said then
    public record Line(Instant at, Text text, String detail, List<Sighting> seen) {
        public Line {
            seen = List.copyOf(seen);
        }
    }

    /// Oldest first.
    public static List<Line> of(Entry entry) {
        List<Line> lines = new ArrayList<>();
        if (entry.isTold()) {
            lines.add(line(entry.at(), Text.of("story.begun", asker(entry.asker()))));
        }
        boolean undoing = false;
        for (EntryEvent event : entry.events()) {
            lines.add(
                    undoing && event instanceof EntryEvent.Ended ended && !isTakenBack(ended)
                            ? failed(ended)
                            : of(event));
            undoing = event instanceof EntryEvent.UndoBegun || (undoing && !(event instanceof EntryEvent.Ended));
        }
        return List.copyOf(lines);
    }

    private static boolean isTakenBack(EntryEvent.Ended ended) {
        return switch (ended.state()) {
            case UNDONE, PARTLY_UNDONE, ROLLED_BACK -> true;
            case UNFINISHED, CURED, PENDING, NOT_CURED, HANDED_OVER, DECLINED, FAILED, CHANGED_MEANWHILE -> false;
            case UNDO_UNFINISHED, NEVER_BEGUN, UNREADABLE -> false;
        };
    }

    /// After an undo that did not come through, an entry is again what it was before.
    private static Line failed(EntryEvent.Ended ended) {
        String reason = ended.proof().replaceAll("(?s):.*", "");
        Text text = REASONS.contains(reason)
                ? Text.of("story.undo-failed.why", state(ended.state()), Text.of("story.reason." + reason))
                : Text.of("story.undo-failed", state(ended.state()));
        return new Line(ended.at(), text, ended.proof(), ended.seen());
    }

    public static Text asker(Asker asker) {
        return Text.of("asker." + asker.name());
    }

    private static Line of(EntryEvent event) {
        return switch (event) {
            case EntryEvent.OfStep(Instant at, int number, var progress, String detail) ->
                new Line(at, Text.of("story.step." + progress.name(), number), detail, List.of());
            case EntryEvent.UndoBegun(Instant at, var asker) ->
                line(at, Text.of("story.undo", asker.map(EntryStory::asker).orElse(Text.of("asker.UNKNOWN"))));
            case EntryEvent.Ended(Instant at, var state, String proof, List<Sighting> seen) ->
                new Line(at, Text.of("story.ended", state(state)), seen.isEmpty() ? proof : "", seen);
        };
    }

    private static Text state(Entry.State state) {
        return Text.of("entry.state." + state.name());
    }

    private static Line line(Instant at, Text text) {
        return new Line(at, text, "", List.of());
    }
}

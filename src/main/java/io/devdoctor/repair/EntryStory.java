package io.devdoctor.repair;

import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An entry of the journal as it went, sentence by sentence, for the window and the terminal.
public final class EntryStory {
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
        entry.events().forEach(event -> lines.add(of(event)));
        return List.copyOf(lines);
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

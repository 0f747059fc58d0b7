package io.devdoctor.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The records after an intent, and what follows from them.
record EntryEvents(List<EntryEvent> list) {

    static EntryEvents read(List<JsonNode> records) {
        List<EntryEvent> events = new ArrayList<>();
        for (JsonNode next : records) {
            Instant at = Instant.parse(next.path("at").asString());
            switch (next.path("record").asString("")) {
                case "step" ->
                    events.add(new EntryEvent.OfStep(
                            at,
                            next.path("number").asInt(),
                            Entry.Progress.valueOf(next.path("progress").asString()),
                            next.path("detail").asString("")));
                case "undo" -> events.add(new EntryEvent.UndoBegun(at, asker(next)));
                case "outcome" ->
                    events.add(new EntryEvent.Ended(
                            at,
                            Entry.State.valueOf(next.path("state").asString()),
                            next.path("proof").asString(""),
                            next.path("seen").valueStream().map(Sighting::read).toList()));
                default -> {
                    // A newer DevDoctor may write more kinds of records.
                }
            }
        }
        return new EntryEvents(List.copyOf(events));
    }

    private static Optional<Asker> asker(JsonNode undo) {
        return Optional.of(undo.path("asker").asString(""))
                .filter(asker -> !asker.isEmpty())
                .map(Asker::valueOf);
    }

    Entry.State state() {
        Entry.State state = Entry.State.UNFINISHED;
        for (EntryEvent event : list) {
            if (event instanceof EntryEvent.UndoBegun) state = Entry.State.UNDO_UNFINISHED;
            if (event instanceof EntryEvent.Ended ended) state = ended.state();
        }
        return state;
    }

    String proof() {
        return list.reversed().stream()
                .filter(EntryEvent.Ended.class::isInstance)
                .map(event -> ((EntryEvent.Ended) event).proof())
                .findFirst()
                .orElse("");
    }

    /// How far a step came; its last record decides.
    Entry.Progress progress(int number) {
        Entry.Progress progress = Entry.Progress.PLANNED;
        for (EntryEvent event : list) {
            if (event instanceof EntryEvent.OfStep step && step.number() == number) progress = step.progress();
        }
        return progress;
    }
}

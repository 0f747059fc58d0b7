package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// What taking an entry back would do now. Found by looking; nothing is changed.
///
/// @param back      what is put back, newest first, each step as the entry did it
/// @param staying   what was done and nothing takes back
/// @param conflicts what is no longer as the entry left it; any of them prevents the undo
/// @param first     a later entry that stands there now, and is to be undone before
/// @param obstacle  why it would fail; empty where nothing speaks against it
public record UndoPlan(
        Entry entry,
        List<Step> back,
        List<Step> staying,
        List<Conflict> conflicts,
        Optional<Entry> first,
        Optional<Text> obstacle) {
    public UndoPlan {
        back = List.copyOf(back);
        staying = List.copyOf(staying);
        conflicts = List.copyOf(conflicts);
    }

    static UndoPlan impossible(Entry entry, Text why) {
        return new UndoPlan(entry, List.of(), List.of(), List.of(), Optional.empty(), Optional.of(why));
    }

    /// Why it is not possible now; empty if it is.
    public Optional<Text> refusal() {
        if (obstacle.isPresent()) return obstacle;
        return conflicts.isEmpty() ? Optional.empty() : Optional.of(words(conflicts, first));
    }

    static Text words(List<Conflict> conflicts, Optional<Entry> first) {
        return first.map(later ->
                        Text.of("outcome.undo.changed-later", OutcomeText.names(conflicts), later.title(), later.id()))
                .orElseGet(() -> Text.of("outcome.undo.changed", OutcomeText.names(conflicts)));
    }
}

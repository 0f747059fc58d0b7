package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the journal holds, both languages have the words for it.
class HistoryWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEntryCanBeTold(Language language) {
        Messages messages = Messages.of(language);
        List<String> keys = new ArrayList<>();
        for (Entry.State state : Entry.State.values()) {
            for (Asker asker : Asker.values()) {
                for (String proof : List.of("", "NO_SPACE: java.io.IOException", "READ_ONLY: x", "DENIED: x")) {
                    keys.addAll(keys(entry(state, asker, proof)));
                }
            }
            keys.add("entry.state." + state);
        }
        for (Entry.Progress progress : Entry.Progress.values()) keys.add("desktop.step." + progress);
        for (Verdict verdict : Verdict.values()) keys.add("verdict." + verdict);
        for (Effect effect : Effect.values()) keys.add("effect." + effect);
        assertThat(keys).hasSizeGreaterThan(60).allMatch(messages::has);
    }

    /// An undo that did not come through leaves the entry as it was, which is no success.
    @Test
    void aFailedUndoSaysThatItFailed() {
        Entry failed = entry(Entry.State.CURED, Asker.DESKTOP, "NO_SPACE: java.io.IOException: No space left");
        assertThat(Messages.of(Language.ENGLISH)
                        .say(EntryStory.of(failed).getLast().text()))
                .isEqualTo("Undo failed, as the disk is full; the change stays: fixed");
        assertThat(keys(entry(Entry.State.CURED, Asker.DESKTOP, ""))).contains("story.undo-failed");
        assertThat(keys(entry(Entry.State.UNDONE, Asker.DESKTOP, ""))).contains("story.ended");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void numbersAreWritten(Language language) {
        Messages messages = Messages.of(language);
        Holdings holdings = new Holdings(2500, 300L << 20, 2000, 256L << 20, 1, 12, Optional.of(NOW));
        List<String> told =
                HoldingsText.of(holdings).stream().map(messages::say).toList();
        assertThat(told).hasSize(4);
        assertThat(told.getFirst()).contains("2,500", "300 MB", "256 MB");
        assertThat(told.get(1)).contains("12", "2026-11-");
        assertThat(told.getLast()).contains("2,000", "devdoctor history --forget ENTRY");
        assertThat(told).noneMatch(line -> line.contains("{"));
    }

    private static List<String> keys(Entry entry) {
        return EntryStory.of(entry).stream()
                .flatMap(line -> keys(line.text()).stream())
                .toList();
    }

    private static List<String> keys(Text text) {
        List<String> keys = new ArrayList<>(List.of(text.key()));
        text.args().forEach(arg -> {
            if (arg instanceof Text.Arg.Nested(Text nested)) keys.addAll(keys(nested));
        });
        return keys;
    }

    /// One step that went through everything, an undo by somebody and one by nobody known, an end.
    private static Entry entry(Entry.State state, Asker asker, String proof) {
        List<EntryEvent> events = new ArrayList<>();
        for (Entry.Progress progress : Entry.Progress.values()) {
            events.add(new EntryEvent.OfStep(NOW, 1, progress, ""));
        }
        events.add(new EntryEvent.UndoBegun(NOW, Optional.of(asker)));
        events.add(new EntryEvent.UndoBegun(NOW, Optional.empty()));
        events.add(new EntryEvent.Ended(NOW, state, proof, List.of()));
        return new Entry(
                "20261120T080000000Z-x",
                NOW,
                asker,
                "test/x",
                List.of(new Entry.Cure(
                        new Finding.Key("test.file", Subject.MACHINE), Verdict.PROBLEM, Text.of("test.fix"), "test/x")),
                Text.of("test.fix"),
                Set.of(),
                TakesEffect.NOW,
                List.of(),
                state,
                "",
                events);
    }
}

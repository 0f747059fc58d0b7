package io.devdoctor.desktop.model;

import io.devdoctor.check.Verdict;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An earlier examination at a glance.
///
/// @param counts findings per verdict, without those that were muted
public record PastRun(HistoryStore.Entry entry, Map<Verdict, Integer> counts, String headline) {
    public PastRun {
        counts = Map.copyOf(counts);
    }

    public static PastRun of(HistoryStore.Entry entry, Language language) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        Archive.counted().forEach(verdict -> counts.put(verdict, Archive.count(entry, verdict)));
        return new PastRun(entry, counts, Archive.headline(entry, language));
    }

    public Instant at() {
        return entry.at();
    }

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /// A line of the list by days.
    public sealed interface Line {
        record Day(LocalDate day) implements Line {}

        record Run(PastRun run) implements Line {}
    }

    /// @param runs newest first
    public static List<Line> byDay(List<PastRun> runs, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (PastRun run : runs) {
            LocalDate day = LocalDate.ofInstant(run.at(), zone);
            if (!day.equals(last)) lines.add(new Line.Day(day));
            lines.add(new Line.Run(run));
            last = day;
        }
        return List.copyOf(lines);
    }
}

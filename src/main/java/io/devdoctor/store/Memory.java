package io.devdoctor.store;

import java.util.List;
import java.util.Optional;

/// What is remembered from one start to the next.
///
/// @param historySize how many examinations are kept
public record Memory(
        List<String> recentRecordings, Optional<Settings.Bounds> window, Mutes mutes, int historySize, Export export) {
    /// How the last report was exported; empty words for what nobody chose.
    ///
    /// @param format as its files end
    /// @param leftOut ids of sections
    public record Export(String format, List<String> leftOut) {
        static final Export DEFAULT = new Export("", List.of());

        public Export {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// What is offered.
    public static final List<Integer> HISTORY_SIZES = List.of(20, 50, 100, 300, 1000);

    static final Memory EMPTY = new Memory(List.of(), Optional.empty(), Mutes.NONE, 100, Export.DEFAULT);

    public Memory {
        recentRecordings = List.copyOf(recentRecordings);
        if (!HISTORY_SIZES.contains(historySize)) historySize = 100;
    }

    public Memory withRecentRecordings(List<String> next) {
        return new Memory(next, window, mutes, historySize, export);
    }

    public Memory withWindow(Settings.Bounds next) {
        return new Memory(recentRecordings, Optional.of(next), mutes, historySize, export);
    }

    public Memory withMutes(Mutes next) {
        return new Memory(recentRecordings, window, next, historySize, export);
    }

    public Memory withHistorySize(int next) {
        return new Memory(recentRecordings, window, mutes, next, export);
    }

    public Memory withExport(Export next) {
        return new Memory(recentRecordings, window, mutes, historySize, next);
    }
}

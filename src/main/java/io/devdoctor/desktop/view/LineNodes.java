package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.FindingGroups;
import io.devdoctor.desktop.model.Line;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Makes the nodes of lines.
final class LineNodes {
    private static final double TITLE = 46;
    private static final double LOW = 39;
    private static final double HIGH = 53;
    private final Workbench bench;
    private final Runnable showFixes;

    LineNodes(Workbench bench, Runnable showFixes) {
        this.bench = bench;
        this.showFixes = showFixes;
    }

    Region node(Line line) {
        return switch (line) {
            case Line.Title title -> new TitleRow(bench, title, () -> toggle(title));
            case Line.Entry entry -> new FindingRow(bench, entry, showFixes);
            case Line.Fold fold -> new FoldRow(bench, fold, () -> toggle(fold));
        };
    }

    double guess(Line line) {
        return switch (line) {
            case Line.Title _ -> TITLE;
            case Line.Fold _ -> LOW;
            case Line.Entry entry ->
                entry.finding().filter(it -> it.verdict().isIllness()).isPresent() ? HIGH : LOW;
        };
    }

    void toggle(Line.Title title) {
        if (title.canFold()) bench.window().unfold(title.heading(), !title.open());
    }

    void toggle(Line.Fold fold) {
        if (!bench.window().opened().remove(fold.cause()))
            bench.window().opened().add(fold.cause());
    }

    /// The check of which a line tells.
    static Optional<String> check(Line line) {
        return line instanceof Line.Entry entry
                ? Optional.of(FindingGroups.checkOf(entry.row()).id())
                : Optional.empty();
    }
}

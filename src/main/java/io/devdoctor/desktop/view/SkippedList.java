package io.devdoctor.desktop.view;

import io.devdoctor.repair.Plan;
import java.util.List;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// What a plan leaves alone and why, folded; each leads to its own fix.
final class SkippedList extends TitledPane {
    /// @param showFixes brings the fixes of the chosen finding into view
    SkippedList(Workbench bench, List<Plan.Skipped> skipped, Runnable showFixes) {
        setId("plan-skipped");
        setText(bench.say("desktop.plan.skipped", skipped.size()));
        setExpanded(false);
        setAnimated(false);
        VBox rows = new VBox();
        rows.getStyleClass().add("rows");
        for (Plan.Skipped each : skipped) {
            FindingLink link = new FindingLink(
                    bench, each.finding(), each.finding().fixes().isEmpty() ? () -> {} : showFixes);
            Prose words = new Prose(bench.wording().say(each.words()), "text-muted");
            words.getStyleClass().add("cure-words");
            VBox row = new VBox(link, words);
            row.getStyleClass().add("skipped");
            rows.getChildren().add(row);
        }
        setContent(rows);
    }
}

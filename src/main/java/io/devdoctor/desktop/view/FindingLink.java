package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import java.util.Optional;
import javafx.scene.control.Hyperlink;

/// A finding by its title; shows it beside.
final class FindingLink extends Hyperlink {
    /// @param then after it is shown
    FindingLink(Workbench bench, Finding finding, Runnable then) {
        super(bench.wording().say(finding.title()));
        setGraphic(new VerdictIcon(Optional.of(finding.verdict())));
        setWrapText(true);
        setMnemonicParsing(false);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleText(bench.say("verdict." + finding.verdict().name()) + ": " + getText());
        setOnAction(_ -> {
            setVisited(false);
            bench.window().reveal(finding);
            then.run();
        });
    }
}

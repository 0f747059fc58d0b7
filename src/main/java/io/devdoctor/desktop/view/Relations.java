package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.examination.CauseGraph;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a finding comes from and what comes from it. These change while findings arrive, all else in the detail stays.
final class Relations extends VBox {
    private final Workbench bench;
    private Related shown = new Related(List.of(), List.of(), "");

    /// The findings of which the causes are known, and these: to ask thousands takes long.
    private List<Finding> known = List.of();
    private CauseGraph causes = CauseGraph.of(List.of());

    private record Related(List<Finding> because, List<Finding> explains, String language) {}

    Relations(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("relations");
        setId("relations");
        setVisible(false);
        setManaged(false);
    }

    void show(Optional<Finding> finding) {
        follow(bench.examinations().state().get());
        Related next = new Related(
                finding.map(causes::causesOf).orElse(List.of()),
                finding.map(causes::explainedBy).orElse(List.of()),
                bench.wording().language().name());
        if (next.equals(shown)) return;
        shown = next;
        getChildren().clear();
        add("desktop.caused-by", next.because());
        add("desktop.explains", next.explains());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void follow(RunState run) {
        List<Finding> now = run.findings();
        if (run.result().isEmpty() && now.equals(known)) return;
        known = now;
        causes = run.causes();
    }

    private void add(String titleKey, List<Finding> findings) {
        if (findings.isEmpty()) return;
        VBox links = new VBox();
        findings.forEach(finding -> links.getChildren().add(new FindingLink(bench, finding, () -> {})));
        getChildren().add(section(bench.say(titleKey), links));
    }

    static VBox section(String words, Node body) {
        Label title = new Label(words);
        title.getStyleClass().add("section-title");
        VBox section = new VBox(title, body);
        section.getStyleClass().add("section");
        return section;
    }
}

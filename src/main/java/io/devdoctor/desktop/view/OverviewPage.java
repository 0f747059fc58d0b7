package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RunState;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The middle of the window: headline, pictures, findings; or one area; or what a search found.
final class OverviewPage extends ScrollPane {
    private final Workbench bench;
    private final FindingList list;
    private final Runnable showFixes;
    private final VBox content = new VBox();

    OverviewPage(Workbench bench, Runnable showFixes) {
        this.bench = bench;
        this.showFixes = showFixes;
        this.list = new FindingList(bench, showFixes);
        getStyleClass().add("overview");
        setId("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.examinations().state().subscribe(this::render);
        bench.wording().whenever(this::renderAnew);
        bench.window().query().subscribe(this::renderFromTop);
        bench.window().page().subscribe(this::renderFromTop);
        bench.window().chosen().subscribe(list::markChosen);
        bench.window().unfolded().addListener((SetChangeListener<Object>) _ -> render());
    }

    FindingList list() {
        return list;
    }

    private void renderAnew() {
        list.forget();
        render();
    }

    private void renderFromTop() {
        render();
        setVvalue(0);
    }

    private void render() {
        RunState run = bench.examinations().state().get();
        List<Node> parts = new ArrayList<>();
        boolean overview = bench.window().page().get() instanceof Page.Overview
                && !bench.window().isSearching();
        if (overview && !run.checks().isEmpty()) {
            parts.add(new HeadlineCard(bench, run, showFixes));
        }
        list.show(bench.window().groups());
        parts.add(list);
        content.getChildren().setAll(parts);
    }
}

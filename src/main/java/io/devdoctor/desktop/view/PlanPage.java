package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.PlanState;
import io.devdoctor.repair.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Fix all safe: what will be done as a whole, how far it is, and how it ended. What is drawn of a plan stays while it
/// is carried out, so that the reader keeps the place.
final class PlanPage extends BorderPane {
    private final Workbench bench;
    private final Runnable showFixes;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox content = new VBox();
    private final VBox head = new VBox();
    private final PendingPlace pending;
    private final List<TreatmentCard> cards = new ArrayList<>();
    private Optional<Plan> drawn = Optional.empty();

    /// @param showFixes brings the fixes of the chosen finding into view
    PlanPage(Workbench bench, Runnable showFixes) {
        this.bench = bench;
        this.showFixes = showFixes;
        this.pending = new PendingPlace(bench);
        head.getStyleClass().add("headline-words");
        setId("plan");
        getStyleClass().add("plan-page");
        scroll.getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) leave();
        });
        bench.plan().state().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.wording().whenever(this::renderAnew);
    }

    private void leave() {
        bench.window().page().set(new Page.Overview());
    }

    private void renderAnew() {
        drawn = Optional.empty();
        render();
    }

    private void render() {
        Optional<PlanState> state = bench.plan().state().get();
        if (state.isEmpty()) making();
        else show(state.get());
    }

    private void making() {
        drawn = Optional.empty();
        cards.clear();
        HBox line = new HBox(new ProgressIndicator(), new Prose(bench.say("desktop.plan.making")));
        line.getStyleClass().add("fix-footer");
        line.setAlignment(Pos.CENTER_LEFT);
        say("desktop.plan.intro");
        content.getChildren().setAll(head, line);
        setBottom(null);
    }

    private void show(PlanState state) {
        boolean isNew = drawn.filter(plan -> plan == state.plan()).isEmpty();
        if (isNew) draw(state.plan());
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(state.stage(), state.progress().get(i));
        }
        say(
                switch (state.stage()) {
                    case PREVIEW -> "desktop.plan.intro";
                    case RUNNING, STOPPING -> "desktop.plan.under-way";
                    case ENDED -> "desktop.plan.ended";
                });
        boolean waits = state.stage() == PlanState.Stage.ENDED && state.leavesWork();
        if (waits && !content.getChildren().contains(pending))
            content.getChildren().add(1, pending);
        PlanFooter footer = new PlanFooter(bench, state, this::leave);
        setBottom(footer);
        boolean seen = bench.window().page().get() instanceof Page.FixAll;
        if (seen && (isNew || state.stage() != PlanState.Stage.PREVIEW)) footer.focusFirst();
    }

    private void draw(Plan plan) {
        drawn = Optional.of(plan);
        cards.clear();
        for (int i = 0; i < plan.treatments().size(); i++) {
            cards.add(new TreatmentCard(bench, i + 1, plan.treatments().get(i)));
        }
        List<Node> parts = new ArrayList<>(List.of(head));
        parts.addAll(cards);
        if (!plan.skipped().isEmpty()) parts.add(new SkippedList(bench, plan.skipped(), showFixes));
        content.getChildren().setAll(parts);
        scroll.setVvalue(0);
    }

    private void say(String introduction) {
        head.getChildren()
                .setAll(
                        new Prose(bench.say("desktop.plan.title"), "headline-title"),
                        new Prose(bench.say(introduction), "text-muted"));
    }
}

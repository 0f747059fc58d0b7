package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.PendingState;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.PendingWork;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What waits for a restart and how to do it, and what became of what waited. It is about this machine, and so it is
/// not there beside a recorded one.
final class PendingPlace extends VBox {
    private final Workbench bench;
    private final Set<TakesEffect> unfolded = EnumSet.noneOf(TakesEffect.class);

    PendingPlace(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("pending-place");
        bench.pending().state().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.examinations().state().subscribe(this::showOrHide);
        bench.wording().whenever(this::render);
    }

    private void render() {
        PendingState state = bench.pending().state().get();
        List<Node> cards = new ArrayList<>();
        if (!state.settled().isEmpty()) cards.add(new SettledCard(bench, state.settled()));
        for (PendingWork work : state.works()) {
            cards.add(new PendingCard(bench, work, state.stepOf(work), unfolded));
        }
        getChildren().setAll(cards);
        showOrHide();
    }

    private void showOrHide() {
        boolean isSeen =
                !getChildren().isEmpty() && !bench.examinations().state().get().isReplay();
        setVisible(isSeen);
        setManaged(isSeen);
    }
}

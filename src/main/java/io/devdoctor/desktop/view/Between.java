package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.repair.Entry;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// What DevDoctor itself did to the machine between two examinations.
record Between(Workbench bench, HistoryView.Compared compared) {
    Optional<Node> sentence() {
        Instant first = compared.comparison().before().taken();
        Instant last = compared.comparison().after().taken();
        List<String> done = bench.repairs().entries().get().stream()
                .filter(entry -> entry.at().isAfter(first) && entry.at().isBefore(last))
                .filter(entry -> entry.state() == Entry.State.CURED || entry.state() == Entry.State.PENDING)
                .map(entry -> bench.wording().say(entry.title()))
                .distinct()
                .toList();
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(new Prose(bench.wording().say(Text.of("desktop.history.between", Text.several(done)))));
    }
}

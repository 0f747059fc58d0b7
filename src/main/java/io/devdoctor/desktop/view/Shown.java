package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.repair.Entry;
import io.devdoctor.text.Language;
import java.util.Optional;

/// All that the detail of a finding is drawn from: while it stays the same, nothing is drawn anew, and whoever reads or
/// types there is not disturbed by what arrives elsewhere.
record Shown(
        Optional<Finding> finding,
        Optional<Attempt> attempt,
        Optional<String> undoable,
        Optional<String> waiting,
        boolean replay,
        Optional<Finding.Key> muting,
        Optional<?> refusal,
        Language language) {

    static Shown of(Workbench bench) {
        Optional<Finding> finding = bench.window().chosen().get();
        RunState state = bench.examinations().state().get();
        return new Shown(
                finding,
                finding.flatMap(bench.repairs()::attemptFor),
                finding.flatMap(bench.repairs()::attemptFor)
                        .flatMap(it -> OutcomeBox.undoable(bench, it))
                        .map(Entry::id),
                finding.map(Finding::key).flatMap(bench.repairs()::waitingFor).map(Entry::id),
                state.isReplay(),
                bench.mutes().asking().get(),
                bench.mutes().refusal().get(),
                bench.wording().language());
    }

    boolean isAbout(Shown other) {
        return finding.map(Finding::key).equals(other.finding.map(Finding::key));
    }
}

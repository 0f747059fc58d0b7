package io.devdoctor.desktop.model;

import io.devdoctor.examination.Headline;
import io.devdoctor.text.Text;
import java.util.Optional;

/// The headline while a run is on its way, and the run's own when it has ended.
public final class Headlines {
    private Headlines() {}

    public static Headline of(RunState run) {
        if (run.result().isPresent()) return run.result().get().headline();
        int waiting = (int) run.checks().stream().filter(run::isWaiting).count();
        int all = run.checks().size();
        return new Headline(
                Text.of("desktop.headline.running"),
                Text.of("desktop.headline.running.message", all - waiting, all),
                Optional.empty());
    }
}

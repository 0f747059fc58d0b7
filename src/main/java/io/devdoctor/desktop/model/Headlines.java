package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Headline;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// The headline while a run is on its way, and the run's own when it has ended.
public final class Headlines {
    private Headlines() {}

    public static Headline of(RunState run) {
        if (run.ended() && run.result().isPresent()) return ended(run.findings());
        if (run.result().isPresent()) return run.result().get().headline();
        int waiting = (int) run.checks().stream().filter(run::isWaiting).count();
        int all = run.checks().size();
        return new Headline(
                Text.of(run.isReplay() ? "desktop.headline.running.recorded" : "desktop.headline.running"),
                Text.of("desktop.headline.running.message", all - waiting, all),
                Optional.empty());
    }

    private static Headline ended(List<Finding> findings) {
        long unread = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .count();
        return new Headline(
                Text.of("desktop.headline.ended"), Text.of("desktop.headline.ended.message", unread), Optional.empty());
    }
}

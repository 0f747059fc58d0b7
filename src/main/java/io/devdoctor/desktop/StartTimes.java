package io.devdoctor.desktop;

import io.devdoctor.desktop.model.ExaminationModel;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the log when the window is first seen and when it first says something; the benchmark reads these lines.
final class StartTimes extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);
    /// The second pulse comes when the picture of the first has been handed over.
    private static final int HANDED_OVER = 2;

    private final String what;
    private int pulses;

    private StartTimes(String what) {
        this.what = what;
    }

    /// @param examinations what the window shows
    static void note(ExaminationModel examinations) {
        new StartTimes("First frame").start();
        AtomicBoolean noted = new AtomicBoolean();
        examinations.state().subscribe(state -> {
            if (state.result().isPresent() && !noted.getAndSet(true)) new StartTimes("First results").start();
        });
    }

    @Override
    public void handle(long now) {
        if (++pulses < HANDED_OVER) return;
        stop();
        LOG.info("{}", what);
    }
}

package io.devdoctor.desktop;

import io.devdoctor.examination.Watch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ticks by the clock, on one thread that sleeps in between.
final class Ticking implements Watch.Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(Ticking.class);

    @Override
    public Runnable every(Duration interval, Runnable tick) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("watch").factory());
        // From the end of one look to the beginning of the next: a computer that slept has nothing to catch up with.
        ScheduledFuture<?> ticks =
                clock.scheduleWithFixedDelay(() -> guarded(tick), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            ticks.cancel(true);
            clock.shutdownNow();
        };
    }

    /// A look that fails ends neither the watch nor the program.
    private static void guarded(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The watch could not look", e);
        }
    }
}

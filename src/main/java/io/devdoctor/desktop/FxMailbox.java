package io.devdoctor.desktop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The only door to the window's thread: a burst of changes becomes one turn of that thread.
final class FxMailbox implements Executor {
    private final Queue<Runnable> pending = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    @Override
    public void execute(Runnable change) {
        pending.add(change);
        if (scheduled.compareAndSet(false, true)) Platform.runLater(this::drain);
    }

    private void drain() {
        // Before the loop: what arrives from here on schedules a turn of its own and is never forgotten.
        scheduled.set(false);
        for (Runnable change = pending.poll(); change != null; change = pending.poll()) change.run();
    }
}

package io.devdoctor.examination;

import java.util.concurrent.atomic.AtomicBoolean;

/// Lets whoever started a run end it early: probes that have not started stay away, running ones are interrupted, and
/// what they would have read becomes Unknown.
public final class Cancellation {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }
}

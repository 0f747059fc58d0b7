package io.devdoctor;

import io.devdoctor.desktop.Frame;
import io.devdoctor.system.Taskbar;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The taskbar as the window knows it. It is told whose windows come while the toolkit starts, since the way to the
/// system takes as long to open.
final class Identified implements Frame {
    private static final Logger LOG = LoggerFactory.getLogger(Identified.class);
    /// Longer than any healthy system takes, and shorter than somebody waits for a window; milliseconds from the start.
    private static final int PATIENCE = 500;

    private final Taskbar taskbar;
    private final CompletableFuture<Void> told;

    Identified(Taskbar taskbar) {
        this.taskbar = taskbar;
        this.told = CompletableFuture.runAsync(
                        taskbar::identify, Thread.ofPlatform().name("taskbar").daemon()::start)
                .completeOnTimeout(null, PATIENCE, TimeUnit.MILLISECONDS)
                .exceptionally(e -> {
                    LOG.warn("The taskbar was not told whose windows these are", e);
                    return null;
                });
    }

    @Override
    public void ready() {
        told.join();
    }

    @Override
    public void mark(IntFunction<byte[]> pictures) {
        taskbar.mark(pictures);
    }
}

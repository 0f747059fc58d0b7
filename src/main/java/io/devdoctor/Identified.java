package io.devdoctor;

import io.devdoctor.desktop.Frame;
import io.devdoctor.system.Taskbar;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/// The taskbar as the window knows it. It is told whose windows come while the toolkit starts, since the way to the
/// system takes as long to open.
final class Identified implements Frame {
    private final Taskbar taskbar;
    private final CompletableFuture<Void> told;

    Identified(Taskbar taskbar) {
        this.taskbar = taskbar;
        this.told = CompletableFuture.runAsync(
                taskbar::identify, Thread.ofPlatform().name("taskbar").daemon()::start);
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

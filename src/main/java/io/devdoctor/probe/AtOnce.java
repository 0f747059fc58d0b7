package io.devdoctor.probe;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Questions that do not need each other's answers are asked at the same time: one that hangs costs its own budget,
/// and nobody else's.
final class AtOnce {
    private AtOnce() {}

    /// Asks on a thread of its own; `join` waits for the answer.
    static <T> CompletableFuture<T> together(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }
}

package io.devdoctor.probe;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// Questions that do not need each other's answers are asked at the same time: one that hangs costs its own budget,
/// and nobody else's.
final class AtOnce {
    private AtOnce() {}

    /// Asks on a thread of its own; `join` waits for the answer.
    static <T> CompletableFuture<T> together(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }

    /// Asks the same of each, at most `most` at a time, and gives the answers in the order of what was asked about.
    /// One that hangs takes one place of these and keeps nobody behind it waiting.
    static <T, R> List<R> each(Collection<T> of, int most, Function<? super T, ? extends R> question) {
        Semaphore places = new Semaphore(most);
        List<CompletableFuture<R>> asked = of.stream()
                .map(one -> AtOnce.<R>together(() -> {
                    places.acquireUninterruptibly();
                    try {
                        return question.apply(one);
                    } finally {
                        places.release();
                    }
                }))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }
}

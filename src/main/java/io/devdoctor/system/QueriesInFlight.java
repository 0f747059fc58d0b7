package io.devdoctor.system;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Questions to a system that have not been answered yet, whichever threads ask them.
public final class QueriesInFlight {
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final int times;

    /// @param times how often its usual budget a slow tool is given
    public QueriesInFlight(int times) {
        this.times = times;
    }

    /// Not a record: two like questions at the same time are two.
    private static final class Open {
        private final String whom;
        private final Duration limit;
        private final long since = System.nanoTime();

        Open(String whom, Duration limit) {
            this.whom = whom;
            this.limit = limit;
        }
    }

    /// @param whom   a program, a host, a path: a name, not a sentence
    /// @param waited since the question was asked; @param limit after which nobody waits any longer
    public record Pending(String whom, Duration waited, Duration limit) {}

    /// Asks a tool that may be slow here.
    public <T> T askPatiently(String whom, Budget budget, Supplier<T> question) {
        return ask(whom, budget.duration().multipliedBy(times), question);
    }

    /// Asks, and counts as waiting until there is an answer.
    public <T> T ask(String whom, Budget budget, Supplier<T> question) {
        return ask(whom, budget.duration(), question);
    }

    /// Asks, and counts as waiting until there is an answer.
    private <T> T ask(String whom, Duration limit, Supplier<T> question) {
        Open mine = new Open(whom, limit);
        open.add(mine);
        try {
            return question.get();
        } finally {
            open.remove(mine);
        }
    }

    /// The one that has been waiting longest.
    public Optional<Pending> oldest() {
        long now = System.nanoTime();
        return open.stream()
                .max(Comparator.comparingLong(each -> now - each.since))
                .map(each -> new Pending(each.whom, Duration.ofNanos(now - each.since), each.limit));
    }
}

package io.devdoctor.examination;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at a machine from time to time and tells what has changed. Between two looks nothing happens at all.
public final class Watch {
    /// What is looked at: what changes by itself, and what can be asked at little cost.
    public static final Set<String> CHECKS = Set.of("clock.host", "host.memory", "host.disk-space", "docker.engine");

    /// What makes a look happen.
    @FunctionalInterface
    public interface Ticker {
        /// Runs `tick` again and again, on any thread, never two at once.
        ///
        /// @return ends it
        Runnable every(Duration interval, Runnable tick);
    }

    /// One look.
    ///
    /// @param worst how bad it is now: WARNING, PROBLEM, or OK
    /// @param news  what has changed since earlier looks; nothing at the first
    public record Look(Instant at, Verdict worst, List<News> news) {
        public Look {
            news = List.copyOf(news);
        }
    }

    /// @param finding what is seen now; where it is well again and nothing is found any more, what was seen before
    /// @param better  whether it is well again
    public record News(Finding finding, boolean better) {}

    private final Supplier<Examination> machine;
    private final Ticker ticker;
    private final ReentrantLock guard = new ReentrantLock();
    private @Nullable Runnable end;
    private @Nullable Cancellation current;

    /// @param machine asked for each look, narrowed to what is looked at
    public Watch(Supplier<Examination> machine, Ticker ticker) {
        this.machine = machine;
        this.ticker = ticker;
    }

    /// Begins, or goes on at another interval; then everything is compared with the next look.
    ///
    /// @param looked runs on the ticker's thread
    public void begin(Duration interval, Consumer<? super Look> looked) {
        guard.lock();
        try {
            end();
            Cancellation mine = new Cancellation();
            WatchMemory memory = new WatchMemory();
            current = mine;
            end = ticker.every(interval, () -> look(memory, mine, looked));
        } finally {
            guard.unlock();
        }
    }

    /// A look that is under way tells nothing any more.
    public void end() {
        guard.lock();
        try {
            if (current != null) current.cancel();
            if (end != null) end.run();
            current = null;
            end = null;
        } finally {
            guard.unlock();
        }
    }

    private void look(WatchMemory memory, Cancellation mine, Consumer<? super Look> looked) {
        ExaminationResult seen = machine.get().run(_ -> {}, mine);
        if (mine.isCancelled()) return;
        List<News> news = memory.compare(seen.findings(), seen.startedAt());
        looked.accept(new Look(seen.startedAt(), worst(seen.findings()), news));
    }

    private static Verdict worst(List<Finding> findings) {
        Optional<Verdict> worst = findings.stream()
                .map(Finding::verdict)
                .filter(Verdict::isIllness)
                .max(java.util.Comparator.comparingInt(Verdict::rank));
        return worst.orElse(Verdict.OK);
    }
}

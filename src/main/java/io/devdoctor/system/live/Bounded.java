package io.devdoctor.system.live;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a read on a thread of its own and stops waiting when the budget is spent. The thread is a daemon platform
/// thread: native calls (JNA, OSHI, WMI) cannot be interrupted and would pin a virtual thread's carrier. A thread that
/// came back serves the next read, since a project has thousands of files; one that hangs is never waited for.
public final class Bounded {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("read-", 0).factory());

    private Bounded() {}

    /// What `call` answers; its exceptions become Unknown, an overrun becomes Unknown(TIMED_OUT).
    public static <T> Reading<T> read(Source source, Budget budget, Callable<Reading<T>> call) {
        FutureTask<Reading<T>> task = new FutureTask<>(call);
        THREADS.execute(task);
        Duration limit = budget.duration();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return new Reading.Unknown<>(
                    Reading.Cause.TIMED_OUT, "no answer within " + limit.toMillis() + " ms", source);
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause(), source);
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Reading.Unknown<>(Reading.Cause.FAILED, "interrupted", source);
        }
    }

    private static <T> Reading<T> failed(Throwable cause, Source source) {
        Reading.Cause kind = cause instanceof AccessDeniedException ? Reading.Cause.DENIED : Reading.Cause.FAILED;
        return new Reading.Unknown<>(kind, Reading.reason(cause), source);
    }
}

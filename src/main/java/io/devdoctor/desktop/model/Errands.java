package io.devdoctor.desktop.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work away from the window's thread, and what became of it. What nobody expected ends as a failure that is logged
/// and shown.
public final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<String>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param window runs changes on the window's thread
    public Errands(Executor window) {
        this.window = window;
    }

    /// The trace of the latest failure of DevDoctor itself, until it is dismissed.
    public ReadOnlyObjectProperty<Optional<String>> failure() {
        return failure.getReadOnlyProperty();
    }

    public void dismissFailure() {
        failure.set(Optional.empty());
    }

    /// Does `work` on a thread of its own, and `then` on the window's.
    public <T> void run(Callable<T> work, Consumer<? super T> then) {
        Thread.ofVirtual().name("errand").start(() -> {
            try {
                T done = work.call();
                window.execute(() -> then.accept(done));
            } catch (Exception | Error e) {
                failed(e);
            }
        });
    }

    /// Runs on the window's thread, soon.
    public void tell(Runnable change) {
        window.execute(change);
    }

    /// From any thread.
    public void failed(Throwable e) {
        LOG.error("DevDoctor failed", e);
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        window.execute(() -> failure.set(Optional.of(trace.toString())));
    }
}

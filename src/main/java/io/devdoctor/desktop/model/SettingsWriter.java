package io.devdoctor.desktop.model;

import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.store.SettingsSetAsideException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps changes of the settings on the disk, in order and away from the window's thread, which may neither wait for
/// another writer nor for a disk. What could not be kept is tried again with the next change and at the end.
final class SettingsWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWriter.class);

    /// Longer than a change waits for another writer.
    private static final Duration LAST = Duration.ofSeconds(5);

    private final SettingsFile file;
    private final Consumer<Path> setAside;
    private final ReentrantLock guard = new ReentrantLock();
    private final List<UnaryOperator<Settings>> waiting = new ArrayList<>();
    private final ExecutorService writer;

    /// @param setAside is told where a file was moved that could not be understood; on the writer's thread
    SettingsWriter(SettingsFile file, Consumer<Path> setAside) {
        this(
                file,
                setAside,
                Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("settings").factory()));
    }

    /// @param writer one thread
    SettingsWriter(SettingsFile file, Consumer<Path> setAside, ExecutorService writer) {
        this.file = file;
        this.setAside = setAside;
        this.writer = writer;
    }

    void keep(UnaryOperator<Settings> change) {
        guard.lock();
        try {
            waiting.add(change);
        } finally {
            guard.unlock();
        }
        writer.execute(this::write);
    }

    /// Writes what still waits, for a few seconds at most; nothing is kept afterwards.
    void finish() {
        writer.execute(this::write);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS))
                LOG.error("Settings not kept in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<UnaryOperator<Settings>> batch = batch();
        if (batch.isEmpty()) return;
        try {
            change(batch);
            done(batch.size());
        } catch (IOException e) {
            LOG.error("Settings not kept", e);
        }
    }

    /// A person who is told of the file that was set aside has chosen the change before hearing of it.
    private void change(List<UnaryOperator<Settings>> batch) throws IOException {
        UnaryOperator<Settings> all = settings -> {
            Settings next = settings;
            for (UnaryOperator<Settings> change : batch) next = change.apply(next);
            return next;
        };
        try {
            file.change(all, Instant.now());
        } catch (SettingsSetAsideException e) {
            setAside.accept(e.kept());
            file.change(all, Instant.now());
        }
    }

    private List<UnaryOperator<Settings>> batch() {
        guard.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            guard.unlock();
        }
    }

    private void done(int count) {
        guard.lock();
        try {
            waiting.subList(0, count).clear();
        } finally {
            guard.unlock();
        }
    }
}

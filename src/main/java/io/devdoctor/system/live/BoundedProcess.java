package io.devdoctor.system.live;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Query;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One external program with closed stdin, drained output, a deadline, and death for the whole process tree.
public final class BoundedProcess {
    /// Most bytes kept of each stream; the rest is drained and dropped.
    private static final int MOST_BYTES = 8 << 20;

    /// A grandchild that inherited the pipe keeps it open after the program ended; do not wait for it longer.
    private static final Duration DRAIN = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedProcess.class);

    private BoundedProcess() {}

    /// @param executable absolute path
    /// @param folder     a neutral working folder: Windows would search the current one for DLLs and programs
    /// @return null if the deadline passed and the tree was killed
    /// @throws IOException if the program cannot be started
    public static @Nullable CommandOutput run(
            String executable, List<String> arguments, Map<String, String> environment, File folder, Duration limit)
            throws IOException, InterruptedException {
        return run(executable, arguments, environment, folder, Bytes.EMPTY, limit);
    }

    /// What a program says to a question; whatever goes wrong is a reading too.
    public static Reading<CommandOutput> ask(
            Path program, Query.Filled query, Map<String, String> environment, File folder, Duration limit) {
        Source source = source(query);
        List<String> arguments = query.run().subList(1, query.run().size());
        try {
            CommandOutput output = run(program.toString(), arguments, environment, folder, limit);
            return output == null
                    ? new Reading.Unknown<>(Reading.Cause.TIMED_OUT, "killed after " + limit.toMillis() + " ms", source)
                    : new Reading.Known<>(output, source);
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, Reading.reason(e), source);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reading.Unknown<>(Reading.Cause.FAILED, "interrupted", source);
        }
    }

    /// That this was asked, now.
    public static Source source(Query.Filled query) {
        return new Source(Source.Kind.COMMAND, String.join(" ", query.run()), Instant.now());
    }

    /// The same with these bytes on its standard input, which then ends.
    public static @Nullable CommandOutput run(
            String executable,
            List<String> arguments,
            Map<String, String> environment,
            File folder,
            Bytes input,
            Duration limit)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(executable);
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder);
        builder.environment().keySet().removeIf(BoundedProcess::isHarmful);
        builder.environment().putAll(environment);
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            feed(process, input);
            Drain out = new Drain(process.getInputStream());
            Drain err = new Drain(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} killed after {} ms", line, limit.toMillis());
                return null;
            }
            Bytes stdout = out.finish();
            Bytes stderr = err.finish();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.info("{} ended with {} in {} ms", line, process.exitValue(), took.toMillis());
            return new CommandOutput(process.exitValue(), stdout, stderr, startedAt, took);
        } finally {
            if (process.isAlive()) killTree(process);
        }
    }

    /// A program that does not read must not hold us beyond the deadline: its death ends the thread.
    private static void feed(Process process, Bytes input) throws IOException {
        if (input.size() == 0) {
            process.getOutputStream().close();
            return;
        }
        Thread.ofPlatform().daemon().name("input").start(() -> {
            try (OutputStream to = process.getOutputStream()) {
                to.write(input.toArray());
            } catch (IOException e) {
                LOG.debug("the program did not read its input: {}", e.toString());
            }
        });
    }

    /// Children first, and once more for those born meanwhile; on Windows this is TerminateProcess for each.
    private static void killTree(Process process) {
        for (int round = 0; round < 2; round++) {
            process.descendants().toList().reversed().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    /// Variables that change how a Java or WSL child behaves or answers.
    private static boolean isHarmful(String name) {
        return List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "WSLENV").stream()
                .anyMatch(name::equalsIgnoreCase);
    }

    /// Reads a stream to its end on a thread of its own.
    private static final class Drain {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;

        Drain(InputStream in) {
            // A platform thread: nobody can end a read from a pipe that a stranger keeps open.
            thread = Thread.ofPlatform().daemon().name("output").start(() -> {
                byte[] buffer = new byte[8192];
                try (in) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) keep(buffer, n);
                } catch (IOException _) {
                    // The process was killed; what arrived before is kept.
                }
            });
        }

        private synchronized void keep(byte[] buffer, int count) {
            kept.write(buffer, 0, Math.min(count, MOST_BYTES - kept.size()));
        }

        Bytes finish() throws InterruptedException {
            thread.join(DRAIN);
            synchronized (this) {
                return Bytes.of(kept.toByteArray());
            }
        }
    }
}

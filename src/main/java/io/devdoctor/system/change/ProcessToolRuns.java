package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Tools as child processes of this one, without more rights than it has.
///
/// @param places where a program's base name is found; never through PATH
/// @param extra  variables the child gets beside ours, for example `WSL_UTF8=1`
public record ProcessToolRuns(Function<String, Optional<Path>> places, Map<String, String> extra) implements ToolRuns {
    /// A grandchild that inherited a pipe keeps its end away; what came by then is enough.
    private static final Duration DRAIN = Duration.ofMillis(500);

    private static final int MOST_BYTES = 1 << 20;

    public ProcessToolRuns {
        extra = Map.copyOf(extra);
    }

    @Override
    public Result run(List<String> line, Duration limit) {
        Optional<Path> program = places.apply(line.getFirst());
        if (program.isEmpty()) return new NotHere(line.getFirst());
        List<String> command = new ArrayList<>(line);
        command.set(0, program.get().toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "WSLENV"));
        builder.environment().putAll(extra);
        try {
            return attend(builder.start(), limit);
        } catch (IOException e) {
            return new NotStarted(e.toString());
        }
    }

    private static Result attend(Process process, Duration limit) throws IOException {
        process.getOutputStream().close();
        Future<Bytes> out = reading(process.getInputStream());
        Future<Bytes> err = reading(process.getErrorStream());
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) return new TimedOut(limit);
            return new Exited(process.exitValue(), drained(out), drained(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotStarted("interrupted");
        } finally {
            kill(process);
        }
    }

    /// On a daemon thread: nobody can end a read from a pipe that a stranger keeps open.
    private static Future<Bytes> reading(InputStream in) {
        FutureTask<Bytes> task = new FutureTask<>(() -> all(in));
        Thread.ofPlatform().daemon().name("tool output").start(task);
        return task;
    }

    private static void kill(Process process) {
        // Children first, as seen before their parent is gone.
        List<ProcessHandle> tree = process.descendants().toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Bytes drained(Future<Bytes> stream) throws InterruptedException {
        try {
            return stream.get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return Bytes.EMPTY;
        }
    }

    private static Bytes all(InputStream in) {
        try {
            Bytes bytes = Bytes.of(in.readNBytes(MOST_BYTES));
            in.transferTo(OutputStream.nullOutputStream());
            return bytes;
        } catch (IOException _) {
            return Bytes.EMPTY;
        }
    }
}

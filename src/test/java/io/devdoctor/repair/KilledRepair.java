package io.devdoctor.repair;

import io.devdoctor.store.FileOps;
import io.devdoctor.system.change.Crashpoint;
import io.devdoctor.system.change.DiskCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that dies: applies the bench's fix (or does what the second argument says) and kills itself at the
/// n-th named point.
final class KilledRepair {
    private KilledRepair() {}

    /// @param arguments folder, `apply` | `undo`, number of the point, file for its name
    public static void main(String[] arguments) throws IOException {
        int fatal = Integer.parseInt(arguments[2]);
        Path name = Path.of(arguments[3]);
        AtomicInteger reached = new AtomicInteger();
        Crashpoint crash = point -> {
            if (reached.incrementAndGet() == fatal) Child.die(point, name);
        };
        Bench bench = new Bench(Path.of(arguments[0]), DiskCalls.REAL, FileOps.disk(), crash);
        boolean done = switch (arguments[1]) {
            case "apply" -> bench.apply() instanceof Outcome.Cured;
            case "undo" ->
                bench.repairer.undo(bench.repairer.entries().getFirst().id()) instanceof UndoOutcome.Undone;
            default -> throw new IllegalArgumentException(arguments[1]);
        };
        System.exit(done ? 0 : 3);
    }
}

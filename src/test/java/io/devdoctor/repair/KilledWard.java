package io.devdoctor.repair;

import io.devdoctor.disk.Crashpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that dies while it does one row of the kill matrix.
final class KilledWard {
    private KilledWard() {}

    /// What is done to a ward.
    enum Deed {
        APPLY {
            @Override
            void on(Ward ward) {
                ward.apply(_ -> {});
            }
        },
        UNDO {
            @Override
            void on(Ward ward) throws IOException {
                for (Entry entry : ward.repairer.entries()) if (entry.canUndo()) ward.repairer.undo(entry.id());
            }
        },
        COMPLETE {
            @Override
            void on(Ward ward) throws IOException {
                for (Entry entry : ward.repairer.unfinished()) ward.repairer.complete(entry.id(), _ -> {});
            }
        },
        ROLL_BACK {
            @Override
            void on(Ward ward) throws IOException {
                for (Entry entry : ward.repairer.unfinished()) ward.repairer.rollBack(entry.id());
            }
        };

        abstract void on(Ward ward) throws IOException;
    }

    /// @param arguments folder, row and deed with a `/` between, number of the point, file for its name
    public static void main(String[] arguments) throws IOException {
        List<String> what = List.of(arguments[1].split("/"));
        int fatal = Integer.parseInt(arguments[2]);
        AtomicInteger reached = new AtomicInteger();
        Crashpoint crash = point -> {
            if (reached.incrementAndGet() == fatal) Child.die(point, Path.of(arguments[3]));
        };
        Ward ward = new Ward(Path.of(arguments[0]), what.getFirst(), crash);
        Deed.valueOf(what.getLast()).on(ward);
        System.exit(0);
    }
}

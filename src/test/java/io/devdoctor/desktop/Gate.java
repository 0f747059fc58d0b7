package io.devdoctor.desktop;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Commands;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds programs up until it is opened, and counts who came.
final class Gate {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch latch = new CountDownLatch(0);

    void close() {
        latch = new CountDownLatch(1);
    }

    void open() {
        latch.countDown();
    }

    int asked() {
        return asked.get();
    }

    Commands around(Commands commands) {
        return query -> {
            asked.incrementAndGet();
            try {
                latch.await();
                return commands.run(query);
            } catch (InterruptedException _) {
                Source source = new Source(Source.Kind.COMMAND, query.run().getFirst(), Instant.EPOCH);
                return new Reading.Unknown<CommandOutput>(Reading.Cause.FAILED, "interrupted", source);
            }
        };
    }
}

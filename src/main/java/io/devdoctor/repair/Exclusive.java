package io.devdoctor.repair;

import io.devdoctor.machine.Origin;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalLock;
import io.devdoctor.system.Ports;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work on the journal that only one process does at a time; whoever comes second is told who was first. Afterwards the
/// journal is kept within its limits.
record Exclusive(Ports ports, Journal journal, Asker asker) {
    private static final Logger LOG = LoggerFactory.getLogger(Exclusive.class);

    interface Refused<R> {
        R because(Refusal why, Text words);
    }

    interface Broken<R> {
        R with(JournalTrouble trouble);
    }

    interface Action<R> {
        R run() throws IOException;
    }

    <R> R run(Refused<R> refused, Broken<R> broken, Action<R> action) {
        if (ports.origin() instanceof Origin.Replay) {
            return refused.because(Refusal.RECORDING, Refusal.RECORDING.text());
        }
        try {
            return switch (journal.lock().tryAcquire(asker.name())) {
                case JournalLock.Attempt.Busy(var holder) -> refused.because(Refusal.BUSY, busy(holder));
                case JournalLock.Attempt.Held(JournalLock.Lease lease) -> {
                    try (lease) {
                        R done = action.run();
                        tidy();
                        yield done;
                    }
                }
            };
        } catch (IOException e) {
            return broken.with(
                    new JournalTrouble(journal.folder(), ports.clock().now(), e));
        }
    }

    /// What was done is done, whatever becomes of old entries.
    private void tidy() {
        try {
            new Retention(journal, Retention.Limits.real()).tidy(ports.clock().now());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The journal could not be kept within its limits", e);
        }
    }

    /// Who is at work, as far as it is known.
    static Text busy(Optional<JournalLock.Holder> holder) {
        return holder.map(Exclusive::named).orElseGet(Refusal.BUSY::text);
    }

    private static Text named(JournalLock.Holder holder) {
        String who = Arrays.stream(Asker.values())
                .map(Asker::name)
                .filter(holder.who()::equals)
                .findFirst()
                .orElse("UNKNOWN");
        return Text.of(
                "repair.refused.BUSY.holder", Text.of("asker." + who), Long.toString(holder.pid()), holder.since());
    }
}

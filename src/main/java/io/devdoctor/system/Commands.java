package io.devdoctor.system;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import java.time.Duration;

/// Starts a program from the catalogue, closes its stdin, and kills it with its children when the budget runs out.
public interface Commands {
    /// Absent if the program does not exist; Unknown(TIMED_OUT) on overrun. Any exit code is Known.
    Reading<CommandOutput> run(Query.Filled query);

    /// How long it may take.
    default Duration limit(Query.Filled query) {
        return query.query().budget().duration();
    }

    /// The same programs, each given this many times its budget; a recording has nothing to wait for.
    default Commands patient(int times) {
        return this;
    }
}

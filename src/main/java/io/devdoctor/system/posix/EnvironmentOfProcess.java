package io.devdoctor.system.posix;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.time.Instant;
import java.util.Map;

/// The variables of this process.
final class EnvironmentOfProcess {
    private EnvironmentOfProcess() {}

    static Reading<Map<String, String>> read() {
        Source source = new Source(Source.Kind.ENVIRONMENT, "process", Instant.now());
        return new Reading.Known<>(Map.copyOf(System.getenv()), source);
    }
}

package io.devdoctor.cli;

import io.devdoctor.examination.Wish;
import io.devdoctor.store.Asking;
import io.devdoctor.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which engine of this machine is looked at.
final class EngineChoice {
    @Option(names = "--engine", paramLabel = "ENDPOINT", descriptionKey = "option.engine")
    private @Nullable String endpoint;

    Wish of(Wish wish) {
        if (endpoint == null) return wish;
        if (!Asking.isEndpoint(endpoint)) throw CliProblem.usage(Text.of("cli.error.no-endpoint", endpoint));
        return wish.withEngine(endpoint);
    }
}

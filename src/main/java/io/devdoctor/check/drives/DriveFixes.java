package io.devdoctor.check.drives;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import org.jspecify.annotations.Nullable;

/// What the checks of shared folders have in common.
final class DriveFixes {
    private DriveFixes() {}

    static Fix manual(String id, @Nullable String opens) {
        return Fix.safe(id, Text.of("fix." + id + ".title"), new Step.Manual(Text.of("fix." + id + ".words"), opens));
    }

    /// Whether an engine for Linux containers told about itself; where none did, other checks say so.
    static boolean hasLinuxEngine(Machine machine) {
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .known()
                .map(DockerEngine.Info::osType)
                .filter("linux"::equals)
                .isPresent();
    }

    static String endpoint(Machine machine) {
        return machine.dockerEngine().known().map(DockerEngine::endpoint).orElse("");
    }

    /// Whether nobody could look.
    static boolean isUnread(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>;
    }
}

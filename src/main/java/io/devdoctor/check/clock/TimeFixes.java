package io.devdoctor.check.clock;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fixes of the Windows time service.
final class TimeFixes {
    private static final String SERVICE = "W32Time";

    private TimeFixes() {}

    /// Manual is what Windows itself sets: a trigger and a weekly task start the service.
    static Fix enable() {
        return Fix.of(
                "clock.time-service/enable",
                Text.of("fix.clock.time-service/enable.title"),
                Set.of(Effect.ADMIN),
                new Step.RunTool(
                        Tool.SERVICE_START_TYPE,
                        List.of(SERVICE, "demand"),
                        new Step.RunTool(Tool.SERVICE_START_TYPE, List.of(SERVICE, "disabled"), null)));
    }

    /// @param runs whether the service runs and must be told; one that stands still reads it when it starts
    // unverified on Windows: w32tm /config while the service stands still
    static Fix synchronizeAutomatically(boolean runs) {
        Tool tool = runs ? Tool.TIME_SYNC_FROM_NOW : Tool.TIME_SYNC_FROM;
        return Fix.of(
                "clock.time-service/automatic",
                Text.of("fix.clock.time-service/automatic.title"),
                Set.of(Effect.ADMIN),
                new Step.RunTool(
                        tool,
                        List.of("/syncfromflags:manual"),
                        new Step.RunTool(tool, List.of("/syncfromflags:no"), null)));
    }

    /// The time service is started by Windows when it likes and often stands still; then it refuses to synchronize.
    static Fix resynchronize(String id) {
        return Fix.of(
                id,
                Text.of("fix.clock.host/synchronize.title"),
                Set.of(Effect.ADMIN, Effect.NOT_REVERSIBLE),
                new Step.RunTool(Tool.TIME_SERVICE_START, List.of(), null),
                new Step.RunTool(Tool.TIME_RESYNC, List.of(), null));
    }

    static Fix settings() {
        return manual("clock.host/settings", "ms-settings:dateandtime");
    }

    static Fix manual(String id, @Nullable String opens) {
        return Fix.safe(id, Text.of("fix." + id + ".title"), new Step.Manual(Text.of("fix." + id + ".words"), opens));
    }
}

package io.devdoctor.repair;

import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// How long the proof waits for what a tool starts and does not wait for itself.
///
/// @param most    for one proof
/// @param between how long nobody looks after a look
record Patience(Duration most, Duration between) {
    private static final Set<Tool> DETACHED = Set.of(Tool.DESKTOP_START, Tool.DESKTOP_RESTART, Tool.DESKTOP_USE_LINUX);

    static Patience real() {
        return new Patience(
                Thresholds.seconds("change.desktop-start-seconds"), Thresholds.seconds("change.desktop-look-seconds"));
    }

    static boolean isNeededFor(List<Step> steps) {
        return steps.stream().anyMatch(step -> step instanceof Step.RunTool tool && DETACHED.contains(tool.tool()));
    }

    /// Looks until the condition holds or time is up. Nothing tells when Docker Desktop is ready, so it is asked.
    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < end) Thread.sleep(between);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.devdoctor.check.host;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// A setting of Windows that is on at 1, and the fix that turns it on.
///
/// @param fix its id, whose title has the same name
record WindowsSwitch(String fix, String key, String name) {
    private static final long ON = 1;
    private static final long OFF = 0;

    static boolean isOn(long value) {
        return value == ON;
    }

    /// Adds the fix, unless a value stands there that an undo could not put back.
    Finding turnedOn(Finding finding, Reading<Long> before, Text... warnings) {
        boolean undoable = before.isAbsent()
                || before.known().filter(value -> value == OFF).isPresent();
        if (!undoable) return finding;
        Step.RunTool inverse = before.isAbsent()
                ? new Step.RunTool(Tool.WINDOWS_SWITCH_REMOVE, List.of(key, name), null)
                : new Step.RunTool(Tool.WINDOWS_SWITCH, List.of(key, name, String.valueOf(OFF)), null);
        return finding.fixedBy(Fix.of(
                        fix,
                        Text.of("fix." + fix + ".title"),
                        Set.of(Effect.ADMIN),
                        new Step.RunTool(Tool.WINDOWS_SWITCH, List.of(key, name, String.valueOf(ON)), inverse))
                .warning(warnings));
    }
}

package io.devdoctor.check;

import io.devdoctor.text.Text;
import java.util.OptionalLong;

/// What is advised for the memory of the virtual machine, and how that is said.
///
/// @param bytes empty where the computer has not enough for Windows and Linux together
/// @param words a sentence with the amount, or with what is possible instead
public record AdvisedMemory(OptionalLong bytes, Text words) {
    /// @param host bytes of the computer
    public static AdvisedMemory of(long host) {
        return of(host, 0);
    }

    /// @param limits what the memory limits of the running containers add up to, 0 = they have none
    public static AdvisedMemory of(long host, long limits) {
        OptionalLong bytes = Thresholds.advisedMemory(host, limits);
        if (bytes.isEmpty()) {
            return new AdvisedMemory(
                    bytes,
                    Text.of(
                            "memory.not-enough",
                            Text.size(host),
                            Text.size(Thresholds.mebibytes("memory.advised-least-mib")),
                            Text.size(Thresholds.mebibytes("memory.windows-keeps-mib"))));
        }
        Text.Arg amount = Text.size(bytes.getAsLong());
        if (limits > 0 && bytes.getAsLong() < limits + Thresholds.mebibytes("memory.engine-takes-mib")) {
            return new AdvisedMemory(bytes, Text.of("memory.advised-capped", amount, Text.size(limits)));
        }
        return bytes.equals(Thresholds.advisedMemory(host))
                ? new AdvisedMemory(bytes, Text.of("memory.advised", amount))
                : new AdvisedMemory(bytes, Text.of("memory.advised-for-limits", amount, Text.size(limits)));
    }
}

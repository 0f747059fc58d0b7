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
        OptionalLong usual = Thresholds.advisedMemory(host);
        OptionalLong bytes = Thresholds.advisedMemory(host, limits);
        boolean more = !bytes.equals(usual);
        Text words = bytes.isPresent()
                ? more
                        ? Text.of("memory.advised-for-limits", Text.size(bytes.getAsLong()), Text.size(limits))
                        : Text.of("memory.advised", Text.size(bytes.getAsLong()))
                : Text.of(
                        "memory.not-enough",
                        Text.size(host),
                        Text.size(Thresholds.mebibytes("memory.advised-least-mib")),
                        Text.size(Thresholds.mebibytes("memory.windows-keeps-mib")));
        return new AdvisedMemory(bytes, words);
    }
}

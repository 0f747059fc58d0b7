package io.devdoctor.check;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.text.Text;

/// How much memory a virtual machine can be given on this computer, and what is too little or too much.
///
/// @param host whole gigabytes in bytes: the firmware keeps a part, a computer with 12 GB reports 11.8
public record MemoryRange(long host) {
    private static final long GIGABYTE = 1L << 30;

    /// @param total bytes that the computer reports
    public static MemoryRange of(long total) {
        return new MemoryRange(Math.round((double) total / GIGABYTE) * GIGABYTE);
    }

    /// Anything that leaves Windows a gigabyte can be chosen; whether it is wise is said beside it.
    public Parameter.Size parameter(long advised) {
        return new Parameter.Size(
                Text.of("parameter.memory"), GIGABYTE, Math.max(advised, host - GIGABYTE), step(), advised);
    }

    private long step() {
        return host < 16 * GIGABYTE ? GIGABYTE / 2 : GIGABYTE;
    }

    public boolean isLow(long bytes) {
        boolean lowForALargeHost = bytes < Thresholds.mebibytes("memory.low-mib")
                && host >= Thresholds.mebibytes("memory.low-from-host-mib");
        return lowForALargeHost || bytes < host * Thresholds.share("memory.low-share-of-host");
    }

    /// The fix with a word about what it would be like to live with the value.
    public Fix judged(Fix fix, long bytes, long advised) {
        if (isLow(bytes)) return fix.warningToo(Text.of("warning.value.low-memory", Text.size(bytes)));
        long most = Math.max(advised, host - Thresholds.mebibytes("memory.windows-keeps-mib"));
        return bytes > most ? fix.warningToo(Text.of("warning.value.high-memory", Text.size(host - bytes))) : fix;
    }
}

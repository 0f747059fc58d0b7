package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.WslSize;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The swap that WSL gave the running virtual machine, held against what `.wslconfig` asks for.
final class LiveSwap {
    /// WSL attaches its swap as a whole disk; swap files and zram are the distribution's own. Sizes are in KiB.
    private static final Pattern DISK = Pattern.compile("(?m)^/dev/sd[a-z]+\\s+partition\\s+(\\d+)\\s");
    /// The header of a swap area, and that WSL makes disks of whole mebibytes.
    private static final long SLACK = 2L << 20;

    private LiveSwap() {}

    /// What the machine has, where it is not what the file says. A machine without swap says nothing by itself: where
    /// the disk is full WSL starts without it.
    static Optional<Evidence> unlike(ConfigFile file, Guest guest, boolean edited) {
        Optional<Long> wanted = file.config().size("wsl2", "swap").flatMap(size -> switch (size) {
            case WslSize.Bytes(long count) -> Optional.of(count);
            case WslSize.Invalid _ -> Optional.empty();
        });
        return wanted.isPresent()
                        && guest.live().text("/proc/swaps")
                                instanceof Reading.Known<String>(String table, Source source)
                        && Math.abs(bytes(table) - wanted.get()) > SLACK
                        && (edited || bytes(table) > 0)
                ? Optional.of(Evidence.of("evidence.wsl.live-swap", bytes(table), source))
                : Optional.empty();
    }

    private static long bytes(String table) {
        Matcher disks = DISK.matcher(table);
        long all = 0;
        while (disks.find()) all += Long.parseLong(disks.group(1)) * 1024;
        return all;
    }
}

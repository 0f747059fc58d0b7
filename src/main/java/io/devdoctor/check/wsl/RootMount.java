package io.devdoctor.check.wsl;

import java.util.List;
import java.util.Optional;

/// The line of `/proc/mounts` that is the root: device, mount point, type, options, two numbers. Blanks inside a field
/// are written as `\040`, so fields never hold one.
record RootMount(String line, String type, List<String> options) {
    private static final int FIELDS = 6;

    /// The last root counts, since a later mount covers an earlier one.
    static Optional<RootMount> of(String mounts) {
        return mounts.lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length == FIELDS && fields[1].equals("/"))
                .map(fields -> new RootMount(String.join(" ", fields), fields[2], List.of(fields[3].split(","))))
                .reduce((_, last) -> last);
    }

    /// Mounted so now; `errors=remount-ro` only says what would happen.
    boolean isReadOnly() {
        return options.contains("ro");
    }
}

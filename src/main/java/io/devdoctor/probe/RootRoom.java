package io.devdoctor.probe;

import io.devdoctor.machine.WslAnswer.Room;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `df -P /`, whose columns POSIX fixes: name, total, used, available, share, mount point. The heading is
/// localized, the name of the device may hold blanks, so numbers are taken from the end.
final class RootRoom {
    /// BusyBox and GNU print `-` for inodes of a file system that has none.
    private static final Pattern ROW =
            Pattern.compile("(?m)^.*\\S\\s+(\\d{1,18}|-)\\s+(\\d{1,18}|-)\\s+(\\d{1,18}|-)\\s+(?:\\d{1,3}%|-)\\s+/$");

    private RootRoom() {}

    /// Of `df -kP /`.
    ///
    /// @throws IllegalArgumentException if there is no such row
    static Room bytes(String df) {
        Room kilobytes = count(df);
        return new Room(
                Math.multiplyExact(kilobytes.total(), 1024L),
                Math.multiplyExact(kilobytes.used(), 1024L),
                Math.multiplyExact(kilobytes.available(), 1024L));
    }

    /// Of `df -iP /`.
    ///
    /// @throws IllegalArgumentException if there is no such row
    static Room count(String df) {
        Matcher row = ROW.matcher(df);
        if (!row.find()) throw new IllegalArgumentException("no row of / in: " + df);
        return new Room(number(row.group(1)), number(row.group(2)), number(row.group(3)));
    }

    private static long number(String digits) {
        return digits.equals("-") ? 0 : Long.parseLong(digits);
    }
}

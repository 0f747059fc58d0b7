package io.devdoctor;

import io.devdoctor.system.Ports;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.posix.PosixChanges;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.system.windows.LiveWindows;
import io.devdoctor.system.windows.WindowsChanges;
import java.util.Locale;
import java.util.function.Supplier;

/// The adapters for the operating system on which we run.
record LocalSystem(Supplier<Ports> source, Supplier<Changes> changeSource) {

    static LocalSystem here() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows
                ? new LocalSystem(LiveWindows::ports, WindowsChanges::here)
                : new LocalSystem(PosixPorts::live, PosixChanges::here);
    }

    Ports ports() {
        return source.get();
    }

    Changes changes() {
        return changeSource.get();
    }
}

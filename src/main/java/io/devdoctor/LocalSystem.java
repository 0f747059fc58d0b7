package io.devdoctor;

import io.devdoctor.system.Ports;
import io.devdoctor.system.Taskbar;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.posix.PosixChanges;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.system.windows.LiveWindows;
import io.devdoctor.system.windows.WindowsChanges;
import io.devdoctor.system.windows.WindowsTaskbar;
import java.util.Locale;
import java.util.function.Supplier;

/// The adapters for the operating system on which we run.
record LocalSystem(Supplier<Ports> source, Supplier<Changes> changeSource, Taskbar taskbar) {

    static LocalSystem here() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows
                ? new LocalSystem(LiveWindows::ports, WindowsChanges::here, new WindowsTaskbar())
                : new LocalSystem(PosixPorts::live, PosixChanges::here, Taskbar.NONE);
    }

    Ports ports() {
        return source.get();
    }

    Changes changes() {
        return changeSource.get();
    }
}

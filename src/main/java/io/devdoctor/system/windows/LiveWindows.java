package io.devdoctor.system.windows;

import io.devdoctor.machine.Origin;
import io.devdoctor.system.Ports;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import io.devdoctor.system.live.JGitRepositories;
import io.devdoctor.system.live.LocalFiles;
import io.devdoctor.system.live.LocalNetwork;
import io.devdoctor.system.live.OshiHardware;
import java.time.Instant;
import java.util.List;

/// The ports of a live Windows machine.
public final class LiveWindows {
    private LiveWindows() {}

    public static Ports ports() {
        // OSHI's own bound of WMI, and no scan of the event log for the boot time; both before its first use.
        System.setProperty("oshi.util.wmi.timeout", "8000");
        System.setProperty("oshi.os.windows.eventlog", "");
        WallClock clock = Instant::now;
        WindowsRegistry registry = new WindowsRegistry();
        return new Ports(
                new Origin.Live(),
                WindowsPlatform.read(registry),
                List.of(),
                clock,
                registry,
                new WindowsServices(registry),
                new WindowsCommands(),
                new LocalFiles(WindowsFiles::allocated, WindowsFiles::openError),
                new JGitRepositories(),
                new WindowsEnvironment(registry),
                new OshiHardware(),
                new LocalNetwork(),
                new WindowsPipes(),
                new WindowsFacts(),
                new WindowsWmi(),
                new DockerJavaEngineApi(WindowsPipes::client, clock));
    }
}

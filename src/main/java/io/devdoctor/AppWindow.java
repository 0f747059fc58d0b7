package io.devdoctor;

import io.devdoctor.cli.CliServices;
import io.devdoctor.desktop.Arrivals;
import io.devdoctor.desktop.DesktopApp;
import io.devdoctor.desktop.DesktopServices;
import io.devdoctor.desktop.Frame;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.report.Reports;
import io.devdoctor.store.OneWindow;
import io.devdoctor.system.Taskbar;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the window, and says why where it cannot be opened.
record AppWindow(LocalMachines machines, RepairWiring repairs, Home home, Taskbar taskbar, String version)
        implements CliServices.Window {
    private static final Logger LOG = LoggerFactory.getLogger(AppWindow.class);

    static AppWindow of(LocalSystem system, Home home) {
        LocalMachines machines = new LocalMachines(system::ports, home::mutes, home::asking);
        return new AppWindow(machines, new RepairWiring(system, home), home, system.taskbar(), Version.CURRENT);
    }

    @Override
    public void show(Optional<Path> recording) throws CliServices.NoWindow {
        if (!hasDisplay()) throw new CliServices.NoWindow("cli.no-window.display");
        switch (OneWindow.claim(home.folder(), recording, taskbar::giveWay)) {
            case OneWindow.Claim.HandedOver _ -> LOG.info("The window that is open already was asked to show itself");
            case OneWindow.Claim.First(OneWindow window) -> {
                try (window) {
                    open(recording, asked -> window.listen(file -> asked.accept(file.map(Path::of))));
                }
            }
            case OneWindow.Claim.Unsure(String why) -> {
                LOG.warn("Whether another window is open is not known: {}", why);
                open(recording, Arrivals.NONE);
            }
        }
    }

    private void open(Optional<Path> recording, Arrivals arrivals) throws CliServices.NoWindow {
        Frame frame = new Identified(taskbar);
        Target first = recording.<Target>map(Target.Recording::new).orElseGet(Target.Live::new);
        try {
            new DesktopApp(services(), first, arrivals, frame).run();
        } catch (UnsupportedOperationException e) {
            boolean libraries = String.valueOf(e.getMessage()).contains("library");
            LOG.warn("No window", e);
            throw new CliServices.NoWindow(libraries ? "cli.no-window.libraries" : "cli.no-window.display", e);
        } catch (RuntimeException | Error e) {
            // Without fonts the toolkit fails late and with anything.
            LOG.error("No window", e);
            throw new CliServices.NoWindow("cli.no-window.failed", e);
        }
    }

    DesktopServices services() {
        return new DesktopServices(
                machines,
                Repairs.by(repairs::repairer),
                Reports::write,
                home.history(),
                home.settings(),
                home.logs(),
                version);
    }

    /// JavaFX draws through X11 only on Linux; elsewhere there is always a window system.
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean x11 = !system.startsWith("windows") && !system.contains("mac");
        String display = System.getenv("DISPLAY");
        return !x11
                || (display != null && !display.isBlank())
                || "Headless".equals(System.getProperty("glass.platform"));
    }
}

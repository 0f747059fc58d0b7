package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.DesktopSockets;
import io.devdoctor.machine.DesktopSockets.Entry;
import io.devdoctor.machine.DesktopSockets.Folder;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;

/// Looks at the socket files of Docker Desktop, without following one of them to whoever listens.
public final class DesktopSocketsProbe implements Probe<DesktopSockets> {
    private static final int AT_ONCE = 8;
    private static final int MOST = 64;

    @Override
    public Part<DesktopSockets> part() {
        return Part.DESKTOP_SOCKETS;
    }

    @Override
    public Reading<DesktopSockets> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        String local = Folders.of(system).localData();
        List<String> paths = List.of(local + "\\Docker\\run", local + "\\docker-secrets-engine");
        List<Folder> folders = each(paths, paths.size(), path -> folder(system, path));
        Source source = new Source(Source.Kind.DERIVED, "desktop-sockets", known.taken());
        return new Reading.Known<>(new DesktopSockets(folders), source);
    }

    private static Folder folder(Ports system, String path) {
        return new Folder(
                path,
                system.files()
                        .list(path)
                        .map(names -> each(
                                names.subList(0, Math.min(MOST, names.size())),
                                AT_ONCE,
                                name -> new Entry(name, system.files().state(path + "\\" + name)))));
    }
}

package io.devdoctor.probe;

import io.devdoctor.machine.DesktopSockets;
import io.devdoctor.machine.DesktopSockets.Entry;
import io.devdoctor.machine.DesktopSockets.Folder;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.stream.Gatherers;

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
        List<Folder> folders =
                List.of(folder(system, local + "\\Docker\\run"), folder(system, local + "\\docker-secrets-engine"));
        Source source = new Source(Source.Kind.DERIVED, "desktop-sockets", known.taken());
        return new Reading.Known<>(new DesktopSockets(folders), source);
    }

    private static Folder folder(Ports system, String path) {
        return new Folder(
                path,
                system.files()
                        .list(path)
                        .map(names -> names.stream()
                                .limit(MOST)
                                .gather(Gatherers.mapConcurrent(
                                        AT_ONCE,
                                        name -> new Entry(name, system.files().state(path + "\\" + name))))
                                .toList()));
    }
}

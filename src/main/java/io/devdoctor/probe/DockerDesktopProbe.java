package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.stream.IntStream;

/// Reads how Docker Desktop is installed and configured, without starting or asking it.
public final class DockerDesktopProbe implements Probe<DockerDesktop> {
    private static final List<String> PIPES =
            List.of("docker_engine", "dockerDesktopLinuxEngine", "dockerDesktopWindowsEngine");
    private static final String BACKEND = "com.docker.backend.exe";
    private static final String LINUX_DAEMON_JSON = "/etc/docker/daemon.json";

    @Override
    public Part<DockerDesktop> part() {
        return Part.DOCKER_DESKTOP;
    }

    @Override
    public Reading<DockerDesktop> read(Ports system, Machine known) {
        DockerDesktop desktop = system.platform().isWindows() ? onWindows(system) : elsewhere(system);
        return new Reading.Known<>(desktop, new Source(Source.Kind.DERIVED, "docker-desktop", known.taken()));
    }

    private static DockerDesktop onWindows(Ports system) {
        Folders folders = Folders.of(system);
        String settings = folders.roamingData() + "\\Docker\\";
        List<String> paths = List.of(
                settings + "settings-store.json",
                settings + "settings.json",
                folders.programData() + "\\DockerDesktop\\admin-settings.json",
                system.platform().inHome(".docker", "daemon.json"));
        var install = together(() -> DesktopInstall.find(system, folders));
        var service = together(() -> system.services().service("com.docker.service"));
        var programs = together(() -> system.hardware().programs());
        var pipes =
                together(() -> each(PIPES, PIPES.size(), name -> system.pipes().pipe(name)));
        List<Reading<FileContent>> files =
                each(paths, paths.size(), path -> system.files().read(path));
        List<Reading<Boolean>> there = pipes.join();
        return new DockerDesktop(
                install.join(),
                service.join(),
                programs.join().map(names -> names.stream().anyMatch(BACKEND::equalsIgnoreCase)),
                IntStream.range(0, PIPES.size())
                        .mapToObj(i -> new DockerDesktop.Pipe(PIPES.get(i), there.get(i)))
                        .toList(),
                files.get(0),
                files.get(1),
                files.get(2),
                files.get(3));
    }

    private static DockerDesktop elsewhere(Ports system) {
        Reading<FileContent> none = new Reading.NotApplicable<>(NotWindows.WHY);
        return new DockerDesktop(
                new Reading.NotApplicable<>(NotWindows.WHY),
                new Reading.NotApplicable<>(NotWindows.WHY),
                new Reading.NotApplicable<>(NotWindows.WHY),
                List.of(),
                none,
                none,
                none,
                system.files().read(LINUX_DAEMON_JSON));
    }
}

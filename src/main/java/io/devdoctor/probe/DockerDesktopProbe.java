package io.devdoctor.probe;

import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;

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
        return new DockerDesktop(
                DesktopInstall.find(system, folders),
                system.services().service("com.docker.service"),
                system.hardware().programs().map(names -> names.stream().anyMatch(BACKEND::equalsIgnoreCase)),
                PIPES.stream()
                        .map(name -> new DockerDesktop.Pipe(name, system.pipes().pipe(name)))
                        .toList(),
                system.files().read(settings + "settings-store.json"),
                system.files().read(settings + "settings.json"),
                system.files().read(folders.programData() + "\\DockerDesktop\\admin-settings.json"),
                system.files().read(system.platform().inHome(".docker", "daemon.json")));
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

package io.devdoctor.desktop.model;

import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What kind of machine this is, in one line: `Windows 11 24H2 · 16 GB` and `WSL 2.6.3 · Docker Desktop 4.52`.
/// Product names and versions only, hence no texts. What is not known is left out.
public record MachineLine(String system, String software) {
    private static final String DOT = " · ";
    private static final int FIRST_ELEVEN = 22_000;

    public static MachineLine of(Machine machine, Format format) {
        Optional<Host> host = known(machine, Part.HOST);
        List<String> system = new ArrayList<>();
        system.add(host.flatMap(it -> it.windows().known())
                .map(MachineLine::windows)
                .orElseGet(() -> plain(machine.platform())));
        host.flatMap(it -> it.memory().known()).ifPresent(it -> system.add(format.size(it.total())));
        return new MachineLine(String.join(DOT, system), String.join(DOT, software(machine)));
    }

    private static List<String> software(Machine machine) {
        Stream<String> wsl = MachineLine.<Wsl>known(machine, Part.WSL)
                .flatMap(it -> it.packageVersion().known())
                .map(it -> "WSL " + threeParts(it))
                .stream();
        Stream<String> desktop = MachineLine.<DockerDesktop>known(machine, Part.DOCKER_DESKTOP)
                .flatMap(it -> it.install().known())
                .map(it -> "Docker Desktop " + it.version())
                .stream();
        Stream<String> engine = MachineLine.<DockerEngine>known(machine, Part.DOCKER_ENGINE)
                .flatMap(it -> it.version().known())
                .map(it -> "Engine " + it.engine())
                .stream();
        return Stream.of(wsl, desktop, engine).flatMap(it -> it).toList();
    }

    private static String windows(Host.WindowsVersion windows) {
        String name = windows.build() >= FIRST_ELEVEN ? "Windows 11" : "Windows 10";
        return windows.displayVersion().isEmpty() ? name : name + " " + windows.displayVersion();
    }

    private static String plain(Platform platform) {
        return switch (platform.family()) {
            case WINDOWS -> "Windows " + platform.version();
            case LINUX -> "Linux " + platform.version();
            case MACOS -> "macOS " + platform.version();
        };
    }

    /// `2.6.3.0` is known to people as 2.6.3.
    private static String threeParts(String version) {
        return version.matches("\\d+\\.\\d+\\.\\d+\\.0") ? version.substring(0, version.lastIndexOf('.')) : version;
    }

    private static <T> Optional<T> known(Machine machine, Part<T> part) {
        return machine.has(part) ? machine.part(part).known() : Optional.empty();
    }

    /// The reading of a part that may not have arrived yet.
    public static <T> Optional<Reading<T>> arrived(Machine machine, Part<T> part) {
        return machine.has(part) ? Optional.of(machine.part(part)) : Optional.empty();
    }
}

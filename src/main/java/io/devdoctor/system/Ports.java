package io.devdoctor.system;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything a probe may ask of one system. Read-only by type: the few ways to change something live in
/// `system.change` and are given to `repair` alone.
///
/// @param projects folders in which its user wants to know how projects fare, in the notation of that system; nobody
///                 searches for others
public record Ports(
        Origin origin,
        Platform platform,
        List<String> projects,
        WallClock clock,
        Registry registry,
        Services services,
        Commands commands,
        Files files,
        Repositories repositories,
        Environment environment,
        Hardware hardware,
        NetworkReach network,
        Pipes pipes,
        Win32 win32,
        Wmi wmi,
        EngineApi engine) {
    public Ports {
        projects = List.copyOf(projects);
    }

    /// The same system, asked about these projects.
    public Ports about(List<String> folders) {
        return with(folders, files, commands, engine);
    }

    /// The same system, whose programs and whose engine are given this many times their budgets.
    public Ports patient(int times) {
        return with(projects, files, commands.patient(times), engine.patient(times));
    }

    /// The same system as it would be if these files had other contents; nothing is written.
    ///
    /// @param edits whole contents by path; empty = the file is not there
    public Ports assuming(Map<String, Optional<Bytes>> edits) {
        return with(projects, new AssumedFiles(files, platform.isWindows(), clock.now(), edits), commands, engine);
    }

    /// The same system, whose open questions can be seen there.
    public Ports watchedBy(QueriesInFlight seen) {
        return new Ports(
                origin,
                platform,
                projects,
                clock,
                registry,
                services,
                Watched.commands(commands, seen),
                new Watched.Paths(files, seen),
                Watched.repositories(repositories, seen),
                environment,
                hardware,
                new Watched.Reach(network, seen),
                pipes,
                win32,
                Watched.wmi(wmi, seen),
                Watched.engine(engine, seen));
    }

    private Ports with(List<String> folders, Files other, Commands programs, EngineApi api) {
        return new Ports(
                origin,
                platform,
                folders,
                clock,
                registry,
                services,
                programs,
                other,
                repositories,
                environment,
                hardware,
                network,
                pipes,
                win32,
                wmi,
                api);
    }
}

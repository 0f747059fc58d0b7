package io.devdoctor.system;

import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Platform;

/// Everything a probe may ask of one system. Read-only by type: the few ways to change something live in
/// `system.change` and are given to `repair` alone.
public record Ports(
        Origin origin,
        Platform platform,
        WallClock clock,
        Registry registry,
        Services services,
        Commands commands,
        Files files,
        Environment environment,
        Hardware hardware,
        NetworkReach network,
        Pipes pipes,
        Win32 win32,
        Wmi wmi,
        EngineApi engine) {}

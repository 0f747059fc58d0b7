package io.devdoctor.check.docker;

import io.devdoctor.machine.DockerEngine.Info;
import io.devdoctor.machine.Machine;
import java.util.Optional;

/// What kind of machine the engine runs in.
public enum VirtualMachine {
    /// That of WSL 2, bounded by .wslconfig.
    WSL,
    /// Docker Desktop's own, bounded by its settings.
    DESKTOP,
    /// None: the engine shares the memory and processors of the system.
    NONE,
    /// Another computer.
    REMOTE;

    public static VirtualMachine of(Machine machine, Info info) {
        Optional<String> endpoint = machine.dockerEngine().known().map(engine -> engine.endpoint());
        if (endpoint.map(Endpoint::new).filter(Endpoint::isThisComputer).isEmpty()) return REMOTE;
        if (machine.platform().isWindows()) {
            if (info.osType().equals("windows")) return NONE;
            return info.isInWsl() ? WSL : DESKTOP;
        }
        return info.isDockerDesktop() ? DESKTOP : NONE;
    }
}

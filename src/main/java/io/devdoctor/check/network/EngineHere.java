package io.devdoctor.check.network;

import io.devdoctor.check.Subject;
import io.devdoctor.check.docker.Endpoint;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import java.util.Optional;

/// The engine whose containers publish ports on this computer.
public final class EngineHere {
    private EngineHere() {}

    static Subject subject(Machine machine) {
        return endpoint(machine).map(Subject::endpoint).orElse(Subject.MACHINE);
    }

    /// Whether the engine that was asked is on another computer, whose ports are not ours.
    public static boolean isElsewhere(Machine machine) {
        return endpoint(machine)
                .filter(endpoint -> !new Endpoint(endpoint).isThisComputer())
                .isPresent();
    }

    private static Optional<String> endpoint(Machine machine) {
        return machine.dockerEngine().known().map(DockerEngine::endpoint);
    }
}

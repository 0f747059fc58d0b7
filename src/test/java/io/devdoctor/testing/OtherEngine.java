package io.devdoctor.testing;

import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Ports;

/// A machine as it is, behind another engine.
public final class OtherEngine {
    private OtherEngine() {}

    public static Ports of(Ports ports, EngineApi engine) {
        return new Ports(
                ports.origin(),
                ports.platform(),
                ports.projects(),
                ports.clock(),
                ports.registry(),
                ports.services(),
                ports.commands(),
                ports.files(),
                ports.repositories(),
                ports.environment(),
                ports.hardware(),
                ports.network(),
                ports.pipes(),
                ports.win32(),
                ports.wmi(),
                engine);
    }
}

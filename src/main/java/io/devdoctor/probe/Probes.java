package io.devdoctor.probe;

import java.util.List;

/// Every probe there is, in the order of [io.devdoctor.machine.Part#ALL].
public final class Probes {
    public static final List<Probe<?>> ALL = List.of(
            new HostProbe(),
            new WslProbe(),
            new WslAnswerProbe(),
            new WslConfigProbe(),
            new DrivesProbe(),
            new NetworkProbe(),
            new DockerDesktopProbe());

    private Probes() {}
}

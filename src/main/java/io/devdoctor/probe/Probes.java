package io.devdoctor.probe;

import java.util.List;

/// Every probe there is, in the order of [io.devdoctor.machine.Part#ALL].
public final class Probes {
    public static final List<Probe<?>> ALL = with(ProbeOptions.DEFAULT);

    private Probes() {}

    /// The same probes, told what to look at.
    public static List<Probe<?>> with(ProbeOptions options) {
        return List.of(
                new HostProbe(),
                new EnvironmentProbe(),
                new WindowsSettingsProbe(),
                new PoliciesProbe(),
                new SecurityProbe(),
                new GitProbe(),
                new WslProbe(),
                new WslAnswerProbe(),
                new WslConfigProbe(),
                new WslDisksProbe(),
                new WslNetworkingProbe(),
                new ClocksProbe(options.timeServers()),
                new TimeProbe(),
                new DrivesProbe(),
                new NetworkProbe(),
                new DockerDesktopProbe(),
                new DesktopSocketsProbe(),
                new DockerClientProbe(options.engine()),
                new DockerFilesProbe(),
                new DockerEngineProbe(),
                new DockerAccessProbe(),
                new BuildersProbe(),
                new ProxiesProbe(),
                new RegistryMirrorsProbe(),
                new RegistryAccessProbe(),
                new DiskUsageProbe(),
                new VolumesProbe(),
                new ContainersProbe(),
                new EngineNetworksProbe(),
                new ProjectsProbe(),
                new ClientLibrariesProbe(),
                new BuildChecksProbe(options.buildCheck()),
                new LoopbackProbe(),
                new NameResolutionProbe(),
                new WorldsProbe());
    }
}

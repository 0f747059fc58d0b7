package io.devdoctor.check.docker;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class DockerChecks {
    public static final List<Check> ALL = List.of(
            new InstalledCheck(),
            new DesktopReleaseCheck(),
            new SettingsFileCheck(),
            new SocketFilesCheck(),
            new RunningCheck(),
            new BackendCheck(),
            new EndpointCheck(),
            new UserAccessCheck(),
            new TcpExposedCheck(),
            new EngineCheck(),
            new EngineModeCheck(),
            new WslIntegrationCheck(),
            new KubernetesCheck(),
            new EngineMemoryCheck(),
            new EngineProcessorsCheck(),
            new ConfigFilesCheck(),
            new DaemonConfigCheck(),
            new CredentialsCheck(),
            new LogRotationCheck(),
            new ProxyCheck(),
            new RegistryMirrorsCheck(),
            new RegistryAccessCheck(),
            new BuilderCheck(),
            new DiskUsageCheck(),
            new SecondEngineCheck(),
            new ClientLibrariesCheck());

    private DockerChecks() {}
}

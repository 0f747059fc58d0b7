package io.devdoctor.machine;

import io.devdoctor.machine.project.BuildChecks;
import io.devdoctor.machine.project.Projects;
import java.util.List;

/// A part of the [Machine] that is read by one probe and arrives as a whole. Checks declare the parts they need.
///
/// @param <T> the record that holds the part's facts
public final class Part<T> {
    public static final Part<Host> HOST = new Part<>("host", Host.class);
    public static final Part<UserEnvironment> ENVIRONMENT = new Part<>("environment", UserEnvironment.class);
    public static final Part<WindowsSettings> SETTINGS = new Part<>("windows-settings", WindowsSettings.class);
    public static final Part<Policies> POLICIES = new Part<>("policies", Policies.class);
    public static final Part<Security> SECURITY = new Part<>("security", Security.class);
    public static final Part<Git> GIT = new Part<>("git", Git.class);
    public static final Part<Proxies> PROXIES = new Part<>("proxies", Proxies.class);
    public static final Part<Wsl> WSL = new Part<>("wsl", Wsl.class);
    public static final Part<WslAnswer> WSL_ANSWER = new Part<>("wsl-answer", WslAnswer.class);
    public static final Part<WslConfigFile> WSL_CONFIG = new Part<>("wsl-config", WslConfigFile.class);
    public static final Part<WslDisks> WSL_DISKS = new Part<>("wsl-disks", WslDisks.class);
    public static final Part<WslNetworking> WSL_NETWORKING = new Part<>("wsl-networking", WslNetworking.class);
    public static final Part<DockerDesktop> DOCKER_DESKTOP = new Part<>("docker-desktop", DockerDesktop.class);
    public static final Part<DesktopSockets> DESKTOP_SOCKETS = new Part<>("desktop-sockets", DesktopSockets.class);
    public static final Part<DockerClient> DOCKER_CLIENT = new Part<>("docker-client", DockerClient.class);
    public static final Part<DockerEngine> DOCKER_ENGINE = new Part<>("docker-engine", DockerEngine.class);
    public static final Part<DockerAccess> DOCKER_ACCESS = new Part<>("docker-access", DockerAccess.class);
    public static final Part<Builders> BUILDERS = new Part<>("builders", Builders.class);
    public static final Part<Containers> CONTAINERS = new Part<>("containers", Containers.class);
    public static final Part<DiskUsage> DISK_USAGE = new Part<>("disk-usage", DiskUsage.class);
    public static final Part<RegistryMirrors> REGISTRY_MIRRORS = new Part<>("registry-mirrors", RegistryMirrors.class);
    public static final Part<RegistryAccess> REGISTRY_ACCESS = new Part<>("registry-access", RegistryAccess.class);
    public static final Part<Clocks> CLOCKS = new Part<>("clocks", Clocks.class);
    public static final Part<TimeSettings> TIME = new Part<>("time", TimeSettings.class);
    public static final Part<Volumes> VOLUMES = new Part<>("volumes", Volumes.class);
    public static final Part<Drives> DRIVES = new Part<>("drives", Drives.class);
    public static final Part<Network> NETWORK = new Part<>("network", Network.class);

    public static final Part<EngineNetworks> ENGINE_NETWORKS = new Part<>("engine-networks", EngineNetworks.class);
    public static final Part<DockerFiles> DOCKER_FILES = new Part<>("docker-files", DockerFiles.class);
    public static final Part<Loopback> LOOPBACK = new Part<>("loopback", Loopback.class);
    public static final Part<ClientLibraries> CLIENT_LIBRARIES = new Part<>("client-libraries", ClientLibraries.class);
    public static final Part<NameResolution> NAME_RESOLUTION = new Part<>("name-resolution", NameResolution.class);
    public static final Part<Projects> PROJECTS = new Part<>("projects", Projects.class);
    public static final Part<BuildChecks> BUILD_CHECKS = new Part<>("build-checks", BuildChecks.class);
    public static final Part<Worlds> WORLDS = new Part<>("worlds", Worlds.class);

    /// Every part, in the order in which people look at a machine.
    public static final List<Part<?>> ALL = List.of(
            HOST,
            ENVIRONMENT,
            SETTINGS,
            POLICIES,
            SECURITY,
            GIT,
            WSL,
            WSL_ANSWER,
            WSL_CONFIG,
            WSL_DISKS,
            WSL_NETWORKING,
            CLOCKS,
            TIME,
            DRIVES,
            NETWORK,
            DOCKER_DESKTOP,
            DESKTOP_SOCKETS,
            DOCKER_CLIENT,
            DOCKER_FILES,
            DOCKER_ENGINE,
            DOCKER_ACCESS,
            BUILDERS,
            PROXIES,
            REGISTRY_MIRRORS,
            REGISTRY_ACCESS,
            DISK_USAGE,
            VOLUMES,
            CONTAINERS,
            ENGINE_NETWORKS,
            PROJECTS,
            CLIENT_LIBRARIES,
            BUILD_CHECKS,
            LOOPBACK,
            NAME_RESOLUTION,
            WORLDS);

    private final String id;
    private final Class<T> type;

    private Part(String id, Class<T> type) {
        this.id = id;
        this.type = type;
    }

    /// A stable name in kebab case, shown by `devdoctor list`.
    public String id() {
        return id;
    }

    T cast(Object value) {
        return type.cast(value);
    }

    @Override
    public String toString() {
        return id;
    }
}

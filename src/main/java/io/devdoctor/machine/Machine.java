package io.devdoctor.machine;

import io.devdoctor.machine.project.Projects;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Everything known about one machine at one time, part by part. Immutable; parts arrive one after another, and
/// each arrival makes a new machine.
public final class Machine {
    private final Platform platform;
    private final Instant taken;
    private final Map<Part<?>, Reading<?>> parts;

    private Machine(Platform platform, Instant taken, Map<Part<?>, Reading<?>> parts) {
        this.platform = platform;
        this.taken = taken;
        this.parts = parts;
    }

    /// A machine of which only the platform is known. `taken` is "now" for every check.
    public static Machine of(Platform platform, Instant taken) {
        return new Machine(platform, taken, Map.of());
    }

    public Platform platform() {
        return platform;
    }

    public Instant taken() {
        return taken;
    }

    public <T> Machine with(Part<T> part, Reading<T> reading) {
        Map<Part<?>, Reading<?>> more = new LinkedHashMap<>(parts);
        more.put(part, reading);
        return new Machine(platform, taken, more);
    }

    /// The same machine with these parts only, so that a check cannot use what it did not declare.
    public Machine narrowedTo(Set<Part<?>> needs) {
        Map<Part<?>, Reading<?>> fewer = new LinkedHashMap<>(parts);
        fewer.keySet().retainAll(needs);
        return new Machine(platform, taken, fewer);
    }

    public boolean has(Part<?> part) {
        return parts.containsKey(part);
    }

    /// The reading of a part.
    ///
    /// @throws IllegalStateException if the part has not arrived or was not declared as needed
    public <T> Reading<T> part(Part<T> part) {
        Reading<?> reading = parts.get(part);
        if (reading == null) throw new IllegalStateException("part not declared or not read: " + part);
        return reading.map(part::cast);
    }

    public Reading<Host> host() {
        return part(Part.HOST);
    }

    public Reading<UserEnvironment> environment() {
        return part(Part.ENVIRONMENT);
    }

    public Reading<WindowsSettings> settings() {
        return part(Part.SETTINGS);
    }

    public Reading<Policies> policies() {
        return part(Part.POLICIES);
    }

    public Reading<Security> security() {
        return part(Part.SECURITY);
    }

    public Reading<Git> git() {
        return part(Part.GIT);
    }

    public Reading<Proxies> proxies() {
        return part(Part.PROXIES);
    }

    public Reading<Wsl> wsl() {
        return part(Part.WSL);
    }

    public Reading<WslAnswer> wslAnswer() {
        return part(Part.WSL_ANSWER);
    }

    public Reading<WslConfigFile> wslConfig() {
        return part(Part.WSL_CONFIG);
    }

    public Reading<WslDisks> wslDisks() {
        return part(Part.WSL_DISKS);
    }

    public Reading<WslNetworking> wslNetworking() {
        return part(Part.WSL_NETWORKING);
    }

    public Reading<DockerDesktop> dockerDesktop() {
        return part(Part.DOCKER_DESKTOP);
    }

    public Reading<DockerClient> dockerClient() {
        return part(Part.DOCKER_CLIENT);
    }

    public Reading<DockerEngine> dockerEngine() {
        return part(Part.DOCKER_ENGINE);
    }

    public Reading<Containers> containers() {
        return part(Part.CONTAINERS);
    }

    public Reading<DiskUsage> diskUsage() {
        return part(Part.DISK_USAGE);
    }

    public Reading<RegistryMirrors> registryMirrors() {
        return part(Part.REGISTRY_MIRRORS);
    }

    public Reading<Clocks> clocks() {
        return part(Part.CLOCKS);
    }

    public Reading<TimeSettings> time() {
        return part(Part.TIME);
    }

    public Reading<Volumes> volumes() {
        return part(Part.VOLUMES);
    }

    public Reading<Drives> drives() {
        return part(Part.DRIVES);
    }

    public Reading<Projects> projects() {
        return part(Part.PROJECTS);
    }

    public Reading<Network> network() {
        return part(Part.NETWORK);
    }
}

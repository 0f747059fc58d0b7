package io.devdoctor.machine;

import java.util.List;

/// WSL as the registry and the service control manager describe it; nothing is started to learn this.
///
/// @param packageVersion `HKLM\…\Lxss\MSI` value Version, for example `2.6.3.0`; Absent = not the packaged WSL
/// @param defaultVersion for new distributions; Absent means 2 with the package, 1 with old inbox WSL
/// @param defaultDistro  the GUID in `DefaultDistribution`; it may name no existing distribution
/// @param distros        every registered distribution of this user, docker-desktop included
/// @param rebootPending  components named by the volatile key `InstallStatus`; Absent = none pending
public record Wsl(
        Reading<String> packageVersion,
        Reading<ServiceState> wslService,
        Reading<ServiceState> lxssManager,
        Reading<Long> defaultVersion,
        Reading<String> defaultDistro,
        Reading<List<Distro>> distros,
        Reading<String> rebootPending) {

    /// One registered distribution.
    ///
    /// @param flags bit 8 = runs in the virtual machine (WSL 2); the registry's `Version` is another thing
    /// @param state 1 installed, 3 installing, 4 uninstalling, 0 value absent
    /// @param basePath folder of the disk, without the long-path prefix
    /// @param disk  the vhdx; Absent if the file does not exist, NotApplicable for WSL 1
    /// @param source the registry key
    public record Distro(
            String guid,
            String name,
            Reading<Long> flags,
            Reading<Long> state,
            Reading<String> basePath,
            Reading<FileState> disk,
            Source source) {
        /// Whether this distribution was made by Docker Desktop for itself.
        public boolean isDockerDesktop() {
            return name.equals("docker-desktop") || name.equals("docker-desktop-data");
        }

        public Reading<Integer> mode() {
            return flags.map(value -> (value & 8) != 0 ? 2 : 1);
        }
    }
}

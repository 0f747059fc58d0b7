package io.devdoctor.machine;

import java.util.List;

/// WSL as the registry and the service control manager describe it; nothing is started to learn this.
///
/// @param packageVersion `HKLM\…\Lxss\MSI` value Version, for example `2.6.3.0`; Absent = not the packaged WSL
/// @param defaultVersion for new distributions; Absent means 2 with the package, 1 with old inbox WSL
/// @param defaultDistro  the GUID in `DefaultDistribution`; it may name no existing distribution
/// @param distros        every registered distribution of this user, docker-desktop included; an empty list = none
/// @param rebootPending  components named by the volatile key `InstallStatus`; Absent = none pending
public record Wsl(
        Reading<String> packageVersion,
        Reading<ServiceState> wslService,
        Reading<ServiceState> lxssManager,
        Reading<Long> defaultVersion,
        Reading<String> defaultDistro,
        Reading<List<Distro>> distros,
        Reading<String> rebootPending) {

    /// Whether there is a WSL that can be asked: the package, or the optional component with its own inbox program.
    /// wsl.exe itself proves nothing, since every current Windows has a stub of it that offers to install.
    public Reading<Boolean> installed() {
        if (packageVersion.isKnown()) return packageVersion.map(_ -> true);
        if (lxssManager.isKnown()) return lxssManager.map(_ -> true);
        if (!packageVersion.isAbsent()) return packageVersion.map(_ -> false);
        return lxssManager instanceof Reading.Absent<ServiceState>(Source source)
                ? new Reading.Known<>(false, source)
                : lxssManager.map(_ -> false);
    }

    /// One registered distribution.
    ///
    /// @param name  the GUID where `DistributionName` is missing, empty or unreadable
    /// @param registered `DistributionName` as it stands
    /// @param flags bit 8 = runs in the virtual machine (WSL 2), 7 where the value is missing
    /// @param state 1 installed, 3 installing, 4 uninstalling, 0 value absent
    /// @param basePath folder of the disk, without the long-path prefix
    /// @param disk  the vhdx; Absent if the file does not exist, NotApplicable for WSL 1
    /// @param source the registry key
    public record Distro(
            String guid,
            String name,
            Reading<String> registered,
            Reading<Long> flags,
            Reading<Long> state,
            Reading<String> basePath,
            Reading<FileState> disk,
            Source source) {
        /// The bit of `flags` that says WSL 2.
        public static final long VM_MODE = 8;

        /// Whether this distribution was made by Docker Desktop for itself.
        public boolean isDockerDesktop() {
            return name.equals("docker-desktop") || name.equals("docker-desktop-data");
        }

        public Reading<Integer> mode() {
            return flags.map(value -> (value & VM_MODE) != 0 ? 2 : 1);
        }
    }
}

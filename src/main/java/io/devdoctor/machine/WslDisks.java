package io.devdoctor.machine;

import java.util.List;

/// The virtual disks of WSL 2 on this machine: one for each distribution, and those that Docker Desktop keeps beside
/// them. What is missing is not in the list.
public record WslDisks(List<Disk> all) {
    public WslDisks {
        all = List.copyOf(all);
    }

    /// @param distro whose root it is; "" = Docker Desktop's data, which belong to no distribution
    /// @param path   of the file
    /// @param file   without opening it; its size may be more than it occupies
    /// @param folder that holds it, whose attributes new files inherit
    public record Disk(String distro, String path, Reading<FileState> file, Reading<FileState> folder) {
        /// Whether Docker Desktop made it for itself.
        public boolean isDockerDesktop() {
            return distro.isEmpty() || distro.equals("docker-desktop") || distro.equals("docker-desktop-data");
        }
    }
}

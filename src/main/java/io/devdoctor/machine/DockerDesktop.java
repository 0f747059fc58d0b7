package io.devdoctor.machine;

import java.util.List;

/// Docker Desktop as installed and configured.
///
/// @param install    how it was found; Absent = not installed in any known form
/// @param service    com.docker.service; stopped and manual is healthy with WSL 2, absent in per-user installs
/// @param backendRunning whether com.docker.backend.exe runs
/// @param pipes      which of the engine's pipes exist
/// @param settings   settings-store.json (4.35 and later)
/// @param legacySettings settings.json (before 4.35)
/// @param adminSettings  admin-settings.json
/// @param daemonJson the Linux engine's daemon.json of this user
public record DockerDesktop(
        Reading<Install> install,
        Reading<ServiceState> service,
        Reading<Boolean> backendRunning,
        List<Pipe> pipes,
        Reading<FileContent> settings,
        Reading<FileContent> legacySettings,
        Reading<FileContent> adminSettings,
        Reading<FileContent> daemonJson) {
    public DockerDesktop {
        pipes = List.copyOf(pipes);
    }

    /// @param version DisplayVersion, for example `4.52.0`
    /// @param perUser installed for this user only
    public record Install(String version, String folder, boolean perUser) {}

    /// `state` Known = it exists and may be opened, Absent = it does not exist, Unknown(DENIED) = another user's.
    public record Pipe(String name, Reading<Boolean> state) {}
}

package io.devdoctor.machine;

import java.util.List;

/// The JSON files that Docker's programs read, byte by byte, and the credential helpers that config.json names.
///
/// @param files   those that exist, or could not be read; a folder that could not be listed stands for its files
/// @param helpers each helper once for each world in which a config.json names it
public record DockerFiles(List<File> files, List<Program> helpers) {
    public DockerFiles {
        files = List.copyOf(files);
        helpers = List.copyOf(helpers);
    }

    public enum Kind {
        /// `config.json` of the docker command line.
        CONFIG,
        /// `meta.json` of one context.
        CONTEXT,
        /// `daemon.json` of the engine that answers by default.
        DAEMON,
        /// `daemon.json` of the engine for Windows containers.
        WINDOWS_DAEMON,
        /// `registry.json`, by which an organization demands a sign-in.
        SIGN_IN,
        /// `admin-settings.json`, by which an organization sets Docker Desktop.
        ADMIN
    }

    /// @param path   in the notation of its world
    /// @param distro the distribution in which it lies; "" = the system itself
    public record File(Kind kind, String path, String distro, Reading<Bytes> content) {}

    /// @param name   as config.json has it: the program is `docker-credential-<name>`
    /// @param distro the distribution whose config.json names it; "" = the system itself
    /// @param found  Known(path) = a program of that name is on the PATH there, Absent = there is none
    public record Program(String name, String distro, Reading<String> found) {}
}

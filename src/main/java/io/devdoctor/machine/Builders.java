package io.devdoctor.machine;

import java.util.Map;

/// What builds images when nothing else is said: the builder that buildx keeps as the current one.
///
/// @param chosen  Absent = the engine's own builder
/// @param current `buildx/current` in the folder of Docker's command line
/// @param plugin  whether docker-buildx is where Docker looks for it; Absent = nowhere
public record Builders(Reading<Builder> chosen, Reading<FileContent> current, Reading<Boolean> plugin) {

    /// @param driver  `docker-container`, `kubernetes`, `remote`, `cloud`; "" = a builder of this name does not exist
    /// @param options of its first node, such as `default-load`
    /// @param by      what chose it
    public record Builder(String name, String driver, Map<String, String> options, By by) {
        public Builder {
            options = Map.copyOf(options);
        }
    }

    public enum By {
        /// `BUILDX_BUILDER`
        VARIABLE,
        /// `buildx/current`
        CURRENT,
        /// `buildx/defaults/<hash of the context>`
        CONTEXT
    }
}

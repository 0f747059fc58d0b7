package io.devdoctor.machine;

/// A Windows service or driver as the service control manager sees it, by key name (never by display name).
public record ServiceState(String name, Run run, Start start) {
    public enum Run {
        RUNNING,
        STOPPED,
        STARTING,
        STOPPING,
        PAUSED
    }

    /// The start type; [#UNREAD] where the state was readable and the start type was not.
    public enum Start {
        BOOT,
        SYSTEM,
        AUTO,
        MANUAL,
        DISABLED,
        UNREAD
    }
}

package io.devdoctor.check;

/// The areas of the dashboard, in its order.
public enum Area {
    HOST,
    WSL,
    CLOCK,
    DRIVES,
    NETWORK,
    DOCKER,
    CONTAINER,
    PROJECT;

    /// Stable name in JSON and message keys (`area.wsl`).
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

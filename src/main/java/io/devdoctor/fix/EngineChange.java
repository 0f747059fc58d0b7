package io.devdoctor.fix;

/// One change of one object in a Docker engine, with what it frees in bytes.
public sealed interface EngineChange {
    /// The object's id.
    String id();

    /// What a person sees in the list.
    String label();

    long bytes();

    /// Whether the id is of the kind that engines give: whole, and nothing in a URL but an id. Names and parts of ids
    /// are not, which could come to mean another object.
    default boolean hasEngineId() {
        return switch (this) {
            case RemoveImage image -> image.id().matches("sha256:[0-9a-f]{64}");
            case RemoveBuildCache cache -> cache.id().matches("[0-9a-z]{25}");
            case RestartContainer container -> container.id().matches("[0-9a-f]{64}");
            case RemoveContainer container -> container.id().matches("[0-9a-f]{64}");
        };
    }

    default boolean isReversible() {
        return false;
    }

    record RemoveImage(String id, String label, long bytes) implements EngineChange {}

    /// Removes one build cache record by its id.
    record RemoveBuildCache(String id, String label, long bytes) implements EngineChange {}

    /// Ends the program of a running container, by SIGTERM first, and starts it anew.
    record RestartContainer(String id, String label) implements EngineChange {
        @Override
        public long bytes() {
            return 0;
        }
    }

    record RemoveContainer(String id, String label, long bytes) implements EngineChange {}
}

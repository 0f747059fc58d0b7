package io.devdoctor.fix;

/// One change of one object in a Docker engine, with what it frees in bytes.
public sealed interface EngineChange {
    /// The object's id.
    String id();

    /// What a person sees in the list.
    String label();

    long bytes();

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

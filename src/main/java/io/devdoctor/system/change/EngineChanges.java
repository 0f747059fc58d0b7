package io.devdoctor.system.change;

/// Changes single objects of a Docker engine by id; removes never by force and never by a bare prune. What is already
/// gone is
/// done; what something else still needs fails as IN_USE.
public interface EngineChanges {
    ChangeResult removeImage(String endpoint, String id);

    ChangeResult removeBuildCache(String endpoint, String id);

    ChangeResult removeContainer(String endpoint, String id);

    /// One that is gone fails as GONE: there is nothing to start.
    ChangeResult restartContainer(String endpoint, String id);
}

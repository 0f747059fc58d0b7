package io.devdoctor.system.change;

/// Every way to change one system; wired in `Main` and given to `repair` alone.
public record Changes(
        FileChanges files,
        RegistryChanges registry,
        ToolRuns tools,
        ToolRuns elevated,
        EngineChanges engine,
        Openings openings) {}

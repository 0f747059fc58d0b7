package io.devdoctor.system.change;

/// Every way to change one system; wired in `Main` and given to `repair` alone.
///
/// @param elevated the same tools after Windows asked the person for administrator rights
public record Changes(
        FileChanges files,
        RegistryChanges registry,
        ToolRuns tools,
        ToolRuns elevated,
        EngineChanges engine,
        Openings openings) {}

package io.devdoctor.machine;

import java.time.Instant;

/// Where a fact was read: the kind of place, the place itself in the notation an expert would type, and when.
///
/// @param what for example `HKCU\…\Lxss : DefaultVersion`, `wsl.exe --list --verbose`, `C:\Users\li\.wslconfig`, `GET
/// /info`
/// @param at   the wall clock of the examined machine when the read started
public record Source(Kind kind, String what, Instant at) {
    public enum Kind {
        REGISTRY,
        SERVICE,
        COMMAND,
        FILE,
        ENVIRONMENT,
        HARDWARE,
        NETWORK,
        PIPE,
        WIN32,
        WMI,
        ENGINE,
        DERIVED
    }

    /// The same source narrowed to a detail, for example a value of a key or a line of a file.
    public Source at(String detail) {
        return new Source(kind, what + detail, at);
    }
}

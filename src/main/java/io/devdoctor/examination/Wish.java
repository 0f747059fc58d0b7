package io.devdoctor.examination;

import java.util.List;
import java.util.Optional;

/// What a person wants to know beside the machine itself, and what a recording of it may tell.
///
/// @param projects     folders to look at as well, in the notation of this machine
/// @param buildCheck   whether Docker is asked to check their Dockerfiles; it may fetch data about base images then
/// @param pseudonymous whether a recording holds stand-ins for names, paths and addresses; it replays to the same
///                     findings
/// @param engine       an endpoint to examine in place of the one that is set, or that docker would choose
public record Wish(List<String> projects, boolean buildCheck, boolean pseudonymous, Optional<String> engine) {
    public static final Wish NOTHING = new Wish(List.of(), false, false, Optional.empty());

    public Wish {
        projects = List.copyOf(projects);
    }

    public static Wish of(List<String> projects) {
        return new Wish(projects, false, false, Optional.empty());
    }

    /// With Docker asked to check the Dockerfiles, if that is wished.
    public Wish withBuildCheck(boolean wished) {
        return new Wish(projects, wished, pseudonymous, engine);
    }

    public Wish withEngine(String endpoint) {
        return new Wish(projects, buildCheck, pseudonymous, Optional.of(endpoint));
    }

    public Wish pseudonymously() {
        return new Wish(projects, buildCheck, true, engine);
    }
}

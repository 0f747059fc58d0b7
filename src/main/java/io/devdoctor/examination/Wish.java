package io.devdoctor.examination;

import java.util.List;

/// What a person wants to know beside the machine itself, and what a recording of it may tell.
///
/// @param projects     folders to look at as well, in the notation of this machine
/// @param buildCheck   whether Docker is asked to check their Dockerfiles; it may fetch data about base images then
/// @param pseudonymous whether a recording holds stand-ins for names, paths and addresses; it replays to the same
///                     findings
public record Wish(List<String> projects, boolean buildCheck, boolean pseudonymous) {
    public static final Wish NOTHING = new Wish(List.of(), false, false);

    public Wish {
        projects = List.copyOf(projects);
    }

    public static Wish of(List<String> projects) {
        return new Wish(projects, false, false);
    }

    public Wish pseudonymously() {
        return new Wish(projects, buildCheck, true);
    }
}

package io.devdoctor.examination;

import java.util.List;

/// What a person wants to know beside the machine itself.
///
/// @param projects   folders to look at as well, in the notation of this machine
/// @param buildCheck whether Docker is asked to check their Dockerfiles; it may fetch data about base images then
public record Wish(List<String> projects, boolean buildCheck) {
    public static final Wish NOTHING = new Wish(List.of(), false);

    public Wish {
        projects = List.copyOf(projects);
    }

    public static Wish of(List<String> projects) {
        return new Wish(projects, false);
    }
}

package io.devdoctor.check.project;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.testing.ProjectFacts;

/// Small projects around a Dockerfile.
public final class Dockerfiles {
    private static final String SERVER =
            "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":8080\", nil) }\n";

    private Dockerfiles() {}

    /// @param lines of the Dockerfile
    public static ProjectFacts with(String... lines) {
        return ProjectFacts.of("Dockerfile", String.join("\n", lines) + "\n");
    }

    /// With servers in Go, which import `net/http`.
    public static ProjectFacts server(String... lines) {
        return with(lines)
                .and("go.mod", "module example.com/shop\n\ngo 1.26\n")
                .and("go.sum", "")
                .and("main.go", SERVER)
                .and("cmd/main.go", SERVER)
                .and("cmd/api/main.go", SERVER);
    }

    public static Workspace workspace(ProjectFacts facts) {
        Projects projects = known(facts.machine().projects());
        return Workspace.of(known(projects.folders().getFirst().project()));
    }

    private static <T> T known(Reading<T> reading) {
        if (reading instanceof Reading.Known<T>(T value, var _)) return value;
        throw new AssertionError(reading);
    }
}

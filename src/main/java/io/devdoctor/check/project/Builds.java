package io.devdoctor.check.project;

import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.dockerfile.BuildContext;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Frontend;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the Dockerfiles of a project and the folders that are sent for them.
final class Builds {
    private final Project project;
    private final List<ComposeProject> composes;

    Builds(Project project, List<ComposeProject> composes) {
        this.project = project;
        this.composes = composes;
    }

    /// Those whose bytes were kept, with the folders that Compose files name for them.
    List<Build> all() {
        Map<String, List<ComposeBuild>> told = composes.stream()
                .flatMap(compose -> compose.services().stream())
                .flatMap(service -> service.build().stream())
                .filter(build -> build.file().isPresent())
                .collect(Collectors.groupingBy(build -> build.file().orElseThrow()));
        return project.texts().values().stream()
                .filter(text -> Frontend.isDockerfile(text.path()) || told.containsKey(text.path()))
                .flatMap(text -> text.content().stream()
                        .flatMap(bytes -> builds(text, bytes, told.getOrDefault(text.path(), List.of())).stream()))
                .toList();
    }

    private List<Build> builds(TextFile text, Bytes bytes, List<ComposeBuild> told) {
        Dockerfile file = Dockerfile.parse(bytes.toArray());
        return told.isEmpty()
                ? List.of(guessed(text, file))
                : told.stream()
                        .map(build ->
                                new Build(text.path(), file, build.folder().orElse(""), true, build.target()))
                        .distinct()
                        .toList();
    }

    private Build guessed(TextFile text, Dockerfile file) {
        String context = BuildContext.guess(text.path(), file, project::has);
        return new Build(text.path(), file, context, false, Optional.empty());
    }
}

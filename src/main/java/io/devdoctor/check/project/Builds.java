package io.devdoctor.check.project;

import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the Dockerfiles of a project and the folders that are sent for them.
final class Builds {
    private static final Pattern NAME =
            Pattern.compile("(?:dockerfile|containerfile)(?:[.-].*)?|.*\\.(?:docker|container)file");
    private static final String IGNORE_FILE = ".dockerignore";

    private final Project project;
    private final List<ComposeProject> composes;

    Builds(Project project, List<ComposeProject> composes) {
        this.project = project;
        this.composes = composes;
    }

    static boolean isDockerfile(String path) {
        String name = Project.name(path).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && !name.endsWith(IGNORE_FILE);
    }

    /// Those whose bytes were kept, with the folders that Compose files name for them.
    List<Build> all() {
        Map<String, List<ComposeService.Build>> told = composes.stream()
                .flatMap(compose -> compose.services().stream())
                .flatMap(service -> service.build().stream())
                .filter(build -> build.file().isPresent())
                .collect(Collectors.groupingBy(build -> build.file().orElseThrow()));
        return project.texts().values().stream()
                .filter(text -> isDockerfile(text.path()) || told.containsKey(text.path()))
                .flatMap(text -> text.content().stream()
                        .flatMap(bytes -> builds(text, bytes, told.getOrDefault(text.path(), List.of())).stream()))
                .toList();
    }

    private List<Build> builds(TextFile text, Bytes bytes, List<ComposeService.Build> told) {
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
        String folder = Project.parent(text.path());
        // Where both would do, the folder of the file: that is what `docker build FOLDER` sends.
        String context = holds(folder, file) || !holds("", file) ? folder : "";
        return new Build(text.path(), file, context, false, Optional.empty());
    }

    /// Whether everything that is copied by its plain name is there.
    private boolean holds(String context, Dockerfile file) {
        return file.instructions().stream()
                .filter(Instruction.Transfer.class::isInstance)
                .map(Instruction.Transfer.class::cast)
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> copy.sources().stream())
                .map(Word::text)
                .filter(source -> source.matches("[^$*?\\[\\]\"':]+"))
                .map(source -> Build.clean(source))
                .filter(source -> !source.isEmpty())
                .allMatch(source -> project.has(context.isEmpty() ? source : context + "/" + source));
    }
}

package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compose files laid over each other, with what they include and extend, as Compose would run them.
///
/// @param files    those that were read, the first one in front
/// @param main     how many of [#files] Compose takes by itself or was told to take, from the front
/// @param folder   of the project: that of the first file, relative to the project
/// @param model    all of them merged
/// @param folders  by file: from where its relative paths count
/// @param problems in the order in which they were met
/// @param env      the `.env` beside the first file
public record ComposeProject(
        List<String> files,
        int main,
        String folder,
        Mapping model,
        Map<String, String> folders,
        List<ComposeProblem> problems,
        DotEnv env) {
    public ComposeProject {
        files = List.copyOf(files);
        folders = Map.copyOf(folders);
        problems = List.copyOf(problems);
    }

    /// Loads the project of which `file` is the first file: with its override file where it is the one that Compose
    /// takes by itself, alone otherwise.
    public static ComposeProject load(String file, ComposeSource source, ComposeVariables variables) {
        return load(ComposeFiles.with(file, source), source, variables);
    }

    /// Loads files laid over each other, as `docker compose -f … -f …` does.
    public static ComposeProject load(List<String> files, ComposeSource source, ComposeVariables variables) {
        return new ComposeLoader(source).load(files, variables);
    }

    public String file() {
        return files.getFirst();
    }

    /// Whether everything that belongs to it was read, and is sound as far as it goes.
    public boolean isWhole() {
        return problems.stream().noneMatch(problem -> switch (problem.kind()) {
            case UNDEFINED_VARIABLE, REQUIRED_VARIABLE, DUPLICATE_KEY, INTERPOLATION, INCLUDE_CONFLICT -> false;
            default -> true;
        });
    }

    /// All services, whatever their profiles.
    public List<ComposeService> services() {
        return model.mapping("services").stream()
                .flatMap(services -> services.fields().values().stream())
                .filter(field -> field.value() instanceof Mapping)
                .map(field -> new ComposeService(this, field))
                .toList();
    }

    public Optional<ComposeService> service(String name) {
        return model.mapping("services")
                .flatMap(services -> services.field(name))
                .filter(field -> field.value() instanceof Mapping)
                .map(field -> new ComposeService(this, field));
    }

    /// What stands below `networks`, `volumes`, `configs` or `secrets` of the file itself.
    public Map<String, Field> declared(String section) {
        return model.mapping(section).map(Mapping::fields).orElse(Map.of());
    }

    /// A path of a file in it, as the project counts it.
    public String resolve(ComposePlace place, String path) {
        return ComposePaths.resolve(folders.getOrDefault(place.file(), folder), path);
    }
}

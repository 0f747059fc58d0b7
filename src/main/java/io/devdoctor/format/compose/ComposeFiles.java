package io.devdoctor.format.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names by which Compose finds its files.
public final class ComposeFiles {
    /// In the order in which Compose prefers them.
    public static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    public static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");
    private static final Pattern ANY = Pattern.compile("(?i)(docker-)?compose([._-][\\w.-]+)?\\.ya?ml");
    private static final int MOST = 20;

    private ComposeFiles() {}

    /// Whether a name looks like one of a Compose file, for itself or to be laid over another.
    public static boolean isCompose(String name) {
        return ANY.matcher(name).matches();
    }

    /// The file that Compose takes in a folder, with its override; empty = none there.
    public static List<String> found(String folder, ComposeSource source) {
        return first(folder, NAMES, source)
                .map(main -> {
                    List<String> files = new ArrayList<>(List.of(main));
                    first(folder, OVERRIDES, source).ifPresent(files::add);
                    return List.copyOf(files);
                })
                .orElse(List.of());
    }

    static List<String> with(String file, ComposeSource source) {
        List<String> found = found(ComposePaths.parent(file), source);
        return !found.isEmpty() && found.getFirst().equals(file) ? found : List.of(file);
    }

    /// What Compose takes when it is started in `folder`: the files that COMPOSE_FILE names in the shell or in `.env`,
    /// else those of [#found].
    public static List<String> chosen(String folder, ComposeSource source, ComposeVariables shell, boolean windows) {
        ComposeVariables variables = shell.and(env(folder, source, shell));
        String named = variables.value("COMPOSE_FILE").orElse("");
        if (named.isBlank()) return found(folder, source);
        String separator = variables
                .value("COMPOSE_PATH_SEPARATOR")
                .filter(text -> !text.isEmpty())
                .orElse(windows ? ";" : ":");
        return List.of(named.split(Pattern.quote(separator))).stream()
                .filter(path -> !path.isBlank())
                .limit(MOST)
                .map(path -> ComposePaths.resolve(folder, path))
                .toList();
    }

    static DotEnv env(String folder, ComposeSource source, ComposeVariables shell) {
        return switch (source.file(ComposePaths.resolve(folder, ".env"))) {
            case ComposeSource.Answer.Found(byte[] bytes) -> DotEnv.parse(bytes, shell);
            case ComposeSource.Answer.Missing() -> DotEnv.NONE;
            case ComposeSource.Answer.Unread() -> DotEnv.UNREAD;
        };
    }

    private static Optional<String> first(String folder, List<String> names, ComposeSource source) {
        return names.stream()
                .map(name -> ComposePaths.resolve(folder, name))
                .filter(path -> !(source.file(path) instanceof ComposeSource.Answer.Missing))
                .findFirst();
    }
}

package io.devdoctor.cli;

import io.devdoctor.examination.Wish;
import io.devdoctor.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The folders of projects that a person wants looked at as well.
final class Projects {
    @Option(names = "--project", arity = "1..*", paramLabel = "DIR", descriptionKey = "option.project")
    private List<Path> folders = new ArrayList<>();

    boolean isEmpty() {
        return folders.isEmpty();
    }

    /// Whole paths, each once; a folder that is not there is said before anybody waits for an examination.
    List<String> paths() {
        if (folders.stream().anyMatch(folder -> folder.toString().isBlank())) {
            throw CliProblem.usage(Text.of("cli.error.empty-value", "--project"));
        }
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .map(Projects::checked)
                .toList();
    }

    /// @param buildCheck whether Docker is asked to check their Dockerfiles
    Wish wish(boolean buildCheck) {
        if (buildCheck && isEmpty()) throw CliProblem.usage(Text.of("cli.error.build-check-alone"));
        return Wish.of(paths()).withBuildCheck(buildCheck);
    }

    private static String checked(Path folder) {
        // A look into a distribution that does not run would start it.
        boolean inDistro = folder.toString().startsWith("\\\\wsl");
        if (!inDistro && !Files.isDirectory(folder)) {
            throw CliProblem.usage(Text.of("cli.error.no-project", folder.toString()));
        }
        return folder.toString();
    }
}

package io.devdoctor.check.project;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the Dockerfiles of a project and the folders that are sent for them.
final class Builds {
    private static final Pattern NAME =
            Pattern.compile("(?:dockerfile|containerfile)(?:[.-].*)?|.*\\.(?:docker|container)file");
    private static final String IGNORE_FILE = ".dockerignore";

    private final Project project;

    Builds(Project project) {
        this.project = project;
    }

    static boolean isDockerfile(String path) {
        String name = Project.name(path).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && !name.endsWith(IGNORE_FILE);
    }

    /// Those whose bytes were kept.
    List<Build> all() {
        return project.texts().values().stream()
                .filter(text -> isDockerfile(text.path()))
                .flatMap(text -> text.content().stream().map(bytes -> build(text, bytes)))
                .toList();
    }

    private Build build(TextFile text, Bytes bytes) {
        Dockerfile file = Dockerfile.parse(bytes.toArray());
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

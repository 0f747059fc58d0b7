package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.format.dockerfile.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what the container of a stage starts.
final class Starts {
    /// Images without an ENTRYPOINT of their own, so that CMD names the program. That of others may be given
    /// to it as arguments: `CMD ["server.js"]` of distroless/nodejs.
    private static final Pattern NO_ENTRYPOINT = Pattern.compile(
            "golang|alpine|busybox|debian|ubuntu|buildpack-deps|python|ruby|rust|fedora|rockylinux|almalinux|centos"
                + "|amazonlinux|oraclelinux|gcr\\.io/distroless/(static|base|cc)[^/]*|mcr\\.microsoft\\.com/dotnet/.*");

    private final StageModel stage;
    private final List<Started> all = new ArrayList<>();

    Starts(StageModel stage) {
        this.stage = stage;
    }

    List<Started> all() {
        boolean told = stage.launch().entrypoint().isPresent() || stage.isScratch();
        boolean none = stage.reference()
                .filter(image -> NO_ENTRYPOINT.matcher(image.family()).matches())
                .isPresent();
        if (told || none) stage.launch().main().ifPresent(this::read);
        return List.copyOf(all);
    }

    private void read(Launch.Part part) {
        if (!part.isShell()) {
            add(stage.launch().words(), part);
            return;
        }
        if (stage.draft().hasOtherShell()) return;
        for (ShellCommand command : part.command().programs()) {
            // What may fail, or may not run, is no business of ours; after a change of folder paths mean
            // others.
            if (command.program().equals("cd")) return;
            if (command.conditional() || command.tolerated()) continue;
            Optional<List<String>> words = words(command);
            words.ifPresent(known -> add(known, part));
        }
    }

    private Optional<List<String>> words(ShellCommand command) {
        List<Optional<String>> words =
                command.words().stream().map(stage.draft().variables::expand).toList();
        if (words.isEmpty() || words.getFirst().isEmpty()) return Optional.empty();
        return Optional.of(words.stream().map(word -> word.orElse("")).toList());
    }

    private void add(List<String> words, Launch.Part part) {
        for (Invocation invocation : Invocation.of(words)) {
            boolean direct = invocation.how() == How.DIRECT;
            String path = locate(invocation.path(), direct);
            Found found = path.isEmpty() ? Found.UNKNOWN : stage.look(path);
            all.add(new Started(invocation.path(), path, found, direct, part.isShell(), all.isEmpty(), part.line()));
        }
    }

    private String locate(String name, boolean direct) {
        if (name.contains("/") || !direct) {
            return ImagePath.resolve(stage.workdir(), name).orElse("");
        }
        return stage.searched().folders().stream()
                .map(folder -> ImagePath.join(folder, name))
                .filter(path -> stage.look(path).isPresent())
                .findFirst()
                .orElse("");
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageTable;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import io.devdoctor.format.compose.ComposeWords;
import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Services that build with Go in a repository which Compose mounts: in a distribution it belongs to its user, and git
/// in the container, which runs as root, refuses it. On a drive of Windows everything belongs to root there.
final class BoundRepository {
    private static final Pattern BUILDS =
            Pattern.compile("(?s).*\\b(?:go (?:build|install)\\b|air\\b|CompileDaemon\\b).*");
    private static final String TOLD = "-buildvcs";

    private final VersionStampCheck check;
    private final Workspace project;

    BoundRepository(VersionStampCheck check, Workspace project) {
        this.check = check;
        this.project = project;
    }

    List<Finding> examine() {
        if (!isInDistribution() || settled()) return List.of();
        List<Finding> all = new ArrayList<>();
        for (ComposeProject compose : project.composes()) {
            for (ComposeService service : compose.services())
                judge(compose, service).ifPresent(all::add);
        }
        return all;
    }

    private boolean isInDistribution() {
        String root = project.facts().root().toLowerCase(Locale.ROOT);
        return root.startsWith("\\\\wsl.localhost\\") || root.startsWith("\\\\wsl$\\");
    }

    /// What reloads programs has a file that says how they are built.
    private boolean settled() {
        return project.kept(path -> path.endsWith("air.toml")).stream()
                .flatMap(file -> file.content().stream())
                .map(Bytes::toArray)
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(TOLD));
    }

    private Optional<Finding> judge(ComposeProject compose, ComposeService service) {
        Optional<ComposeVolume> bound = service.volumes().stream()
                .filter(ComposeVolume::isBind)
                .filter(volume -> holdsRepository(compose, volume))
                .findFirst();
        boolean root = service.text("user")
                .map(user -> user.matches("(?:0|root)(?::.*)?"))
                .orElse(true);
        boolean told = service.environment().containsKey("GOFLAGS");
        if (bound.isEmpty() || !root || told || !builds(service) || !hasGit(service)) return Optional.empty();
        ComposePlace place = bound.get().sourcePlace();
        Evidence line = DockerfileCheck.line(project, place.file(), place.line());
        return Optional.of(check.likely(
                        project.subject(place.file(), service.name()),
                        "bound",
                        List.of(line),
                        service.name(),
                        bound.get().target())
                .at(List.of(project.place(place.file(), place.line())))
                .fixedBy(check.manual("bound", service.name(), bound.get().target())));
    }

    private boolean holdsRepository(ComposeProject compose, ComposeVolume volume) {
        String folder = compose.resolve(volume.sourcePlace(), volume.source());
        return project.facts().has(folder.isEmpty() ? ".git" : folder + "/.git");
    }

    private boolean builds(ComposeService service) {
        Optional<String> command = service.words("command").map(ComposeWords::line);
        Optional<String> started =
                image(service).map(stage -> String.join(" ", stage.launch().words()));
        String line = command.or(() -> started).orElse("");
        return BUILDS.matcher(line).matches() && !line.contains(TOLD);
    }

    private boolean hasGit(ComposeService service) {
        if (service.build().isEmpty()) {
            return service.image()
                    .flatMap(ImageTable::of)
                    .filter(image -> image.has(Tool.GIT).isYes())
                    .isPresent();
        }
        return image(service)
                .filter(stage -> stage.installs("git")
                        || stage.image()
                                .filter(image -> image.has(Tool.GIT).isYes())
                                .isPresent())
                .isPresent();
    }

    private Optional<StageModel> image(ComposeService service) {
        Optional<ComposeBuild> built = service.build();
        return built.flatMap(one -> project.builds().stream()
                        .filter(build -> one.file().filter(build.path()::equals).isPresent())
                        .filter(build -> build.target().equals(one.target()))
                        .findFirst())
                .map((Build build) -> BuildModel.of(project, build))
                .flatMap(BuildModel::target);
    }
}

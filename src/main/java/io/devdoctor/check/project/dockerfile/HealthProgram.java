package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A HEALTHCHECK with a program that the image lacks: the container never becomes healthy.
final class HealthProgram {
    private static final Map<String, Tool> TOOLS = Map.of("curl", Tool.CURL, "wget", Tool.WGET, "bash", Tool.BASH);
    private static final List<String> FOLDERS = List.of("/bin/", "/usr/bin/", "/usr/local/bin/", "/");

    private final BinaryPathCheck check;
    private final Workspace project;
    private final BuildModel model;

    HealthProgram(BinaryPathCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    Optional<Finding> examine() {
        Optional<StageModel> target = model.target();
        Optional<Launch.Part> health = target.flatMap(StageModel::healthcheck);
        if (target.isEmpty() || health.isEmpty()) return Optional.empty();
        return health.get().command().programs().stream()
                .map(ShellCommand::program)
                .filter(TOOLS::containsKey)
                .filter(tool -> lacks(target.get(), tool))
                .findFirst()
                .map(tool -> finding(target.get(), health.get(), tool));
    }

    /// By our table, and nothing in the Dockerfile speaks of it.
    private static boolean lacks(StageModel stage, String tool) {
        boolean none = stage.image()
                .map(image -> image.has(TOOLS.getOrDefault(tool, Tool.BASH)).isNo())
                .orElse(false);
        return none
                && !stage.installs(tool)
                && FOLDERS.stream()
                        .noneMatch(folder -> stage.look(folder + tool).isPresent())
                && chain(stage)
                        .flatMap(one -> one.runs().stream())
                        .noneMatch(run -> run.command().words().stream()
                                .map(ShellWord::text)
                                .anyMatch(word -> word.contains(tool)));
    }

    private static Stream<StageModel> chain(StageModel stage) {
        return Stream.iterate(Optional.of(stage), Optional::isPresent, one -> one.flatMap(StageModel::parent))
                .flatMap(Optional::stream);
    }

    private Finding finding(StageModel stage, Launch.Part health, String tool) {
        String path = model.build().path();
        List<Integer> lines = List.of(health.line());
        List<Evidence> evidence = new ArrayList<>(DockerfileCheck.lines(project, path, lines));
        evidence.add(Evidence.of(
                "evidence.dockerfile.base-image",
                StageCheck.imageOf(stage),
                project.source(path, StageCheck.imageLine(stage))));
        return check.likely(
                        project.subject(path, stage.name() + " health"),
                        "health-tool",
                        evidence,
                        path,
                        health.line(),
                        tool,
                        StageCheck.imageOf(stage))
                .at(DockerfileCheck.places(project, path, lines));
    }
}

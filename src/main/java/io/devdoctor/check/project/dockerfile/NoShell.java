package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The shell form in images that have no shell: RUN ends the build, CMD and ENTRYPOINT the start, and HEALTHCHECK makes
/// a container unhealthy for ever.
final class NoShell {
    private final SignalsCheck check;
    private final Workspace project;
    private final BuildModel model;

    NoShell(SignalsCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<Finding> all = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            List<Integer> lines = new ArrayList<>();
            if (!lacksShell(stage)) continue;
            stage.stage()
                    .all(Instruction.Run.class)
                    .filter(run -> run.command().isShell() && shell(stage, run))
                    .forEach(run -> lines.add(run.line()));
            boolean target =
                    model.target().filter(last -> last.index() == stage.index()).isPresent();
            if (target) started(stage).forEach(part -> lines.add(part.line()));
            if (!lines.isEmpty()) all.add(finding(stage, lines));
        }
        return all;
    }

    /// Whether SHELL does not choose another one before.
    private static boolean shell(StageModel stage, Instruction.Run run) {
        return stage.stage().all(Instruction.Shell.class).noneMatch(shell -> shell.line() < run.line());
    }

    private Stream<Launch.Part> started(StageModel stage) {
        return Stream.concat(stage.launch().main().stream(), stage.healthcheck().stream())
                .filter(part -> part.shell().isEmpty())
                .filter(part -> part.isShell() || ShellText.of(part).isPresent())
                .filter(part -> !SignalsCheck.isMisread(model.build(), part));
    }

    private static boolean lacksShell(StageModel stage) {
        boolean none =
                stage.image().map(KnownImage::shell).filter(Shell.NONE::equals).isPresent();
        Found sh = stage.look("/bin/sh");
        if (!none || sh.isPresent() || sh.state() == Found.State.UNKNOWN && stage.isScratch()) return false;
        // What comes from another image may bring one.
        return Stream.iterate(Optional.of(stage), Optional::isPresent, one -> one.flatMap(StageModel::parent))
                .flatMap(Optional::stream)
                .flatMap(one -> one.stage().all(Instruction.Transfer.class))
                .noneMatch(copy -> copy.flag("from").isPresent()
                        && copy.destination().text().matches("/|/bin.*|/usr/?|/usr/bin.*|/busybox.*"));
    }

    private Finding finding(StageModel stage, List<Integer> lines) {
        String path = model.build().path();
        List<Evidence> evidence = new ArrayList<>(DockerfileCheck.lines(project, path, lines));
        evidence.add(Evidence.of(
                "evidence.dockerfile.base-image",
                StageCheck.imageOf(stage),
                project.source(path, StageCheck.imageLine(stage))));
        return check.likely(
                        project.subject(path, "no-shell " + stage.name()),
                        "no-shell",
                        evidence,
                        path,
                        lines.getFirst(),
                        StageCheck.imageOf(stage))
                .at(DockerfileCheck.places(project, path, lines));
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.List;

/// A check of what a Dockerfile comes to when its stages are played out.
abstract class StageCheck extends DockerfileCheck {
    protected StageCheck(String id, Part<?>... more) {
        super(id, more);
    }

    /// What is the matter with the stages of this build; empty = nothing.
    protected abstract List<Finding> examine(Workspace project, BuildModel model, Machine machine);

    @Override
    protected final List<Finding> examine(Workspace project, Build build, Machine machine) {
        return examine(project, BuildModel.of(project, build), machine);
    }

    /// The image at the bottom of a stage, as a person calls it.
    static String imageOf(StageModel stage) {
        if (stage.isScratch()) return "scratch";
        return stage.reference()
                .map(ImageReference::text)
                .orElseGet(() -> stage.stage().from().image().text());
    }

    /// Whether a RUN right behind the FROM runs as root.
    static boolean beginsAsRoot(StageModel stage) {
        return stage.parent()
                .map(parent -> parent.user().filter(PermissionsCheck::isRoot).isPresent())
                .orElseGet(() -> stage.image()
                        .filter(image -> image.runsAsRoot().isYes())
                        .isPresent());
    }

    /// The line of the FROM that names that image.
    static int imageLine(StageModel stage) {
        return stage.parent()
                .map(StageCheck::imageLine)
                .orElseGet(() -> stage.stage().from().line());
    }
}

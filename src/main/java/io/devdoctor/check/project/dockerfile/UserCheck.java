package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Start;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Execution;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the container runs as root to its end: by the chain of the last stage, not by USER lines elsewhere.
final class UserCheck extends StageCheck {
    /// They leave root for another user.
    private static final Pattern LEAVING =
            Pattern.compile("\\b(gosu|su-exec|setpriv|s6-setuidgid|chpst|runuser|su)\\b");

    UserCheck() {
        super("dockerfile.user");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        return model
                .target()
                .filter(stage -> isRoot(stage) && !leaves(project, model, stage))
                .map(stage -> finding(project, model, stage))
                .stream()
                .toList();
    }

    private static boolean isRoot(StageModel stage) {
        return stage.user().filter(PermissionsCheck::isRoot).isPresent();
    }

    private static boolean leaves(Workspace project, BuildModel model, StageModel stage) {
        boolean image = stage.image()
                .filter(one -> one.start() != Start.PLAIN)
                .filter(_ -> stage.launch().entrypoint().isEmpty())
                .isPresent();
        boolean installed = stage.installs("gosu", "su-exec", "s6", "s6-overlay");
        boolean started = stage.launch().words().stream()
                .anyMatch(word -> LEAVING.matcher(word).find());
        return image || installed || started || model.executed().stream().anyMatch(one -> leaves(project, model, one));
    }

    private static boolean leaves(Workspace project, BuildModel model, Execution execution) {
        return project.bytes(model.build().inProject(execution.path()))
                .map(Bytes::toArray)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> LEAVING.matcher(text).find())
                .isPresent();
    }

    private Finding finding(Workspace project, BuildModel model, StageModel stage) {
        String file = model.build().path();
        List<Integer> lines = new ArrayList<>();
        if (!stage.userChanges().isEmpty())
            lines.add(stage.userChanges().getLast().line());
        lines.add(imageLine(stage));
        Optional<KnownImage> image = stage.image();
        boolean said = !stage.userChanges().isEmpty();
        return finding(
                        project.subject(file, stage.name()),
                        Verdict.INFO,
                        said || image.isEmpty() || stage.isScratch() ? Certainty.CERTAIN : Certainty.LIKELY,
                        "root",
                        lines(project, file, lines),
                        imageOf(stage))
                .at(places(project, file, lines))
                .fixedBy(manual("other-user", imageOf(stage)));
    }
}

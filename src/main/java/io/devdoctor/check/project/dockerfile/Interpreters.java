package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.Execution;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.machine.project.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Scripts whose first line names a shell that their image does not have. The kernel reports that the script
/// is not there, though it is.
final class Interpreters {
    private static final Pattern SHELL =
            Pattern.compile("#!\\s*(?:/\\S*/)?(?:env\\s+(?:-S\\s+)?)?(bash|sh|ash|dash)\\b.*");

    private static final Pattern PROGRAMS = Pattern.compile("/|/usr(/local)?|(/usr)?(/local)?/s?bin|/busybox");

    private final BinaryPathCheck check;
    private final Workspace project;
    private final BuildModel model;

    Interpreters(BinaryPathCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Execution execution : model.executed()) {
            if (execution.how() != How.DIRECT || !told.add(execution.path())) continue;
            stageOf(execution).flatMap(stage -> finding(execution, stage)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<StageModel> stageOf(Execution execution) {
        if (!execution.atBuild()) return model.target();
        return model.reachable().stream()
                .filter(stage -> stage.runs().stream().anyMatch(run -> run.line() == execution.line()))
                .findFirst();
    }

    /// A shell from elsewhere, or whole folders of programs.
    private static boolean brings(CopySource source, String shell) {
        boolean folder = PROGRAMS.matcher(source.destination()).matches()
                && source.found().kind() != Found.Kind.FILE;
        boolean single = source.destination().matches(".*/(" + shell + "|sh|busybox)")
                || source.path().endsWith("/busybox");
        return source.foreign() && (folder || single);
    }

    private Optional<Finding> finding(Execution execution, StageModel stage) {
        String inProject = model.build().inProject(execution.path());
        Matcher shell = SHELL.matcher(
                project.facts().text(inProject).map(TextFile::firstLine).orElse(""));
        if (!shell.matches()) return Optional.empty();
        boolean none = stage.image()
                .filter(image -> image.shell() == KnownImage.Shell.NONE)
                .isPresent();
        boolean bash = shell.group(1).equals("bash")
                && stage.image().filter(image -> image.has(Tool.BASH).isNo()).isPresent();
        boolean brought = stage.installs(shell.group(1))
                || stage.look("/bin/" + shell.group(1)).isPresent()
                || stage.copySources().stream().anyMatch(source -> brings(source, shell.group(1)));
        if (!none && !bash || brought) return Optional.empty();
        String file = model.build().path();
        Subject subject = project.subject(file, stage.name() + " " + execution.imagePath());
        Object[] args = {execution.imagePath(), shell.group(1), StageCheck.imageOf(stage), execution.line()};
        var evidence = List.of(
                DockerfileCheck.line(project, inProject, 1), DockerfileCheck.line(project, file, execution.line()));
        Finding finding = stage.isScratch()
                ? check.problem(subject, "no-interpreter", evidence, args)
                : check.likely(subject, "no-interpreter", evidence, args);
        return Optional.of(finding.at(List.of(project.place(file, execution.line()), project.place(inProject, 1))));
    }
}

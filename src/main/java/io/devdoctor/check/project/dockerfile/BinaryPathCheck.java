package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.check.project.stage.Started;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether what is built, copied and started is one and the same.
final class BinaryPathCheck extends StageCheck {
    BinaryPathCheck() {
        super("dockerfile.binary-path");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>(new CopiedPaths(this, project, model).examine());
        for (StageModel stage : model.reachable()) {
            found.addAll(new GoPackages(this, project, model, stage).examine());
        }
        model.target().ifPresent(stage -> started(project, model, stage).ifPresent(found::add));
        found.addAll(new Interpreters(this, project, model).examine());
        new HealthProgram(this, project, model).examine().ifPresent(found::add);
        return found;
    }

    /// Of the first program alone: what hangs on it is not told twice.
    private Optional<Finding> started(Workspace project, BuildModel model, StageModel stage) {
        for (Started started : model.started()) {
            Optional<Finding> finding = started(project, model, stage, started);
            if (finding.isPresent()) return finding;
        }
        return Optional.empty();
    }

    private Optional<Finding> started(Workspace project, BuildModel model, StageModel stage, Started started) {
        boolean bare = started.direct() && !started.name().contains("/");
        if (bare) return started.path().isEmpty() ? notOnPath(project, model, stage, started) : Optional.empty();
        if (started.found().isFolder() && started.direct() && started.found().line() > 0) {
            return Optional.of(startFinding(project, model, stage, started, "folder-started", true));
        }
        if (!started.found().isMissing()) return Optional.empty();
        boolean certain = started.found().state() == Found.State.MISSING;
        return Optional.of(startFinding(project, model, stage, started, "start-missing", certain));
    }

    /// A name that is looked for along PATH, while the file of that name lies beside it.
    private Optional<Finding> notOnPath(Workspace project, BuildModel model, StageModel stage, Started started) {
        if (!stage.searchesKnownFoldersOnly()) return Optional.empty();
        Optional<String> beside = stage.workdir()
                .map(folder -> folder + "/" + started.name())
                .filter(path -> stage.look(path).isPresent() && stage.look(path).kind() == Found.Kind.FILE);
        Optional<String> there = beside.or(() -> Optional.of("/" + started.name())
                .filter(path -> stage.look(path).isPresent() && stage.look(path).kind() == Found.Kind.FILE));
        if (there.isEmpty()) return Optional.empty();
        Started at = new Started(
                started.name(),
                there.get().replace("//", "/"),
                stage.look(there.get()),
                true,
                false,
                true,
                started.line());
        return Optional.of(startFinding(project, model, stage, at, "not-on-path", stage.isScratch()));
    }

    private Finding startFinding(
            Workspace project, BuildModel model, StageModel stage, Started started, String outcome, boolean certain) {
        String file = model.build().path();
        List<Integer> lines = new ArrayList<>(List.of(started.line()));
        if (started.found().line() > 0) lines.add(started.found().line());
        Subject subject = project.subject(file, stage.name() + " start");
        Object[] args = {
            started.name(), started.path(), started.line(), stage.workdir().orElse("/")
        };
        Finding finding = certain
                ? problem(subject, outcome, lines(project, file, lines), args)
                : likely(subject, outcome, lines(project, file, lines), args);
        return finding.at(places(project, file, lines));
    }
}

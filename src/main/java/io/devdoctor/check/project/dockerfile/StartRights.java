package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.check.project.stage.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the user of the container may execute what it starts.
final class StartRights {
    /// Neither its group nor others may execute it.
    private static final int OTHERS_EXECUTE = 0011;

    private final PermissionsCheck check;
    private final Workspace project;
    private final BuildModel model;
    private final StageModel stage;

    StartRights(PermissionsCheck check, Workspace project, BuildModel model, StageModel stage) {
        this.check = check;
        this.project = project;
        this.model = model;
        this.stage = stage;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        for (Started started : model.started()) {
            if (!started.direct() || !started.found().isPresent()) continue;
            String path = started.path();
            Found file = started.found();
            if (file.executable().isNo()) found.add(finding("not-executable", true, started, path));
            else if (isClosed(file)) found.add(finding("not-for-user", true, started, path));
            else if (isInRootsHome(path)) found.add(finding("in-root", false, started, path));
        }
        return found.stream().limit(1).toList();
    }

    /// Its mode shuts out everybody but an owner who is somebody else.
    private boolean isClosed(Found file) {
        Optional<String> user = nonRoot();
        Optional<String> owner = file.owner().map(name -> name.split("[:.]", 2)[0]);
        if (user.isEmpty() || owner.isEmpty() || file.mode().isEmpty()) return false;
        boolean comparable = PermissionsCheck.isRoot(owner.get())
                || isNumber(owner.get()) == isNumber(user.get()) && !owner.get().equals("?");
        return comparable && !owner.get().equals(user.get()) && (file.mode().get() & OTHERS_EXECUTE) == 0;
    }

    private static boolean isNumber(String name) {
        return name.matches("\\d+");
    }

    private Optional<String> nonRoot() {
        return stage.user().filter(name -> !name.isEmpty() && !PermissionsCheck.isRoot(name));
    }

    /// Distributions let nobody else into root's home.
    private boolean isInRootsHome(String path) {
        boolean opened = stage.look("/root").mode().isPresent()
                || stage.look("/root").executable().isYes()
                || stage.look("/root")
                        .owner()
                        .filter(owner -> !PermissionsCheck.isRoot(owner))
                        .isPresent();
        return path.startsWith("/root/") && nonRoot().isPresent() && !opened && !stage.isScratch();
    }

    private Finding finding(String outcome, boolean certain, Started started, String path) {
        String file = model.build().path();
        List<Integer> lines = new ArrayList<>(List.of(started.line()));
        if (started.found().line() > 0) lines.add(started.found().line());
        if (!stage.userChanges().isEmpty() && !outcome.equals("not-executable")) {
            lines.add(stage.userChanges().getLast().line());
        }
        Subject subject = project.subject(file, stage.name() + " start");
        String mode =
                started.found().mode().map(bits -> Integer.toOctalString(bits)).orElse("-x");
        Object[] args = {path, nonRoot().orElse("root"), mode, started.found().line()};
        Finding finding = certain
                ? check.problem(subject, outcome, DockerfileCheck.lines(project, file, lines), args)
                : check.likely(subject, outcome, DockerfileCheck.lines(project, file, lines), args);
        return finding.at(DockerfileCheck.places(project, file, lines));
    }
}

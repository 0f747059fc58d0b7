package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.OwnerChange;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether users exist where they are named, whether paths exist when they change hands, and whether whoever
/// runs the container may execute what it starts.
final class PermissionsCheck extends StageCheck {
    private static final Set<String> MANAGERS = Set.of("apk", "apt-get", "apt", "yum", "dnf", "microdnf");

    PermissionsCheck() {
        super("dockerfile.permissions");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            found.addAll(earlyOwners(project, model, stage));
            found.addAll(new MissingUsers(this, project, model, stage).examine());
            found.addAll(missingTools(project, model, stage));
            needsRoot(project, model, stage).ifPresent(found::add);
        }
        model.target().ifPresent(stage -> {
            found.addAll(new StartRights(this, project, model, stage).examine());
            masterUser(project, model, stage).ifPresent(found::add);
        });
        return found;
    }

    /// One finding for each path that changes hands before it is there.
    private List<Finding> earlyOwners(Workspace project, BuildModel model, StageModel stage) {
        Map<String, List<OwnerChange>> byPath = new LinkedHashMap<>();
        stage.ownerChanges().stream()
                .filter(change -> change.required() && change.target().isMissing())
                .forEach(change -> change.path()
                        .ifPresent(path -> byPath.computeIfAbsent(path, _ -> new ArrayList<>())
                                .add(change)));
        List<Finding> found = new ArrayList<>();
        byPath.forEach((path, changes) -> found.add(earlyOwner(project, model, stage, path, changes)));
        return found;
    }

    private Finding earlyOwner(
            Workspace project, BuildModel model, StageModel stage, String path, List<OwnerChange> changes) {
        String file = model.build().path();
        List<Integer> lines = changes.stream().map(OwnerChange::line).toList();
        boolean certain = changes.getFirst().target().state() == Found.State.MISSING;
        Object[] args = {path, lines.getFirst(), imageOf(stage)};
        Finding finding = certain
                ? problem(
                        project.subject(file, stage.name() + " " + path),
                        "early-chown",
                        lines(project, file, lines),
                        args)
                : likely(
                        project.subject(file, stage.name() + " " + path),
                        "early-chown",
                        lines(project, file, lines),
                        args);
        Optional<Instruction.Run> run = runAt(stage, lines.getFirst());
        boolean plain = path.matches("[\\w./-]+");
        return fixed(
                finding.at(places(project, file, lines)),
                run.filter(_ -> plain)
                        .flatMap(at -> suggest(
                                project,
                                file,
                                "folder-first",
                                model.build().file().edit().insertBefore(at, "RUN mkdir -p " + path),
                                path)));
    }

    private static Optional<Instruction.Run> runAt(StageModel stage, int line) {
        return stage.stage()
                .all(Instruction.Run.class)
                .filter(run -> run.line() <= line && line <= run.endLine())
                .findFirst();
    }

    private List<Finding> missingTools(Workspace project, BuildModel model, StageModel stage) {
        List<Finding> found = new ArrayList<>();
        Set<String> told = new java.util.HashSet<>();
        for (RunCommand run : stage.runs()) {
            String program = run.command().program();
            Optional<Tool> tool = tool(program);
            boolean missing = tool.isPresent()
                    && stage.image()
                            .filter(image -> image.has(tool.get()).isNo())
                            .isPresent()
                    && !stage.installs("adduser", "shadow", "shadow-utils", "passwd", "busybox");
            if (!missing || run.command().tolerated() || run.command().conditional() || !told.add(program)) continue;
            String file = model.build().path();
            found.add(likely(
                            project.subject(file, stage.name() + " " + program),
                            "no-tool",
                            lines(project, file, List.of(run.line(), imageLine(stage))),
                            program,
                            imageOf(stage),
                            program.startsWith("user") || program.equals("groupadd")
                                    ? "adduser, addgroup"
                                    : "useradd, groupadd")
                    .at(places(project, file, List.of(run.line()))));
        }
        return found;
    }

    private static Optional<Tool> tool(String program) {
        return switch (program) {
            case "adduser", "addgroup" -> Optional.of(Tool.ADDUSER);
            case "useradd", "groupadd", "usermod" -> Optional.of(Tool.USERADD);
            default -> Optional.empty();
        };
    }

    /// Packages are installed as root.
    private Optional<Finding> needsRoot(Workspace project, BuildModel model, StageModel stage) {
        List<RunCommand> runs = stage.runs().stream()
                .filter(run -> MANAGERS.contains(run.command().program()))
                .filter(run -> run.command().operands().stream()
                        .anyMatch(Set.of("add", "install", "update", "upgrade")::contains))
                .filter(run -> !run.command().prefixes().contains("sudo")
                        && !run.command().tolerated())
                .filter(run -> run.user().filter(user -> !isRoot(user)).isPresent())
                .toList();
        if (runs.isEmpty()) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines = runs.stream().map(RunCommand::line).toList();
        String user = runs.getFirst().user().orElse("");
        Object[] args = {runs.getFirst().command().program(), user, lines.getFirst()};
        boolean certain = user.matches("\\d+");
        Finding finding = certain
                ? problem(
                        project.subject(file, stage.name() + " root"), "needs-root", lines(project, file, lines), args)
                : likely(
                        project.subject(file, stage.name() + " root"), "needs-root", lines(project, file, lines), args);
        return Optional.of(finding.at(places(project, file, lines)));
    }

    static boolean isRoot(String user) {
        return user.equals("root") || user.equals("0");
    }

    /// Servers whose stock image begins as root, started as somebody else.
    private Optional<Finding> masterUser(Workspace project, BuildModel model, StageModel stage) {
        boolean master = stage.image()
                .filter(image -> image.start() == KnownImage.Start.MASTER)
                .isPresent();
        Optional<String> user = stage.user().filter(name -> !isRoot(name));
        boolean prepared = stage.runs().stream()
                        .anyMatch(run -> Set.of("chown", "chmod", "chgrp", "sed")
                                .contains(run.command().program()))
                || stage.copySources().stream()
                        .anyMatch(source -> source.destination().endsWith("nginx.conf"));
        if (!master || user.isEmpty() || prepared || stage.userChanges().isEmpty()) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines = List.of(stage.userChanges().getLast().line(), imageLine(stage));
        return Optional.of(likely(
                        project.subject(file, stage.name() + " master"),
                        "master-user",
                        lines(project, file, lines),
                        imageOf(stage),
                        user.get())
                .at(places(project, file, lines))
                .fixedBy(manual("unprivileged", imageOf(stage))));
    }
}

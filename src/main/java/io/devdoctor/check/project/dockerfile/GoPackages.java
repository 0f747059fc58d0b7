package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether `go build` sees the whole program: all files of the package, and the packages of the module that it
/// imports.
final class GoPackages {
    private final BinaryPathCheck check;
    private final Workspace project;
    private final BuildModel model;
    private final StageModel stage;

    GoPackages(BinaryPathCheck check, Workspace project, BuildModel model, StageModel stage) {
        this.check = check;
        this.project = project;
        this.model = model;
        this.stage = stage;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        for (GoBuild build : stage.builds()) {
            GoProgram program = model.program(build);
            singleFile(build, program).ifPresent(found::add);
            missingPackage(build, program).ifPresent(found::add);
        }
        return found;
    }

    /// `go build main.go`, where other files of package main lie beside it.
    private Optional<Finding> singleFile(GoBuild build, GoProgram program) {
        boolean single =
                build.packages().size() == 1 && build.packages().getFirst().endsWith(".go");
        if (!single) return Optional.empty();
        String name = build.packages().getFirst();
        Optional<GoFile> main = program.files().stream()
                .filter(file -> file.path().endsWith("/" + Project.name(name))
                        || file.path().equals(Project.name(name)))
                .findFirst();
        if (main.isEmpty() || program.files().size() > 1 && !program.isNarrowed()) return Optional.empty();
        List<String> left = project.facts().go().values().stream()
                .filter(file -> Project.parent(file.path())
                        .equals(Project.parent(main.get().path())))
                .filter(file -> !file.isTest() && !file.path().equals(main.get().path()))
                .filter(file ->
                        file.packageName().equals("main") && file.constraint().isEmpty())
                .map(GoFile::path)
                .toList();
        if (left.isEmpty()) return Optional.empty();
        String file = model.build().path();
        Finding finding = check.warning(
                        project.subject(file, stage.name() + " " + name),
                        "single-file",
                        DockerfileCheck.lines(project, file, List.of(build.line())),
                        name,
                        left.getFirst(),
                        left.size(),
                        build.line())
                .at(DockerfileCheck.places(project, file, List.of(build.line())));
        return Optional.of(DockerfileCheck.fixed(finding, wholePackage(build, name)));
    }

    private Optional<io.devdoctor.fix.Fix> wholePackage(GoBuild build, String name) {
        boolean plain =
                build.run().command().isShell() && !build.command().prefixes().contains("sh");
        Optional<ShellWord> word = build.command().words().stream()
                .filter(one -> one.text().equals(name) && one.isStatic())
                .findFirst();
        if (!plain || word.isEmpty()) return Optional.empty();
        String folder = name.contains("/") ? "./" + Project.parent(name.replaceFirst("^\\./", "")) : ".";
        String whole = folder.equals("./") ? "." : folder;
        return check.suggest(
                project,
                model.build().path(),
                "whole-package",
                model.build()
                        .file()
                        .edit()
                        .replace(
                                build.run()
                                        .command()
                                        .places()
                                        .span(word.get().start(), word.get().end()),
                                whole),
                name,
                whole);
    }

    /// Packages of the own module that no COPY brought.
    private Optional<Finding> missingPackage(GoBuild build, GoProgram program) {
        Map<String, GoProgram.Use> missing = new LinkedHashMap<>();
        for (GoProgram.Local local : program.locals()) {
            if (stage.look(local.inImage()).isMissing()) missing.putIfAbsent(local.inImage(), local.use());
        }
        if (missing.isEmpty()) return Optional.empty();
        var first = missing.entrySet().iterator().next();
        String inImage = first.getKey();
        GoProgram.Use use = first.getValue();
        String file = model.build().path();
        return Optional.of(check.likely(
                        project.subject(file, stage.name() + " packages"),
                        "package-missing",
                        List.of(
                                DockerfileCheck.line(project, file, build.line()),
                                DockerfileCheck.line(project, use.file().path(), use.line())),
                        use.path(),
                        inImage,
                        missing.size(),
                        build.line())
                .at(List.of(
                        project.place(file, build.line()),
                        project.place(use.file().path(), use.line()))));
    }
}

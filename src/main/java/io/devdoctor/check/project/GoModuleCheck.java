package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.format.go.GoModFile;
import io.devdoctor.machine.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a build finds what go.mod, go.sum and go.work ask for: a Go that is new enough, the folders that replace
/// modules, the checksums, the embedded files.
final class GoModuleCheck extends ProjectCheck {
    GoModuleCheck() {
        super("project.go-module");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        List<GoRun> runs = GoRun.of(project);
        if (runs.isEmpty()) return List.of();
        Map<String, Finding> found = new LinkedHashMap<>();
        for (GoRun run : runs) {
            version(project, run).ifPresent(each -> put(found, run, each));
            new GoFolders(project, run, this).judge().forEach(each -> put(found, run, each));
            new GoSums(project, run, this).judge().ifPresent(each -> put(found, run, each));
            new GoEmbeds(project, run, this).judge().forEach(each -> put(found, run, each));
        }
        if (!found.isEmpty()) return List.copyOf(found.values());
        return runs.stream()
                .map(run -> run.module().path())
                .distinct()
                .map(path -> ok(project.subject(path, ""), "ok", path))
                .toList();
    }

    /// The same thing found by several commands, or for several Dockerfiles, is one finding.
    private static void put(Map<String, Finding> found, GoRun run, Finding finding) {
        found.putIfAbsent(
                finding.subject() + finding.title().key() + run.sent().build().path(), finding);
    }

    static Evidence command(Workspace project, GoRun run) {
        return Evidence.of(
                "evidence.project.executed-by",
                run.run().command().words().stream()
                        .map(word -> word.text())
                        .reduce("", (a, b) -> (a + " " + b).strip()),
                project.source(run.sent().build().path(), run.run().line()));
    }

    static Place place(Workspace project, GoRun run) {
        return project.place(run.sent().build().path(), run.run().line());
    }

    private Optional<Finding> version(Workspace project, GoRun run) {
        Optional<GoVersions> versions = GoVersions.of(run).filter(GoVersions::isTooOld);
        if (versions.isEmpty()) return Optional.empty();
        GoVersions each = versions.get();
        Build build = run.sent().build();
        GoModFile.Word line = run.module().file().go().orElseThrow();
        List<Evidence> evidence = List.of(
                Evidence.of(
                        "evidence.project.line",
                        "go " + line.value(),
                        project.source(run.module().path(), line.line())),
                Evidence.of(
                        "evidence.project.instruction",
                        "FROM " + each.word().text(),
                        project.source(build.path(), each.word().line())));
        return Optional.of(likely(
                        project.subject(build.path(), "version"),
                        "version",
                        evidence,
                        line.value(),
                        each.word().text(),
                        each.text())
                .at(List.of(
                        project.place(build.path(), each.word().line()),
                        project.place(run.module().path(), line.line())))
                .fixedBy(each.raise(project, build)));
    }
}

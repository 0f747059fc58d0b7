package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.go.GoModFile;
import io.devdoctor.format.go.GoModFile.Replace;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.Project;
import java.util.ArrayList;
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
            replacements(project, run, found);
            workspace(project, run).ifPresent(each -> put(found, run, each));
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

    private void replacements(Workspace project, GoRun run, Map<String, Finding> found) {
        boolean reads = run.compiles() || run.is("mod", "download") || run.is("mod", "verify") || run.is("mod", "tidy");
        if (!reads || run.vendors()) return;
        for (Replace replace : run.module().file().replaces()) {
            if (!replace.isFolder()) continue;
            if (replace.isWindowsPath()) put(found, run, windows(project, run, replace));
            else if (!replace.target().value().startsWith("/")
                    && run.lacks(replace.target().value() + "/go.mod")) {
                put(found, run, missing(project, run, replace));
            }
        }
    }

    private Finding windows(Workspace project, GoRun run, Replace replace) {
        String path = run.module().path();
        int line = replace.target().line();
        String target = replace.target().value();
        Finding finding = problem(
                        project.subject(path, replace.module()),
                        "windows-path",
                        List.of(evidence(project, path, replace), command(project, run)),
                        target,
                        replace.module())
                .at(List.of(project.place(path, line), place(project, run)));
        // A drive has no counterpart in a container.
        if (!target.matches("\\.{1,2}\\\\.*")) return finding;
        return finding.fixedBy(new Mending(project)
                .edit(path, bytes -> slashes(bytes, replace))
                .fix("project.go-module/slashes", target.replace('\\', '/')));
    }

    private static EditResult slashes(byte[] bytes, Replace replace) {
        byte[] result = bytes.clone();
        boolean escaped = bytes[replace.target().span().start()] == '"';
        if (escaped)
            return new EditResult.Refused(
                    EditResult.Reason.NOT_WRITABLE, replace.target().value());
        for (int i = replace.target().span().start();
                i < replace.target().span().end();
                i++) {
            if (result[i] == '\\') result[i] = '/';
        }
        return new EditResult.Edited(result);
    }

    private static Evidence evidence(Workspace project, String path, Replace replace) {
        return Evidence.of(
                "evidence.project.line",
                replace.module() + " => " + replace.target().value(),
                project.source(path, replace.target().line()));
    }

    private Finding missing(Workspace project, GoRun run, Replace replace) {
        String path = run.module().path();
        boolean outside = isOutside(run, run.module().root(), replace.target().value());
        return run.missing(
                        this,
                        replace.target().value() + "/go.mod",
                        project.subject(path, replace.module()),
                        outside ? "outside" : "not-copied",
                        List.of(evidence(project, path, replace), command(project, run)),
                        replace.target().value(),
                        replace.module(),
                        run.sent().build().path())
                .at(List.of(
                        place(project, run),
                        project.place(path, replace.target().line())));
    }

    /// Whether a folder, named from another one of the project, lies beyond the context.
    private static boolean isOutside(GoRun run, String root, String target) {
        List<String> names = new ArrayList<>();
        for (String name : (root + "/" + target).split("/")) {
            if (name.isEmpty() || name.equals(".")) continue;
            if (!name.equals("..")) names.add(name);
            else if (names.isEmpty()) return true;
            else names.removeLast();
        }
        String context = run.sent().build().context();
        String path = String.join("/", names);
        return !context.isEmpty() && !path.equals(context) && !path.startsWith(context + "/");
    }

    /// A go.work that came along asks for folders that did not.
    private Optional<Finding> workspace(Workspace project, GoRun run) {
        boolean off = run.variable("GOWORK").filter("off"::equals).isPresent();
        if (off || !run.compiles() && !run.is("mod", "download")) return Optional.empty();
        String folder = run.folder();
        while (true) {
            var found = run.stage().look(folder + "/go.work", run.run());
            if (found.isPresent()
                    && found.origin()
                            instanceof io.devdoctor.check.project.stage.Found.Origin.Context(String inContext)) {
                return run.sent().sends(inContext) ? workspace(project, run, folder, inContext) : Optional.empty();
            }
            if (folder.length() < 2) return Optional.empty();
            folder = folder.substring(0, Math.max(1, folder.lastIndexOf('/')));
        }
    }

    private Optional<Finding> workspace(Workspace project, GoRun run, String folder, String inContext) {
        String path = run.sent().build().inProject(inContext);
        GoModFile file = GoModFile.parse(
                project.bytes(path).map(bytes -> bytes.toArray()).orElse(new byte[0]));
        List<GoModFile.Word> gone = file.uses().stream()
                .filter(use -> !use.value().startsWith("/"))
                .filter(use -> run.lacks(folder + "/" + use.value() + "/go.mod"))
                .toList();
        if (gone.isEmpty()) return Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (GoModFile.Word use : gone) {
            evidence.add(Evidence.of("evidence.project.line", "use " + use.value(), project.source(path, use.line())));
            places.add(project.place(path, use.line()));
        }
        evidence.add(command(project, run));
        places.add(place(project, run));
        boolean outside = gone.stream().anyMatch(use -> isOutside(run, Project.parent(path), use.value()));
        return Optional.of(run.missing(
                        this,
                        folder + "/" + gone.getFirst().value() + "/go.mod",
                        project.subject(path, ""),
                        outside ? "work-outside" : "work-not-copied",
                        evidence,
                        gone.getFirst().value(),
                        run.sent().build().path())
                .at(places));
    }
}

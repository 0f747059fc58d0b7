package io.devdoctor.check.project;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.go.GoModFile;
import io.devdoctor.format.go.GoModFile.Replace;
import io.devdoctor.machine.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Folders that go.mod and go.work name, and whether they are there when a go command runs.
record GoFolders(Workspace project, GoRun run, Check check) {

    List<Finding> judge() {
        List<Finding> found = new ArrayList<>();
        replacements(found);
        workspace().ifPresent(found::add);
        return found;
    }

    private void replacements(List<Finding> found) {
        boolean reads = run.compiles() || run.is("mod", "download") || run.is("mod", "verify") || run.is("mod", "tidy");
        if (!reads || run.vendors()) return;
        for (Replace replace : run.module().file().replaces()) {
            if (!replace.isFolder()) continue;
            if (replace.isWindowsPath()) found.add(windows(replace));
            else if (!replace.target().value().startsWith("/")
                    && run.lacks(replace.target().value() + "/go.mod")) {
                found.add(missing(replace));
            }
        }
    }

    private Finding windows(Replace replace) {
        String path = run.module().path();
        int line = replace.target().line();
        String target = replace.target().value();
        Finding finding = check.problem(
                        project.subject(path, replace.module()),
                        "windows-path",
                        List.of(evidence(path, replace), GoModuleCheck.command(project, run)),
                        target,
                        replace.module())
                .at(List.of(project.place(path, line), GoModuleCheck.place(project, run)));
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

    private Evidence evidence(String path, Replace replace) {
        return Evidence.of(
                "evidence.project.line",
                replace.module() + " => " + replace.target().value(),
                project.source(path, replace.target().line()));
    }

    private Finding missing(Replace replace) {
        String path = run.module().path();
        boolean outside = isOutside(run.module().root(), replace.target().value());
        return run.missing(
                        check,
                        replace.target().value() + "/go.mod",
                        project.subject(path, replace.module()),
                        outside ? "outside" : "not-copied",
                        List.of(evidence(path, replace), GoModuleCheck.command(project, run)),
                        replace.target().value(),
                        replace.module(),
                        run.sent().build().path())
                .at(List.of(
                        GoModuleCheck.place(project, run),
                        project.place(path, replace.target().line())));
    }

    /// Whether a folder, named from another one of the project, lies beyond the context.
    private boolean isOutside(String root, String target) {
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
    private Optional<Finding> workspace() {
        boolean off = run.variable("GOWORK").filter("off"::equals).isPresent();
        if (off || !run.compiles() && !run.is("mod", "download")) return Optional.empty();
        String folder = run.folder();
        while (true) {
            var found = run.stage().look(folder + "/go.work", run.run());
            if (found.isPresent() && found.origin() instanceof Found.Origin.Context(String inContext)) {
                return run.sent().sends(inContext) ? workspace(folder, inContext) : Optional.empty();
            }
            if (folder.length() < 2) return Optional.empty();
            folder = folder.substring(0, Math.max(1, folder.lastIndexOf('/')));
        }
    }

    private Optional<Finding> workspace(String folder, String inContext) {
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
        evidence.add(GoModuleCheck.command(project, run));
        places.add(GoModuleCheck.place(project, run));
        boolean outside = gone.stream().anyMatch(use -> isOutside(Project.parent(path), use.value()));
        return Optional.of(run.missing(
                        check,
                        folder + "/" + gone.getFirst().value() + "/go.mod",
                        project.subject(path, ""),
                        outside ? "work-outside" : "work-not-copied",
                        evidence,
                        gone.getFirst().value(),
                        run.sent().build().path())
                .at(places));
    }
}

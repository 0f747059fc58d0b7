package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.GoFile.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Go files that Linux compiles although they need Windows.
final class WindowsCodeCheck extends ProjectCheck {
    private static final Pattern BOUND = Pattern.compile("golang\\.org/x/sys/windows(/.*)?"
            + "|github\\.com/go-ole/go-ole(/.*)?"
            + "|github\\.com/(StackExchange|yusufpapurcu|bi-zone)/wmi(/.*)?"
            + "|github\\.com/lxn/(win|walk)(/.*)?"
            + "|github\\.com/iamacarpet/go-win64api(/.*)?");

    WindowsCodeCheck() {
        super("project.windows-only-code");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        if (project.builds().isEmpty() || project.facts().go().isEmpty()) return List.of();
        List<GoFile> linux = project.facts().go().values().stream()
                .filter(file -> !file.isTest() && GoConstraint.isForLinux(file))
                .toList();
        List<Finding> found = new ArrayList<>();
        imports(project, linux, found);
        paths(project, linux, found);
        return found.isEmpty() ? List.of(ok(project.subject(), "ok", linux.size())) : found;
    }

    private record At(GoFile file, String text, int line) {}

    private void imports(Workspace project, List<GoFile> linux, List<Finding> found) {
        List<At> bound = linux.stream()
                .flatMap(file -> Stream.concat(
                        file.imports().stream()
                                .filter(each -> BOUND.matcher(each.path()).matches())
                                .map(each -> new At(file, each.path(), each.line())),
                        literals(file, Literal.Kind.WINDOWS_CALL)))
                .toList();
        if (bound.isEmpty()) return;
        At first = bound.getFirst();
        long files = bound.stream().map(at -> at.file().path()).distinct().count();
        found.add(warning(
                        project.subject(),
                        "import",
                        evidence(project, "evidence.project.import", bound),
                        files,
                        first.text(),
                        first.file().path())
                .at(bound.stream()
                        .map(at -> project.place(at.file().path(), at.line()))
                        .toList()));
    }

    private void paths(Workspace project, List<GoFile> linux, List<Finding> found) {
        List<At> paths = linux.stream()
                .flatMap(file -> literals(file, Literal.Kind.WINDOWS_PATH))
                .toList();
        if (paths.isEmpty()) return;
        found.add(info(
                        project.aspect("paths"),
                        "path",
                        evidence(project, "evidence.project.path", paths),
                        paths.size(),
                        paths.getFirst().text())
                .at(paths.stream()
                        .map(at -> project.place(at.file().path(), at.line()))
                        .toList()));
    }

    private static Stream<At> literals(GoFile file, Literal.Kind kind) {
        return file.literals().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> new At(file, each.value(), each.line()));
    }

    private static List<Evidence> evidence(Workspace project, String what, List<At> places) {
        return places.stream()
                .limit(20)
                .map(at -> Evidence.of(what, at.text(), project.source(at.file().path(), at.line())))
                .toList();
    }
}

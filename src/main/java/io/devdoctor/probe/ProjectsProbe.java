package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.system.Files;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the folders that a person named. A distribution that does not run is left alone: a look into it would start
/// it.
public final class ProjectsProbe implements Probe<Projects> {
    private static final int AT_ONCE = 2;
    private static final Pattern IN_DISTRO =
            Pattern.compile("\\\\\\\\(?:wsl\\$|wsl\\.localhost)\\\\([^\\\\]+).*", Pattern.CASE_INSENSITIVE);

    @Override
    public Part<Projects> part() {
        return Part.PROJECTS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL_ANSWER);
    }

    @Override
    public Reading<Projects> read(Ports system, Machine known) {
        Source source = new Source(Source.Kind.DERIVED, "projects", known.taken());
        List<Projects.Folder> folders = each(
                system.projects(),
                AT_ONCE,
                root -> new Projects.Folder(root, project(system, known.wslAnswer(), root)));
        return new Reading.Known<>(new Projects(folders), source);
    }

    private static Reading<Project> project(Ports system, Reading<WslAnswer> wsl, String root) {
        Source source = new Source(Source.Kind.FILE, root, system.clock().now());
        Matcher inDistro = IN_DISTRO.matcher(root);
        if (inDistro.matches() && !runs(wsl, inDistro.group(1))) {
            String why = "the distribution " + inDistro.group(1) + " does not run";
            return new Reading.Unknown<>(Reading.Cause.FAILED, why, source);
        }
        return switch (system.files().children(root)) {
            case Reading.Known<List<Files.Child>> _ -> new Reading.Known<>(read(system, root, source), source);
            case Reading.Absent<List<Files.Child>> _ ->
                new Reading.Unknown<>(Reading.Cause.FAILED, "no such folder", source);
            case Reading.Unknown<List<Files.Child>> unknown -> unknown.withoutValue();
            case Reading.NotApplicable<List<Files.Child>> none -> none.withoutValue();
        };
    }

    private static Project read(Ports system, String root, Source source) {
        ProjectTree tree = new ProjectTree(system, root);
        tree.walk();
        ProjectTexts texts = new ProjectTexts(system, root);
        texts.read(tree.files());
        return new Project(
                root,
                tree.entries(),
                texts.texts(),
                texts.go(),
                system.repositories().repository(root, texts.compared()),
                joined(tree.leftOut(), texts.leftOut()),
                joined(tree.unread(), texts.unread()),
                source);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static boolean runs(Reading<WslAnswer> wsl, String distro) {
        return InDistro.running(wsl).anyMatch(row -> row.name().equalsIgnoreCase(distro));
    }
}

package io.devdoctor.check.project;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.ignore.AddedLines;
import io.devdoctor.format.ignore.AttributeLine;
import io.devdoctor.format.ignore.GitAttributes;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The .gitattributes of a project, and the lines that make Git keep LF in scripts.
///
/// @param files paths of the files, those further up first
/// @param rules all of them together
record AttributeFiles(Workspace project, List<String> files, GitAttributes rules) {
    private static final String NAME = ".gitattributes";
    private static final String KEEP = "text eol=lf";
    private static final Set<String> ENDINGS = Set.of("sh", "bash", "ash", "envsh");

    /// Empty where there is no repository, or where its root lies above the project, with files that nobody read.
    static Optional<AttributeFiles> of(Workspace project) {
        Optional<GitRepository> git = project.facts().git().known();
        boolean own = git.filter(each -> same(each.workTree(), project.facts().root()))
                .isPresent();
        if (!own) return Optional.empty();
        GitAttributes rules = GitAttributes.NONE;
        List<String> files = new ArrayList<>();
        for (TextFile file : project.kept(path -> Project.name(path).equals(NAME))) {
            rules = rules.with(
                    Project.parent(file.path()),
                    file.content().map(Bytes::toArray).orElse(new byte[0]));
            files.add(file.path());
        }
        return Optional.of(new AttributeFiles(project, files, rules));
    }

    private static boolean same(String one, String other) {
        return one.replace('\\', '/')
                .replaceFirst("/+$", "")
                .equalsIgnoreCase(other.replace('\\', '/').replaceFirst("/+$", ""));
    }

    /// Lines to add, for those of the files whose LF Git does not keep on every computer.
    List<String> lines(Collection<String> scripts) {
        Set<String> lines = new LinkedHashSet<>();
        for (String path : scripts) {
            if (rules.lineEnds(path).keepsLf()) continue;
            String name = Project.name(path);
            int dot = name.lastIndexOf('.');
            String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
            boolean byEnding = dot >= 0 && ENDINGS.contains(ending);
            lines.add(byEnding ? "*." + name.substring(dot + 1) + " " + KEEP : AttributeLine.of(path, KEEP));
        }
        return List.copyOf(lines);
    }

    /// Adds them to the root's file, or makes it. A file further down that says otherwise would still win, so nothing
    /// is offered then.
    void keep(Mending mending, Collection<String> scripts) {
        List<String> lines = lines(scripts);
        if (lines.isEmpty()) return;
        byte[] added = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        GitAttributes after = rules.with("", added);
        boolean kept = scripts.stream().allMatch(path -> after.lineEnds(path).keepsLf());
        mending.editOrCreate(
                NAME,
                bytes ->
                        kept ? AddedLines.to(bytes, lines) : new EditResult.Refused(EditResult.Reason.NO_EFFECT, NAME));
    }
}

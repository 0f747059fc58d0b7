package io.devdoctor.check.project;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.ignore.AttributeLine;
import io.devdoctor.format.ignore.GitAttributes.LineEnds;
import io.devdoctor.format.text.TextEdits;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether the repository itself keeps LF in its scripts, whatever each person's Git is set to: by .gitattributes, by
/// what is checked out, and by what is committed.
final class GitAttributesCheck extends ProjectCheck {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");

    GitAttributesCheck() {
        super("project.git-attributes", Part.GIT);
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        return AttributeFiles.of(project)
                .flatMap(files -> IndexText.index(project).map(index -> judge(project, machine, files, index.keySet())))
                .orElse(List.of());
    }

    private List<Finding> judge(Workspace project, Machine machine, AttributeFiles files, Collection<String> tracked) {
        List<TextFile> scripts = project.facts().texts().values().stream()
                .filter(text -> tracked.contains(text.path()) && ScriptTexts.isScript(text))
                .toList();
        if (scripts.isEmpty()) return List.of();
        List<Finding> found = new ArrayList<>();
        List<String> undecided = scripts.stream()
                .map(TextFile::path)
                .filter(path -> files.rules().lineEnds(path).isUndecided())
                .toList();
        if (!undecided.isEmpty()) {
            found.add(unread(project, machine)
                    .map(why -> unknown(project.subject(), why))
                    .orElseGet(() -> undecided(project, machine, files, undecided)));
        }
        stale(project, files, scripts).ifPresent(found::add);
        committed(project, scripts).ifPresent(found::add);
        return found.isEmpty() ? List.of(ok(project.subject(), "ok", scripts.size())) : found;
    }

    private Finding undecided(Workspace project, Machine machine, AttributeFiles files, List<String> paths) {
        boolean converts = machine.platform().isWindows() && converts(project, machine);
        String outcome = files.files().isEmpty() ? "missing" : "insufficient";
        List<Evidence> evidence = new ArrayList<>();
        setting(project, machine).ifPresent(evidence::add);
        for (String path : paths.subList(0, Math.min(paths.size(), 10))) {
            LineEnds ends = files.rules().lineEnds(path);
            String said = ends.line()
                    .map(line -> line.pattern() + " " + line.attributes())
                    .orElse("-");
            String file = ends.line()
                    .map(AttributeLine::folder)
                    .map(GitAttributesCheck::file)
                    .orElse(path);
            int line = ends.line().map(AttributeLine::number).orElse(0);
            evidence.add(Evidence.of("evidence.project.attributes", said, project.source(file, line)));
        }
        Mending mending = new Mending(project);
        files.keep(mending, paths);
        return finding(
                        project.subject(),
                        converts ? Verdict.WARNING : Verdict.INFO,
                        Certainty.CERTAIN,
                        outcome,
                        evidence,
                        paths.size(),
                        paths.getFirst())
                .at(paths.stream().map(path -> project.place(path, 0)).toList())
                .fixedBy(mending.fix("project.git-attributes/keep-lf", paths.size()));
    }

    private static String file(String folder) {
        return folder.isEmpty() ? ".gitattributes" : folder + "/.gitattributes";
    }

    /// Whether Git writes CRLF here into files that nothing decides about.
    private static boolean converts(Workspace project, Machine machine) {
        return TRUE.contains(value(project, machine).orElse("").toLowerCase(Locale.ROOT));
    }

    /// The repository's own setting wins over that of the user.
    private static Optional<String> value(Workspace project, Machine machine) {
        Optional<String> own =
                project.facts().git().known().map(git -> git.config().get("core.autocrlf"));
        return own.or(() -> user(machine).map(Git.Setting::value));
    }

    /// What would have told whether Git converts, and could not be read.
    private static Optional<Reading.Unknown<?>> unread(Workspace project, Machine machine) {
        if (!machine.platform().isWindows() || value(project, machine).isPresent()) return Optional.empty();
        if (machine.git() instanceof Reading.Unknown<?> unread) return Optional.of(unread);
        return machine.git()
                .known()
                .map(Git::settings)
                .flatMap(settings ->
                        settings instanceof Reading.Unknown<?> unread ? Optional.of(unread) : Optional.empty());
    }

    private static Optional<Git.Setting> user(Machine machine) {
        return machine.git().known().flatMap(git -> git.setting("core.autocrlf"));
    }

    private static Optional<Evidence> setting(Workspace project, Machine machine) {
        Map<String, String> own =
                project.facts().git().known().map(git -> git.config()).orElse(Map.of());
        if (own.containsKey("core.autocrlf")) {
            return Optional.of(Evidence.of(
                    "evidence.git.setting",
                    "core.autocrlf = " + own.get("core.autocrlf"),
                    project.source(".git/config", 0)));
        }
        return user(machine)
                .map(set -> Evidence.of("evidence.git.setting", "core.autocrlf = " + set.value(), set.source()));
    }

    /// LF in the repository and in the rules, CRLF on the disk: checked out before the rules were there.
    private Optional<Finding> stale(Workspace project, AttributeFiles files, List<TextFile> scripts) {
        List<TextFile> stale = scripts.stream()
                .filter(text -> text.crlf() > 0)
                .filter(text -> files.rules().lineEnds(text.path()).eol().equals("lf"))
                .filter(text -> IndexText.of(project, text.path())
                        .filter(index -> index.crlf() == 0)
                        .isPresent())
                .toList();
        return found(project, "stale", stale, "project.git-attributes/rewrite", List.of());
    }

    /// CRLF in the repository itself: every checkout brings it, whatever the rules say.
    private Optional<Finding> committed(Workspace project, List<TextFile> scripts) {
        List<TextFile> committed = scripts.stream()
                .filter(text -> IndexText.of(project, text.path())
                        .filter(index -> index.crlf() > 0)
                        .isPresent())
                .toList();
        List<TextFile> here = committed.stream().filter(text -> text.crlf() > 0).toList();
        // Once the working copy has LF, what is left is to commit it.
        if (here.isEmpty()) return Optional.empty();
        return found(
                project,
                "committed",
                here,
                "project.git-attributes/normalize",
                List.of(Text.of("warning.project.commit-after")));
    }

    private Optional<Finding> found(
            Workspace project, String outcome, List<TextFile> files, String fix, List<Text> warnings) {
        if (files.isEmpty()) return Optional.empty();
        Mending mending = new Mending(project);
        files.forEach(text -> mending.edit(text.path(), bytes -> new EditResult.Edited(TextEdits.toLf(bytes))));
        List<Evidence> evidence = files.stream()
                .map(text -> Evidence.of("evidence.project.crlf-lines", text.crlf(), project.source(text.path(), 0)))
                .toList();
        List<Place> places =
                files.stream().map(text -> project.place(text.path(), 0)).toList();
        Subject subject = project.aspect(outcome);
        return Optional.of(warning(
                        subject,
                        outcome,
                        evidence,
                        files.size(),
                        files.getFirst().path())
                .at(places)
                .fixedBy(mending.fixWith(fix, warnings, files.size())));
    }
}

package io.devdoctor.check.project;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.format.ignore.GitIgnore;
import io.devdoctor.format.ignore.IgnorePattern;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// Whether go.sum is there when a go command asks for checksums.
record GoSums(Workspace project, GoRun run, Check check) {

    Optional<Finding> judge() {
        boolean needed = run.module().file().requires().stream()
                .anyMatch(require -> run.module().file().replaces().stream()
                        .noneMatch(replace ->
                                replace.isFolder() && replace.module().equals(require.module())));
        if (!needed || run.vendors()) return Optional.empty();
        if (run.is("mod", "download")) return late();
        if (!run.compiles() || run.mends() || !run.lacks("go.sum")) return ignoredByGit();
        return Optional.of(absent());
    }

    private String sum() {
        String root = run.module().root();
        return root.isEmpty() ? "go.sum" : root + "/go.sum";
    }

    private Subject subject() {
        return project.subject(run.module().path(), "go.sum");
    }

    private Finding absent() {
        Build build = run.sent().build();
        Evidence command = GoModuleCheck.command(project, run);
        if (!project.facts().has(sum())) {
            String id = "project.go-module/tidy";
            return check.warning(
                            subject(),
                            "sum-missing",
                            List.of(command),
                            run.module().path())
                    .at(List.of(project.place(run.module().path(), 0), GoModuleCheck.place(project, run)))
                    .fixedBy(Fix.safe(
                            id,
                            Text.of("fix." + id + ".title"),
                            new Step.Manual(Text.of("fix." + id + ".words"), null)));
        }
        boolean hidden = run.look("go.sum").isPresent();
        return run.missing(
                        check,
                        "go.sum",
                        subject(),
                        hidden ? "sum-hidden" : "sum-not-copied",
                        List.of(command),
                        build.path())
                .at(List.of(GoModuleCheck.place(project, run), project.place(sum(), 0)))
                .fixedBy(hidden ? unhide() : new Fix[0]);
    }

    /// Only where one line names nothing but it.
    private Fix[] unhide() {
        Optional<String> file = run.sent().ignoreFile();
        List<IgnorePattern> lines = run.sent().rules().patterns().stream()
                .filter(pattern -> !pattern.inverted() && pattern.cleaned().matches("(\\*\\*/)?(go|\\*)\\.sum"))
                .toList();
        if (file.isEmpty() || lines.isEmpty()) return new Fix[0];
        return new Mending(project)
                .edit(file.get(), bytes -> DockerIgnore.remove(bytes, lines))
                .fix("project.go-module/send-sum");
    }

    /// Whoever clones the repository gets none.
    private Optional<Finding> ignoredByGit() {
        GitIgnore rules = GitIgnore.NONE;
        for (TextFile file : project.kept(path -> Project.name(path).equals(".gitignore"))) {
            rules = rules.with(
                    Project.parent(file.path()),
                    file.content().map(Bytes::toArray).orElse(new byte[0]));
        }
        boolean tracked = IndexText.index(project)
                .filter(index -> index.containsKey(sum()))
                .isPresent();
        boolean repository = project.facts().git().isKnown();
        if (!repository || tracked || !rules.ignores(sum(), false)) return Optional.empty();
        Evidence evidence = Evidence.of("evidence.project.sent", sum(), project.source(".gitignore", 0));
        return Optional.of(check.warning(subject(), "sum-ignored", List.of(evidence), sum())
                .at(List.of(project.place(sum(), 0))));
    }

    /// `go mod download` without the checksums: a changed go.sum then leaves an old layer in the cache.
    private Optional<Finding> late() {
        boolean there = project.facts().has(sum()) && !run.look("go.sum").isPresent();
        if (!there
                || !run.lacks("go.sum")
                || run.run().run().mounts().stream()
                        .anyMatch(mount -> mount.type().equals("bind"))) {
            return Optional.empty();
        }
        return Optional.of(check.info(
                        project.subject(run.sent().build().path(), "go.sum"),
                        "sum-late",
                        List.of(GoModuleCheck.command(project, run)),
                        run.sent().build().path())
                .at(List.of(GoModuleCheck.place(project, run)))
                .fixedBy(together()));
    }

    private Fix[] together() {
        Build build = run.sent().build();
        Optional<Instruction.Copy> copy = run.stage()
                .stage()
                .all(Instruction.Copy.class)
                .filter(each ->
                        each.from().isEmpty() && !each.json() && each.sources().size() == 1)
                .filter(each -> each.sources().getFirst().text().matches("(\\./)?([^/$]+/)*go\\.mod"))
                .filter(each -> each.line() < run.run().line())
                .findFirst();
        if (copy.isEmpty()) return new Fix[0];
        Word source = copy.get().sources().getFirst();
        Word target = copy.get().destination();
        if (!target.text().matches("\\.|.*/")) return new Fix[0];
        String sum = source.text().replaceFirst("go\\.mod$", "go.sum");
        return new Mending(project)
                .edit(build.path(), _ -> both(build, source, sum, target))
                .fix("project.go-module/copy-sum");
    }

    private static EditResult both(Build build, Word source, String sum, Word target) {
        DockerfileEdit edit = build.file().edit().replace(source.span(), source.text() + " " + sum);
        return (target.text().equals(".") ? edit.replace(target.span(), "./") : edit).result();
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.Project.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Go writes the commit into a program where it finds a repository and git. A repository that git refuses fails the
/// build.
final class VersionStampCheck extends StageCheck {
    private static final String REPOSITORY = ".git";

    VersionStampCheck() {
        super("dockerfile.version-stamp");
    }

    @Override
    protected boolean concerns(Build build) {
        return build.file().stages().stream()
                .flatMap(stage -> stage.all(Instruction.Run.class))
                .flatMap(run -> run.programs().stream())
                .anyMatch(command -> command.is("go", "build") || command.is("go", "install"));
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        List<Finding> all = new ArrayList<>(super.examine(project, machine));
        all.addAll(new BoundRepository(this, project).examine());
        return all;
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        Optional<Entry> repository =
                Optional.ofNullable(project.facts().entries().get(model.build().inProject(REPOSITORY)));
        if (repository.isEmpty() || isIgnored(project, model.build())) return List.of();
        List<Finding> all = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            for (GoBuild build : stage.builds()) {
                judge(project, model, stage, build, repository.get()).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isIgnored(Workspace project, Build build) {
        return DockerIgnore.chosen(build.path(), build.context(), project.facts()::has)
                .flatMap(project::bytes)
                .map(Bytes::toArray)
                .map(DockerIgnore::parse)
                .map(ignore -> ignore.ignores(REPOSITORY))
                .orElse(false);
    }

    private Optional<Finding> judge(
            Workspace project, BuildModel model, StageModel stage, GoBuild build, Entry repository) {
        Optional<Instruction.Transfer> copy = copy(stage, build.line());
        if (copy.isEmpty() || isTold(stage, build) || !hasGit(stage)) return Optional.empty();
        boolean pointer = repository.isFile();
        Optional<String> user = user(stage, build).filter(name -> !name.matches("root|0|"));
        boolean foreign = user.isPresent() && copy.get().flag("chown").isEmpty() && !trusts(stage);
        if (!pointer && !foreign) return Optional.empty();
        String path = model.build().path();
        List<Integer> lines = List.of(build.line(), copy.get().line());
        List<Evidence> evidence = new ArrayList<>(lines(project, path, lines));
        if (pointer) {
            String inProject = model.build().inProject(REPOSITORY);
            evidence.add(Evidence.of(
                    "evidence.dockerfile.git-file",
                    project.line(inProject, 1).orElse(REPOSITORY),
                    project.source(inProject, 0)));
        }
        Object[] args = {path, build.line(), user.orElse(""), copy.get().line()};
        Finding finding = likely(project.subject(path, "stamp"), pointer ? "pointer" : "foreign", evidence, args)
                .at(places(project, path, lines));
        return Optional.of(
                fixed(finding, unstamped(model, build).flatMap(edit -> suggest(project, path, "unstamped", edit))));
    }

    /// What brings the repository into the stage before the build.
    private static Optional<Instruction.Transfer> copy(StageModel stage, int before) {
        Optional<Instruction.Transfer> own = stage.stage()
                .all(Instruction.Transfer.class)
                .filter(copy -> copy.line() < before && copy.flag("from").isEmpty())
                .filter(copy -> copy.sources().stream()
                        .map(source -> Build.clean(source.text()))
                        .anyMatch(source -> source.isEmpty() || source.equals(REPOSITORY)))
                .findFirst();
        return own.or(() -> stage.parent().flatMap(parent -> copy(parent, before)));
    }

    private static boolean isTold(StageModel stage, GoBuild build) {
        boolean flag = build.command().arguments().stream()
                .anyMatch(word -> word.text().startsWith("-buildvcs"));
        return flag
                || stage.variable("GOFLAGS")
                        .filter(flags -> flags.contains("-buildvcs"))
                        .isPresent();
    }

    private static boolean hasGit(StageModel stage) {
        boolean known = stage.image()
                .map(image -> image.has(KnownImage.Tool.GIT))
                .orElse(Answer.UNKNOWN)
                .isYes();
        return known || stage.installs("git");
    }

    private static Optional<String> user(StageModel stage, GoBuild build) {
        return stage.runs().stream()
                .filter(run -> run.command().equals(build.command()))
                .findFirst()
                .flatMap(RunCommand::user);
    }

    private static boolean trusts(StageModel stage) {
        boolean here =
                stage.runs().stream().anyMatch(run -> run.run().command().text().contains("safe.directory"));
        return here || stage.parent().map(VersionStampCheck::trusts).orElse(false);
    }

    private static Optional<DockerfileEdit> unstamped(BuildModel model, GoBuild build) {
        boolean plain = build.run().command().isShell()
                && build.run().heredocs().isEmpty()
                && !build.command().prefixes().contains("sh");
        Optional<ShellWord> verb = build.command().arguments().stream()
                .filter(word -> word.text().equals("build") || word.text().equals("install"))
                .findFirst();
        if (!plain || verb.isEmpty()) return Optional.empty();
        int end = build.run()
                .command()
                .places()
                .span(verb.get().start(), verb.get().end())
                .end();
        return Optional.of(model.build().file().edit().replace(new Span(end, end), " -buildvcs=false"));
    }
}

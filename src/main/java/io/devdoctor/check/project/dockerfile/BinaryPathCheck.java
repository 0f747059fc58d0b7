package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageTable;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.check.project.stage.Started;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.Similar;
import io.devdoctor.format.dockerfile.Flag;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether what is built, copied and started is one and the same.
final class BinaryPathCheck extends StageCheck {
    /// What people write, and no tool before the build.
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i).+\\.(sh|bash|py|go|mod|js|ts|mjs|cjs|php|rb|java|conf|cfg|ini|cnf|toml|ya?ml|json|xml|properties|sql|txt|html?|css|tmpl|j2|template)");
    private static final Pattern MADE_BEFORE = Pattern.compile(
            "(?i)(.*/)?(target|build|builds|dist|bin|out|output|publish|release|releases|artifacts?|generated|\\.next|node_modules|vendor)(/.*)?");

    BinaryPathCheck() {
        super("dockerfile.binary-path");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            for (CopySource source : stage.copySources()) {
                copied(project, model, stage, source).ifPresent(found::add);
            }
            found.addAll(new GoPackages(this, project, model, stage).examine());
        }
        model.target().ifPresent(stage -> started(project, model, stage).ifPresent(found::add));
        found.addAll(new Interpreters(this, project, model).examine());
        return found;
    }

    private Optional<Finding> copied(Workspace project, BuildModel model, StageModel stage, CopySource source) {
        if (source.foreign() && source.from().isEmpty()) return unknownStage(project, model, stage, source);
        boolean pattern = source.path().matches(".*[*?\\[].*");
        if (!source.found().isMissing() || pattern) return Optional.empty();
        return source.from().isPresent()
                ? Optional.of(fromStage(project, model, stage, source))
                : fromContext(project, model, source);
    }

    private Finding fromStage(Workspace project, BuildModel model, StageModel stage, CopySource source) {
        StageModel from = source.from().orElseThrow();
        String file = model.build().path();
        List<GoBuild> builds = from.builds().stream()
                .filter(build -> build.output().isPresent())
                .toList();
        List<Integer> lines = new ArrayList<>(List.of(source.line()));
        builds.forEach(build -> lines.add(build.line()));
        String made = builds.size() == 1 ? builds.getFirst().output().orElse("") : "";
        Object[] args = {source.path(), from.name(), source.line(), made, made.isEmpty() ? 0 : 1};
        Subject subject = project.subject(file, stage.name() + " " + source.path());
        Finding finding = source.found().state() == Found.State.MISSING
                ? problem(subject, "copied-missing", lines(project, file, lines), args)
                : likely(subject, "copied-missing", lines(project, file, lines), args);
        finding = finding.at(places(project, file, lines));
        return made.isEmpty() ? finding : fixed(finding, right(project, model, source, made));
    }

    private Optional<Fix> right(Workspace project, BuildModel model, CopySource source, String made) {
        return word(source)
                .flatMap(word -> suggest(
                        project,
                        model.build().path(),
                        "built-path",
                        model.build().file().edit().replace(word.span(), made),
                        source.path(),
                        made));
    }

    private static Optional<Word> word(CopySource source) {
        String name = source.path().substring(1);
        if (source.transfer().sources().size() > 1) return Optional.empty();
        return source.transfer().sources().stream()
                .filter(word -> word.text().equals(source.path()) || word.text().equals(name))
                .findFirst();
    }

    /// `--from` names no stage, but is spelled much like one.
    private Optional<Finding> unknownStage(Workspace project, BuildModel model, StageModel stage, CopySource source) {
        String name = source.transfer().flag("from").map(Flag::value).orElse("");
        boolean image = name.matches(".*[/:$@].*|\\d*") || ImageTable.of(name).isPresent();
        List<String> names = model.stages().stream()
                .map(one -> one.stage().name())
                .filter(one -> !one.isEmpty())
                .toList();
        // BuildKit knows stages that come later, too.
        if (image || names.contains(name.toLowerCase(Locale.ROOT))) return Optional.empty();
        String alike = Similar.of(names, name);
        if (alike.isEmpty()) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines = List.of(source.line());
        Finding finding = likely(
                        project.subject(file, stage.name() + " from " + name),
                        "unknown-stage",
                        lines(project, file, lines),
                        name,
                        source.line(),
                        alike)
                .at(places(project, file, lines));
        return Optional.of(fixed(
                finding,
                source.transfer()
                        .flag("from")
                        .flatMap(flag -> suggest(
                                project,
                                file,
                                "stage-name",
                                model.build().file().edit().replace(flag.span(), "--from=" + alike),
                                alike))));
    }

    /// Of the folder that people commonly send, where no Compose file names another.
    private Optional<Finding> fromContext(Workspace project, BuildModel model, CopySource source) {
        String path = source.path().substring(1);
        String inProject = model.build().inProject(path);
        boolean otherCase = project.facts().entries().keySet().stream().anyMatch(inProject::equalsIgnoreCase);
        boolean elsewhere = !model.build().told() && project.facts().has(path);
        boolean certain = source.found().state() == Found.State.MISSING;
        boolean written =
                WRITTEN.matcher(path).matches() && !MADE_BEFORE.matcher(path).matches();
        if (!certain || otherCase || elsewhere || !written) return Optional.empty();
        String file = model.build().path();
        return Optional.of(warning(
                        project.subject(file, "context " + path),
                        "context-missing",
                        lines(project, file, List.of(source.line())),
                        path,
                        source.line(),
                        model.build().context().isEmpty() ? "." : model.build().context())
                .at(places(project, file, List.of(source.line()))));
    }

    /// Of the first program alone: what hangs on it is not told twice.
    private Optional<Finding> started(Workspace project, BuildModel model, StageModel stage) {
        for (Started started : model.started()) {
            Optional<Finding> finding = started(project, model, stage, started);
            if (finding.isPresent()) return finding;
        }
        return Optional.empty();
    }

    private Optional<Finding> started(Workspace project, BuildModel model, StageModel stage, Started started) {
        boolean bare = started.direct() && !started.name().contains("/");
        if (bare) return started.path().isEmpty() ? notOnPath(project, model, stage, started) : Optional.empty();
        if (started.found().isFolder() && started.direct() && started.found().line() > 0) {
            return Optional.of(startFinding(project, model, stage, started, "folder-started", true));
        }
        if (!started.found().isMissing()) return Optional.empty();
        boolean certain = started.found().state() == Found.State.MISSING;
        return Optional.of(startFinding(project, model, stage, started, "start-missing", certain));
    }

    /// A name that is looked for along PATH, while the file of that name lies beside it.
    private Optional<Finding> notOnPath(Workspace project, BuildModel model, StageModel stage, Started started) {
        if (!stage.searchesKnownFoldersOnly()) return Optional.empty();
        Optional<String> beside = stage.workdir()
                .map(folder -> folder + "/" + started.name())
                .filter(path -> stage.look(path).isPresent() && stage.look(path).kind() == Found.Kind.FILE);
        Optional<String> there = beside.or(() -> Optional.of("/" + started.name())
                .filter(path -> stage.look(path).isPresent() && stage.look(path).kind() == Found.Kind.FILE));
        if (there.isEmpty()) return Optional.empty();
        Started at = new Started(
                started.name(),
                there.get().replace("//", "/"),
                stage.look(there.get()),
                true,
                false,
                true,
                started.line());
        return Optional.of(startFinding(project, model, stage, at, "not-on-path", stage.isScratch()));
    }

    private Finding startFinding(
            Workspace project, BuildModel model, StageModel stage, Started started, String outcome, boolean certain) {
        String file = model.build().path();
        List<Integer> lines = new ArrayList<>(List.of(started.line()));
        if (started.found().line() > 0) lines.add(started.found().line());
        Subject subject = project.subject(file, stage.name() + " start");
        Object[] args = {
            started.name(), started.path(), started.line(), stage.workdir().orElse("/")
        };
        Finding finding = certain
                ? problem(subject, outcome, lines(project, file, lines), args)
                : likely(subject, outcome, lines(project, file, lines), args);
        return finding.at(places(project, file, lines));
    }
}

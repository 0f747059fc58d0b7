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
import io.devdoctor.fix.Fix;
import io.devdoctor.format.Similar;
import io.devdoctor.format.dockerfile.Flag;
import io.devdoctor.format.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What COPY takes, from where it is not: another stage, a stage that does not exist, the build context.
final class CopiedPaths {
    /// What people write, and no tool before the build.
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i).+\\.(sh|bash|py|go|mod|js|ts|mjs|cjs|php|rb|java|conf|cfg|ini|cnf|toml|ya?ml|json|xml|properties|sql|txt|html?|css|tmpl|j2|template)");
    private static final Pattern MADE_BEFORE = Pattern.compile(
            "(?i)(.*/)?(target|build|builds|dist|bin|out|output|publish|release|releases|artifacts?|generated|\\.next|node_modules|vendor)(/.*)?");

    private final BinaryPathCheck check;
    private final Workspace project;
    private final BuildModel model;

    CopiedPaths(BinaryPathCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        List<CopySource> own = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            for (CopySource source : stage.copySources()) {
                copied(stage, source).ifPresent(found::add);
                if (!source.foreign() && !isPattern(source)) own.add(source);
            }
        }
        fromContext(own).ifPresent(found::add);
        return found;
    }

    private static boolean isPattern(CopySource source) {
        return source.path().matches(".*[*?\\[].*");
    }

    /// Of the folder that people commonly send, where no Compose file names another. Where most is not in it,
    /// another one is meant.
    private Optional<Finding> fromContext(List<CopySource> own) {
        List<CopySource> missing = own.stream().filter(this::isMissing).toList();
        long there = own.stream().filter(source -> source.found().isPresent()).count();
        if (missing.isEmpty() || !model.build().told() && missing.size() > there) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines = missing.stream().map(CopySource::line).toList();
        CopySource first = missing.getFirst();
        return Optional.of(check.warning(
                        project.subject(file, "context"),
                        "context-missing",
                        DockerfileCheck.lines(project, file, lines),
                        first.path().substring(1),
                        first.line(),
                        model.build().context().isEmpty() ? "." : model.build().context(),
                        missing.size())
                .at(DockerfileCheck.places(project, file, lines)));
    }

    private boolean isMissing(CopySource source) {
        String path = source.path().substring(1);
        String inProject = model.build().inProject(path);
        boolean otherCase = project.facts().entries().keySet().stream().anyMatch(inProject::equalsIgnoreCase);
        boolean elsewhere = !model.build().told() && project.facts().has(path);
        boolean written =
                WRITTEN.matcher(path).matches() && !MADE_BEFORE.matcher(path).matches();
        return source.found().state() == Found.State.MISSING && written && !otherCase && !elsewhere;
    }

    private Optional<Finding> copied(StageModel stage, CopySource source) {
        if (source.foreign() && source.from().isEmpty()) return unknownStage(stage, source);
        boolean pattern = source.path().matches(".*[*?\\[].*");
        if (!source.found().isMissing() || pattern) return Optional.empty();
        return source.from().isPresent() ? Optional.of(fromStage(stage, source)) : Optional.empty();
    }

    private Finding fromStage(StageModel stage, CopySource source) {
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
        // What the context lacks is certain only where somebody names the context.
        boolean certain =
                source.found().state() == Found.State.MISSING && model.build().told();
        Finding finding = certain
                ? check.problem(subject, "copied-missing", DockerfileCheck.lines(project, file, lines), args)
                : check.likely(subject, "copied-missing", DockerfileCheck.lines(project, file, lines), args);
        finding = finding.at(DockerfileCheck.places(project, file, lines));
        return made.isEmpty() ? finding : DockerfileCheck.fixed(finding, right(source, made));
    }

    private Optional<Fix> right(CopySource source, String made) {
        return word(source)
                .flatMap(word -> check.suggest(
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
    private Optional<Finding> unknownStage(StageModel stage, CopySource source) {
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
        Finding finding = check.likely(
                        project.subject(file, stage.name() + " from " + name),
                        "unknown-stage",
                        DockerfileCheck.lines(project, file, lines),
                        name,
                        source.line(),
                        alike)
                .at(DockerfileCheck.places(project, file, lines));
        return Optional.of(DockerfileCheck.fixed(
                finding,
                source.transfer()
                        .flag("from")
                        .flatMap(flag -> check.suggest(
                                project,
                                file,
                                "stage-name",
                                model.build().file().edit().replace(flag.span(), "--from=" + alike),
                                alike))));
    }
}

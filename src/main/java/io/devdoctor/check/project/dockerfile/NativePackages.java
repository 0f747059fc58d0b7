package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Folders of installed packages that are carried from one C library to another: `node_modules`,
/// `site-packages`.
final class NativePackages {
    private static final Pattern FOLDER =
            Pattern.compile(".*/(node_modules|site-packages|dist-packages|\\.?venv)(/.*)?");
    private static final List<String> COMPILED = DatedTable.rows("native-packages.csv", 1).stream()
            .map(List::getFirst)
            .toList();

    private final LibcCheck check;
    private final Workspace project;
    private final BuildModel model;

    NativePackages(LibcCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            for (CopySource source : stage.copySources()) {
                source.from()
                        .filter(from -> differ(from, stage) && carries(source, from) && !rebuilds(stage))
                        .ifPresent(from -> found.add(finding(stage, from, source)));
            }
        }
        return found;
    }

    private static boolean differ(StageModel from, StageModel to) {
        Libc first = from.image().map(KnownImage::libc).orElse(Libc.UNKNOWN);
        Libc second = to.image().map(KnownImage::libc).orElse(Libc.UNKNOWN);
        return first == Libc.GLIBC && second == Libc.MUSL || first == Libc.MUSL && second == Libc.GLIBC;
    }

    private static boolean carries(CopySource source, StageModel from) {
        if (FOLDER.matcher(source.path()).matches()) return true;
        return source.path().length() > 1
                && from.runs().stream()
                        .filter(NativePackages::installs)
                        .flatMap(run -> run.folder().stream())
                        .anyMatch(folder -> (folder + "/").startsWith(source.path() + "/"));
    }

    private static boolean installs(RunCommand run) {
        return List.of("npm", "yarn", "pnpm").contains(run.command().program())
                && (run.command().operands().isEmpty()
                        || List.of("ci", "install", "i")
                                .contains(run.command().operands().getFirst()));
    }

    private static boolean rebuilds(StageModel stage) {
        return stage.runs().stream()
                .anyMatch(run -> installs(run) || run.command().is("npm", "rebuild"));
    }

    private Finding finding(StageModel stage, StageModel from, CopySource source) {
        boolean python = source.path().matches(".*(site-packages|dist-packages|venv).*");
        Optional<String> compiled = compiled();
        boolean known = project.bytes(model.build().inProject("package.json")).isPresent();
        // Packages that are script alone run everywhere.
        boolean harmless = !python && known && compiled.isEmpty();
        String path = model.build().path();
        List<Integer> lines = List.of(source.line(), StageCheck.imageLine(from), StageCheck.imageLine(stage));
        String outcome = python ? "python-packages" : compiled.isPresent() ? "native-modules" : "node-modules";
        Finding finding = check.finding(
                project.subject(path, stage.name() + " " + source.path()),
                harmless ? Verdict.INFO : Verdict.WARNING,
                Certainty.LIKELY,
                outcome,
                DockerfileCheck.lines(project, path, lines),
                source.path(),
                StageCheck.imageOf(from),
                StageCheck.imageOf(stage),
                compiled.orElse(""));
        return finding.at(DockerfileCheck.places(project, path, lines))
                .fixedBy(check.manual("same-libc", StageCheck.imageOf(from)));
    }

    /// A package in `package.json` that is compiled when it is installed.
    private Optional<String> compiled() {
        String text = project.bytes(model.build().inProject("package.json"))
                .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                .orElse("");
        return COMPILED.stream()
                .filter(name -> text.contains(name.endsWith("/") ? "\"" + name : "\"" + name + "\""))
                .findFirst();
    }
}

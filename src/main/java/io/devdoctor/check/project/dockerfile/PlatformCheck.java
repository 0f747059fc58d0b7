package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.stage.Arrival;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Flag;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether what is built is for the system and processor on which it will run.
final class PlatformCheck extends StageCheck {
    private static final Set<String> AUTOMATIC = Set.of(
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETARCH",
            "TARGETVARIANT",
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDARCH",
            "BUILDVARIANT");
    private static final Set<String> OTHERS = Set.of("windows", "darwin");

    PlatformCheck() {
        super("dockerfile.platform", Part.HOST);
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> all = new ArrayList<>(undeclared(project, model));
        TargetPlatforms platforms = TargetPlatforms.of(project);
        for (StageModel stage : model.reachable()) {
            for (GoBuild build : stage.builds())
                architecture(project, model, stage, build, platforms).ifPresent(all::add);
            emulated(project, model, stage, machine).ifPresent(all::add);
        }
        model.target().ifPresent(target -> {
            builtFor(model, target)
                    .forEach(build -> system(project, model, target, build).ifPresent(all::add));
            program(project, model, target).ifPresent(all::add);
        });
        return all;
    }

    private List<Finding> undeclared(Workspace project, BuildModel model) {
        List<Finding> all = new ArrayList<>();
        String path = model.build().path();
        Map<String, List<Integer>> uses = UndeclaredArgs.uses(model.build().file(), AUTOMATIC);
        uses.forEach((name, lines) -> {
            Finding finding = problem(
                            project.subject(path, name),
                            "undeclared",
                            lines(project, path, lines),
                            name,
                            lines.getFirst())
                    .at(places(project, path, lines));
            all.add(fixed(
                    finding,
                    SyntaxFixes.declare(model.build().file(), name, lines)
                            .flatMap(edit -> edit(project, path, "declare", edit, name))));
        });
        return all;
    }

    private Optional<Finding> architecture(
            Workspace project, BuildModel model, StageModel stage, GoBuild build, TargetPlatforms platforms) {
        boolean crosses = stage.stage().from().head().flags().stream()
                .anyMatch(flag -> flag.name().equals("platform") && flag.value().contains("BUILDPLATFORM"));
        if (build.arch().isEmpty()) {
            return crosses ? Optional.of(unset(project, model, stage, build, platforms)) : Optional.empty();
        }
        String arch = build.arch().get();
        boolean other = platforms.architectures().stream().anyMatch(name -> !name.equals(arch));
        boolean asked = stage.sets("TARGETARCH");
        if (arch.equals("?") || !platforms.several() && !asked) return Optional.empty();
        List<Evidence> evidence = evidence(project, model, build, platforms);
        Object[] args = {model.build().path(), build.line(), arch, platforms.names(), platforms.file()};
        Finding finding = platforms.several() && other
                ? problem(project.subject(model.build().path(), "fixed"), "one-architecture", evidence, args)
                : warning(project.subject(model.build().path(), "fixed"), "target-ignored", evidence, args);
        return Optional.of(placed(project, model, stage, build, finding));
    }

    private Finding unset(
            Workspace project, BuildModel model, StageModel stage, GoBuild build, TargetPlatforms platforms) {
        List<Evidence> evidence = new ArrayList<>(evidence(project, model, build, platforms));
        evidence.add(line(project, model.build().path(), stage.stage().from().line()));
        Object[] args = {
            model.build().path(), build.line(), stage.stage().from().line(), platforms.names(), platforms.file()
        };
        Finding finding = platforms.several()
                ? problem(project.subject(model.build().path(), "unset"), "builder-architecture", evidence, args)
                : warning(project.subject(model.build().path(), "unset"), "builder-architecture-one", evidence, args);
        return placed(project, model, stage, build, finding);
    }

    private Finding placed(Workspace project, BuildModel model, StageModel stage, GoBuild build, Finding finding) {
        String path = model.build().path();
        return fixed(
                finding.at(places(project, path, List.of(build.line()))),
                PlatformFix.of(model.build().file(), stage, build)
                        .flatMap(edit -> edit(project, path, "target", edit)));
    }

    private static List<Evidence> evidence(
            Workspace project, BuildModel model, GoBuild build, TargetPlatforms platforms) {
        List<Evidence> evidence =
                new ArrayList<>(List.of(line(project, model.build().path(), build.line())));
        platforms.places().stream()
                .limit(3)
                .map(one -> Evidence.of(
                        "evidence.dockerfile.platforms", one.text(), project.source(one.path(), one.line())))
                .forEach(evidence::add);
        return evidence;
    }

    /// Builds whose program the image holds.
    private static Stream<GoBuild> builtFor(BuildModel model, StageModel target) {
        Stream<GoBuild> copied = model.arrivals().stream()
                .filter(arrival -> arrival.to().index() == target.index())
                .map(Arrival::build);
        return Stream.concat(copied, target.builds().stream()).distinct();
    }

    private Optional<Finding> system(Workspace project, BuildModel model, StageModel target, GoBuild build) {
        boolean other = build.system().map(OTHERS::contains).orElse(false);
        boolean starts = target.launch().main().isPresent();
        if (!other || !starts || isWindows(target)) return Optional.empty();
        String path = model.build().path();
        List<Integer> lines = List.of(build.line());
        Object[] args = {path, build.line(), build.system().orElse(""), imageOf(target)};
        boolean certain = target.isScratch() || target.image().isPresent();
        Finding finding = certain
                ? problem(project.subject(path, "system"), "system", lines(project, path, lines), args)
                : likely(project.subject(path, "system"), "system", lines(project, path, lines), args);
        return Optional.of(finding.at(places(project, path, lines)));
    }

    /// A program for Windows in an image of Linux.
    private Optional<Finding> program(Workspace project, BuildModel model, StageModel target) {
        List<String> words = target.launch().words();
        boolean exe = !words.isEmpty() && words.getFirst().endsWith(".exe");
        boolean known = target.isScratch() || target.image().isPresent();
        if (!exe || !known || isWindows(target) || target.installs("wine", "wine64", "mono-runtime", "mono-complete")) {
            return Optional.empty();
        }
        String path = model.build().path();
        List<Integer> lines =
                target.launch().main().map(part -> List.of(part.line())).orElse(List.of());
        return Optional.of(likely(
                        project.subject(path, "program"),
                        "program",
                        lines(project, path, lines),
                        path,
                        lines.getFirst(),
                        words.getFirst(),
                        imageOf(target))
                .at(places(project, path, lines)));
    }

    private static boolean isWindows(StageModel stage) {
        return stage.reference()
                .map(ImageReference::text)
                .map(text -> text.matches("(?i).*(?:windows|nanoserver|servercore).*"))
                .orElse(false);
    }

    /// A base image for another processor than this machine's: everything in it is emulated.
    private Optional<Finding> emulated(Workspace project, BuildModel model, StageModel stage, Machine machine) {
        Optional<String> here = machine.host()
                .flatMap((host, _) -> host.windows())
                .known()
                .map(windows -> windows.architecture().toLowerCase(java.util.Locale.ROOT))
                .filter(Set.of("amd64", "arm64")::contains);
        Optional<String> fixed = stage.stage()
                .from()
                .flag("platform")
                .map(Flag::value)
                .filter(value -> value.matches("linux/(?:amd64|arm64)(?:/\\w+)?"))
                .map(value -> value.split("/")[1]);
        if (here.isEmpty() || fixed.isEmpty() || here.equals(fixed)) return Optional.empty();
        String path = model.build().path();
        List<Integer> lines = List.of(stage.stage().from().line());
        return Optional.of(info(
                        project.subject(path, "emulated " + stage.name()),
                        "emulated",
                        lines(project, path, lines),
                        path,
                        lines.getFirst(),
                        fixed.get(),
                        here.get())
                .at(places(project, path, lines)));
    }
}

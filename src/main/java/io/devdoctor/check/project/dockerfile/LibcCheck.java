package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.stage.Arrival;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.Linkage;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether what is built in one stage finds its C library in the stage where it runs, and whether cgo is there
/// where a module needs it.
final class LibcCheck extends StageCheck {
    /// Since glibc 2.34 its threads and its resolver are one library: older ones lack what a program linked
    /// there asks.
    private static final Version THREADS = Version.of("2.34");
    /// What C compiled with glibc 2.38 or newer asks for.
    private static final Version NUMBERS = Version.of("2.38");

    LibcCheck() {
        super("dockerfile.libc");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>();
        for (Arrival arrival : model.arrivals()) {
            GoProgram program = model.program(arrival.build());
            Linkage linkage = Linkage.of(arrival.from(), arrival.build(), program);
            if (linkage.dynamic().isYes())
                arrived(project, model, arrival, program, linkage).ifPresent(found::add);
        }
        for (StageModel stage : model.reachable()) {
            stage.builds().forEach(build -> cgo(project, model, stage, build).ifPresent(found::add));
        }
        found.addAll(new CompiledPrograms(this, project, model).examine());
        found.addAll(new NativePackages(this, project, model).examine());
        return found;
    }

    private Optional<Finding> arrived(
            Workspace project, BuildModel model, Arrival arrival, GoProgram program, Linkage linkage) {
        Libc there = arrival.to().image().map(KnownImage::libc).orElse(Libc.UNKNOWN);
        if (isBridged(arrival.to())
                || there == Libc.UNKNOWN
                || linkage.libc() == Libc.UNKNOWN
                || linkage.libc() == Libc.NONE) {
            return Optional.empty();
        }
        if (there == linkage.libc()) return older(project, model, arrival, program);
        String outcome = there == Libc.NONE ? "no-libc" : "other-libc";
        String path = model.build().path();
        List<Integer> lines = List.of(arrival.build().line(), arrival.line(), imageLine(arrival.to()));
        Object[] args = {
            arrival.path(),
            imageOf(arrival.from()),
            imageOf(arrival.to()),
            arrival.build().line(),
            name(linkage.libc()),
            name(there),
            reason(program)
        };
        Subject subject = project.subject(path, arrival.to().name() + " " + arrival.path());
        boolean certain = linkage.certain() && arrival.to().isScratch();
        Finding finding = certain
                ? problem(subject, outcome, lines(project, path, lines), args)
                : likely(subject, outcome, lines(project, path, lines), args);
        return Optional.of(mended(project, model, finding.at(places(project, path, lines)), arrival.build(), program));
    }

    /// Whether programs for glibc may start all the same.
    static boolean isBridged(StageModel stage) {
        return stage.installs("gcompat", "libc6-compat", "glibc") || bringsLibrary(stage);
    }

    /// The loader is copied along, or whole folders in which it may be.
    private static boolean bringsLibrary(StageModel stage) {
        return stage.copySources().stream()
                        .filter(CopySource::foreign)
                        .filter(source -> !(source.found().origin() instanceof Origin.Built))
                        .anyMatch(source -> source.destination().matches("/|/(usr/)?lib(64)?(/.*)?"))
                || stage.parent().filter(LibcCheck::bringsLibrary).isPresent();
    }

    private static String name(Libc libc) {
        return libc.name().toLowerCase(Locale.ROOT);
    }

    /// The package that brings C code along.
    private static String reason(GoProgram program) {
        if (program.hasC()) return "import \"C\"";
        return Stream.of(program.modules("cgo"), program.netImports(), program.modules("net"))
                .flatMap(List::stream)
                .map(GoProgram.Use::path)
                .findFirst()
                .orElse("");
    }

    private Finding mended(Workspace project, BuildModel model, Finding finding, GoBuild build, GoProgram program) {
        boolean free = !program.hasC() && program.modules("cgo").isEmpty() && !build.told();
        if (!free)
            return finding.fixedBy(manual("same-libc", imageOf(model.stages().get(build.stage()))));
        String path = model.build().path();
        return fixed(
                finding,
                suggest(
                        project,
                        path,
                        "cgo-off",
                        GoFixes.withoutCgo(model.build().file(), build)));
    }

    private Optional<Finding> older(Workspace project, BuildModel model, Arrival arrival, GoProgram program) {
        Optional<Version> here = arrival.to().image().flatMap(KnownImage::glibc);
        Optional<Version> built = arrival.from().image().flatMap(KnownImage::glibc);
        if (here.isEmpty() || built.isEmpty()) return Optional.empty();
        boolean c = program.hasC() || !program.modules("cgo").isEmpty();
        boolean asks = here.get().isBefore(THREADS) && !built.get().isBefore(THREADS)
                || c && here.get().isBefore(NUMBERS) && !built.get().isBefore(NUMBERS);
        if (!asks) return Optional.empty();
        String path = model.build().path();
        List<Integer> lines = List.of(imageLine(arrival.to()), arrival.build().line(), arrival.line());
        Finding finding = likely(
                        project.subject(path, arrival.to().name() + " " + arrival.path()),
                        "older-glibc",
                        lines(project, path, lines),
                        arrival.path(),
                        imageOf(arrival.from()),
                        imageOf(arrival.to()),
                        text(built.get()),
                        text(here.get()))
                .at(places(project, path, lines));
        return Optional.of(mended(project, model, finding, arrival.build(), program));
    }

    private static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }

    /// Modules that need cgo where it is off, and cgo without a compiler.
    private Optional<Finding> cgo(Workspace project, BuildModel model, StageModel stage, GoBuild build) {
        GoProgram program = model.program(build);
        List<GoProgram.Use> modules = program.modules("cgo");
        Answer compiler = Linkage.compiler(stage);
        boolean off = build.cgo().isNo() || !build.told() && compiler.isNo();
        String path = model.build().path();
        String detail = stage.name() + " " + build.output().orElse("");
        if (!modules.isEmpty() && off && build.isForLinux()) {
            return Optional.of(withoutCgo(project, path, detail, stage, build, modules.getFirst()));
        }
        if (!build.cgo().isYes() || !compiler.isNo()) return Optional.empty();
        List<Integer> lines = List.of(build.line(), imageLine(stage));
        return Optional.of(likely(
                        project.subject(path, detail),
                        "no-compiler",
                        lines(project, path, lines),
                        imageOf(stage),
                        build.line())
                .at(places(project, path, lines))
                .fixedBy(manual("with-cgo", "CGO_ENABLED=1")));
    }

    private Finding withoutCgo(
            Workspace project, String path, String detail, StageModel stage, GoBuild build, GoProgram.Use use) {
        Finding finding = likely(
                project.subject(path, detail),
                build.told() ? "cgo-needed" : "compiler-needed",
                List.of(
                        line(project, path, build.line()),
                        line(project, use.file().path(), use.line())),
                use.path(),
                imageOf(stage),
                build.line());
        return finding.at(List.of(
                        project.place(path, build.line()),
                        project.place(use.file().path(), use.line())))
                .fixedBy(manual("with-cgo", use.path()));
    }
}

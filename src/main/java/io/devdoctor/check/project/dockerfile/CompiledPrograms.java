package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Programs of Rust and C that need glibc and are carried to where there is none.
final class CompiledPrograms {
    private static final Set<String> COMPILERS = Set.of("gcc", "g++", "cc", "c++", "clang", "clang++");

    private final LibcCheck check;
    private final Workspace project;
    private final BuildModel model;

    CompiledPrograms(LibcCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            Libc there = stage.image().map(KnownImage::libc).orElse(Libc.UNKNOWN);
            boolean other = there == Libc.MUSL || there == Libc.NONE;
            if (!other || LibcCheck.isBridged(stage)) continue;
            for (CopySource source : stage.copySources()) {
                source.from()
                        .filter(from -> from.image()
                                .map(KnownImage::libc)
                                .filter(Libc.GLIBC::equals)
                                .isPresent())
                        .flatMap(from -> made(from, source).map(run -> finding(stage, from, source, run, there)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<RunCommand> made(StageModel from, CopySource source) {
        return from.runs().stream()
                .filter(run -> isRust(from, run, source) || isC(run, source))
                .findFirst();
    }

    private static boolean isRust(StageModel from, RunCommand run, CopySource source) {
        ShellCommand command = run.command();
        boolean elsewhere = command.option("--target").isPresent()
                || from.sets("CARGO_BUILD_TARGET")
                || from.sets("RUSTFLAGS")
                || command.assigned("RUSTFLAGS").isPresent()
                || from.runs().stream().anyMatch(one -> one.command().is("rustup", "target"));
        return command.is("cargo", "build") && !elsewhere && source.path().matches(".*/target/(release|debug)/[^/*]+");
    }

    private static boolean isC(RunCommand run, CopySource source) {
        ShellCommand command = run.command();
        boolean links = COMPILERS.contains(command.program()) && !command.has("-c") && !command.has("-shared");
        boolean isStatic = command.arguments().stream().map(ShellWord::text).anyMatch(text -> text.contains("-static"));
        Optional<String> output =
                command.option("-o").filter(ShellWord::isStatic).map(ShellWord::text);
        return links
                && !isStatic
                && output.filter(path -> source.path().equals(path)
                                || run.folder()
                                        .filter(folder ->
                                                source.path().equals((folder + "/" + path).replace("//", "/")))
                                        .isPresent())
                        .isPresent();
    }

    private Finding finding(StageModel stage, StageModel from, CopySource source, RunCommand run, Libc there) {
        String file = model.build().path();
        List<Integer> lines = List.of(run.line(), source.line(), StageCheck.imageLine(stage));
        return check.likely(
                        project.subject(file, stage.name() + " " + source.path()),
                        "compiled",
                        DockerfileCheck.lines(project, file, lines),
                        source.path(),
                        StageCheck.imageOf(from),
                        StageCheck.imageOf(stage),
                        run.line(),
                        there == Libc.NONE ? 0 : 1,
                        there.name().toLowerCase(Locale.ROOT))
                .at(DockerfileCheck.places(project, file, lines))
                .fixedBy(check.manual("same-libc", StageCheck.imageOf(from)));
    }
}

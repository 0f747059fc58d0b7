package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.image.KnownImage.Tool;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a binary of `go build` needs the C library of the stage in which it was built.
///
/// @param dynamic UNKNOWN = cannot be told
/// @param libc    of the stage
/// @param certain whether the Dockerfile and the project's own files alone say so
public record Linkage(Answer dynamic, Libc libc, boolean certain) {
    private static final Pattern RELEASE = Pattern.compile("^1\\.(\\d+)");
    private static final int CGO_OFF_WITHOUT_COMPILER = 20;

    public static Linkage of(StageModel stage, GoBuild build, GoProgram program) {
        Libc libc = stage.image().map(KnownImage::libc).orElse(Libc.UNKNOWN);
        Answer dynamic = both(cgo(stage, build), needsC(build, program));
        boolean own = program.hasC() || !program.netImports().isEmpty();
        return new Linkage(dynamic, libc, build.cgo().isYes() && own);
    }

    private static Answer both(Answer first, Answer second) {
        if (first.isNo() || second.isNo()) return Answer.NO;
        return first.isYes() && second.isYes() ? Answer.YES : Answer.UNKNOWN;
    }

    /// Whether cgo is on: as somebody says, else where it is a native build and there is a compiler.
    static Answer cgo(StageModel stage, GoBuild build) {
        if (build.told()) return build.cgo();
        boolean cross = build.arch()
                .filter(arch -> !arch.equals("?") && !arch.equals("amd64"))
                .isPresent();
        if (cross) return Answer.UNKNOWN;
        return switch (compiler(stage)) {
            case YES -> Answer.YES;
            case NO -> turnsCgoOff(stage) ? Answer.NO : Answer.UNKNOWN;
            case UNKNOWN -> Answer.UNKNOWN;
        };
    }

    /// Whether the stage has a C compiler.
    public static Answer compiler(StageModel stage) {
        if (stage.installs("gcc", "build-base", "build-essential", "clang", "musl-dev", "g++")) return Answer.YES;
        boolean brings = stage.packages().stream()
                .flatMap(packages -> packages.names().stream())
                .anyMatch(name -> name.startsWith("go") && !name.equals("gosu") || name.contains("$"));
        if (brings) return Answer.UNKNOWN;
        return stage.image().map(image -> image.has(Tool.COMPILER)).orElse(Answer.UNKNOWN);
    }

    /// Go 1.20 and later leave cgo off where they find no compiler.
    private static boolean turnsCgoOff(StageModel stage) {
        Optional<String> tag = stage.reference()
                .filter(reference -> reference.family().equals("golang"))
                .flatMap(ImageReference::effectiveTag);
        if (tag.isEmpty()) return false;
        Matcher release = RELEASE.matcher(tag.get());
        return !release.find() || Integer.parseInt(release.group(1)) >= CGO_OFF_WITHOUT_COMPILER;
    }

    private static Answer needsC(GoBuild build, GoProgram program) {
        if (!build.isForLinux() || program.files().isEmpty()) return Answer.UNKNOWN;
        if (build.isStatic()) return Answer.NO;
        if (program.hasC() || !program.modules("cgo").isEmpty()) return Answer.YES;
        boolean pure =
                build.tags().contains("netgo") && (build.tags().contains("osusergo") || !program.imports("os/user"));
        if (pure) return Answer.NO;
        if (!program.netImports().isEmpty() || !program.modules("net").isEmpty()) return Answer.YES;
        // What other modules import is not known.
        return program.uses(path -> path.contains(".")).isEmpty() ? Answer.NO : Answer.UNKNOWN;
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.KeyValue;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets Go build for the platform that is asked for.
final class PlatformFix {
    private final Dockerfile file;
    private final StageModel stage;
    private final GoBuild build;

    private PlatformFix(Dockerfile file, StageModel stage, GoBuild build) {
        this.file = file;
        this.stage = stage;
        this.build = build;
    }

    static Optional<DockerfileEdit> of(Dockerfile file, StageModel stage, GoBuild build) {
        PlatformFix fix = new PlatformFix(file, stage, build);
        return build.arch().isEmpty() ? fix.added() : fix.replaced();
    }

    private boolean isPlain() {
        return build.run().command().isShell()
                && build.run().heredocs().isEmpty()
                && !build.command().prefixes().contains("sh");
    }

    private Optional<DockerfileEdit> added() {
        if (!isPlain()) return Optional.empty();
        int start = build.command().span().start();
        String system = build.system().isEmpty() ? "GOOS=$TARGETOS " : "";
        DockerfileEdit edit = file.edit().replace(new Span(start, start), system + "GOARCH=$TARGETARCH ");
        return Optional.of(declared(edit, build.run(), system.isEmpty() ? List.of() : List.of("TARGETOS")));
    }

    private Optional<DockerfileEdit> replaced() {
        Optional<ShellWord> inline = build.command().assigned("GOARCH");
        if (inline.isPresent()) {
            if (!isPlain()) return Optional.empty();
            Span value = build.run()
                    .command()
                    .places()
                    .span(inline.get().start(), inline.get().end());
            return Optional.of(declared(file.edit().replace(value, "$TARGETARCH"), build.run(), List.of()));
        }
        return stage.stage()
                .all(Instruction.Env.class)
                .filter(env -> !env.legacy())
                .flatMap(env -> env.pairs().stream()
                        .filter(pair -> pair.key().equals("GOARCH"))
                        .map(pair -> changed(env, pair)))
                .findFirst();
    }

    private DockerfileEdit changed(Instruction.Env env, KeyValue pair) {
        return declared(file.edit().replace(pair.span(), "GOARCH=$TARGETARCH"), env, List.of());
    }

    /// `ARG TARGETARCH` before the instruction, unless the stage has it.
    private DockerfileEdit declared(DockerfileEdit edit, Instruction before, List<String> more) {
        List<String> missing = Stream.concat(more.stream(), Stream.of("TARGETARCH"))
                .filter(name -> !isDeclared(name, before))
                .toList();
        return missing.isEmpty() ? edit : edit.insertBefore(before, "ARG " + String.join(" ", missing));
    }

    private boolean isDeclared(String name, Instruction before) {
        boolean here = stage.stage()
                .all(Instruction.Arg.class)
                .filter(arg -> arg.line() < before.line())
                .flatMap(arg -> arg.pairs().stream())
                .anyMatch(pair -> pair.key().equals(name));
        return here || stage.parent().map(parent -> parent.sets(name)).orElse(false);
    }
}

package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.Trap;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the program gets the signals of `docker stop`, which go to the first process alone. A shell that waits for
/// the program keeps them to itself; whether it waits or makes room depends on which shell the base image has.
final class SignalsCheck extends DockerfileCheck {
    /// What a shell would have resolved.
    private static final Pattern UNRESOLVED =
            Pattern.compile(".*\\$(?:[A-Za-z_]\\w*|\\{[A-Za-z_]\\w*}).*|&&|\\|\\|?|;|>{1,2}|<");

    SignalsCheck() {
        super("dockerfile.signals");
    }

    @Override
    protected boolean concerns(Build build) {
        return !build.file().stages().isEmpty();
    }

    @Override
    protected List<Finding> examine(Workspace project, Build build, Machine machine) {
        BuildModel model = BuildModel.of(project, build);
        List<Finding> all = new ArrayList<>();
        model.target().ifPresent(target -> {
            Launch launch = target.launch();
            launch.main().ifPresent(part -> part(project, build, target, part, all));
            pair(project, build, launch).ifPresent(all::add);
            launch.entrypoint().ifPresent(part -> literal(project, build, part, "entrypoint", all));
            launch.command().ifPresent(part -> literal(project, build, part, "cmd", all));
            target.healthcheck().ifPresent(part -> literal(project, build, part, "healthcheck", all));
            all.addAll(new EntryScript(this, project, model).examine());
        });
        all.addAll(new NoShell(this, project, model).examine());
        return all;
    }

    private void part(Workspace project, Build build, StageModel target, Launch.Part part, List<Finding> all) {
        Optional<ShellText> text = ShellText.of(part);
        if (text.isEmpty() || isMisread(build, part) || !part.shell().isEmpty()) return;
        Optional<Shell> shell = text.get().shell().or(() -> target.image().map(KnownImage::shell));
        if (shell.isEmpty()) return;
        List<Evidence> evidence = new ArrayList<>(List.of(line(project, build.path(), part.line())));
        base(project, build, target).ifPresent(evidence::add);
        Object[] args = {build.path(), part.line(), image(target)};
        if (text.get().stays(shell.get())) {
            Finding finding = likely(project.subject(build.path(), "shell"), "shell", evidence, args)
                    .at(places(project, build.path(), List.of(part.line())));
            all.add(fixed(
                    finding,
                    SignalsFix.of(build.file(), part).flatMap(edit -> edit(project, build.path(), "exec", edit))));
        }
    }

    /// What only looks like the exec form is found for that.
    static boolean isMisread(Build build, Launch.Part part) {
        return build.file().traps().stream()
                .anyMatch(trap -> trap.kind() == Trap.Kind.PSEUDO_JSON && trap.line() == part.line());
    }

    private static String image(StageModel target) {
        return target.reference().map(ImageReference::text).orElse("scratch");
    }

    private static Optional<Evidence> base(Workspace project, Build build, StageModel target) {
        StageModel root = target;
        while (root.parent().isPresent()) root = root.parent().get();
        int from = root.stage().from().line();
        return Optional.of(
                Evidence.of("evidence.dockerfile.base-image", image(target), project.source(build.path(), from)));
    }

    /// ENTRYPOINT and CMD in forms that do not go together.
    private Optional<Finding> pair(Workspace project, Build build, Launch launch) {
        if (launch.entrypoint().isEmpty() || launch.command().isEmpty()) return Optional.empty();
        Launch.Part entrypoint = launch.entrypoint().get();
        Launch.Part command = launch.command().get();
        if (entrypoint.command().isEmpty() || command.command().isEmpty()) return Optional.empty();
        List<Integer> lines = List.of(command.line(), entrypoint.line());
        List<Evidence> evidence = lines(project, build.path(), lines);
        Object[] args = {build.path(), command.line(), entrypoint.line()};
        if (entrypoint.isShell()) {
            return Optional.of(warning(project.subject(build.path(), "cmd-ignored"), "cmd-ignored", evidence, args)
                    .at(places(project, build.path(), lines)));
        }
        boolean handsOver = entrypoint.command().strings().stream()
                .anyMatch(word -> word.matches(".*(?:entrypoint|\\.sh|tini|dumb-init|gosu|su-exec|env).*"));
        if (!command.isShell() || handsOver) return Optional.empty();
        return Optional.of(warning(project.subject(build.path(), "mixed"), "mixed", evidence, args)
                .at(places(project, build.path(), lines)));
    }

    /// The exec form resolves nothing.
    private void literal(Workspace project, Build build, Launch.Part part, String detail, List<Finding> all) {
        if (part.isShell() || ShellText.of(part).isPresent()) return;
        List<String> words = part.command().strings();
        boolean script = !words.isEmpty() && words.getFirst().matches(".*(?:\\.sh|entrypoint[^/]*|envsubst|confd)");
        Optional<String> unresolved = words.stream()
                .filter(word -> UNRESOLVED.matcher(word).matches())
                .findFirst();
        if (script || unresolved.isEmpty()) return;
        Finding finding = warning(
                        project.subject(build.path(), detail),
                        "literal",
                        lines(project, build.path(), List.of(part.line())),
                        build.path(),
                        part.line(),
                        unresolved.get())
                .at(places(project, build.path(), List.of(part.line())));
        all.add(fixed(
                finding,
                SignalsFix.throughShell(build.file(), part)
                        .flatMap(edit -> suggest(project, build.path(), "through-shell", edit))));
    }

    /// Whether the shell that runs these commands stays until the last one ends.
    static boolean isPiped(ShellCommand command) {
        return command.joint() == ShellCommand.Joint.PIPE || command.background();
    }
}

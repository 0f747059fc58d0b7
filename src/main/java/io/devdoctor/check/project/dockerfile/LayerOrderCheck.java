package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Mount;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.Stage;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether dependencies are fetched before the sources come: else every change of any file fetches them all again.
final class LayerOrderCheck extends DockerfileCheck {
    LayerOrderCheck() {
        super("dockerfile.layer-order");
    }

    /// @param copy    of the whole context
    /// @param fetches the instruction that fetches behind it
    record Misplaced(
            Fetcher manager, Stage stage, Instruction.Transfer copy, Instruction.Run fetches, ShellCommand command) {}

    @Override
    protected boolean concerns(Build build) {
        return build.file().stages().stream()
                .flatMap(stage -> stage.all(Instruction.Run.class))
                .flatMap(run -> run.programs().stream())
                .anyMatch(command -> Fetcher.of(command).isPresent());
    }

    @Override
    protected List<Finding> examine(Workspace project, Build build, Machine machine) {
        List<Finding> all = new ArrayList<>();
        Set<Integer> needed = build.file().neededFor(build.file().stages().getLast());
        for (Stage stage : build.file().stages()) {
            if (!needed.contains(stage.index())) continue;
            for (Misplaced one : misplaced(project, build, stage)) all.add(finding(project, build, one));
        }
        return all;
    }

    private Finding finding(Workspace project, Build build, Misplaced one) {
        String path = build.path();
        List<Integer> lines = List.of(one.copy().line(), one.command().line());
        String detail = one.stage().index() + "/" + one.manager().command();
        Object[] args = {
            path, one.copy().line(), one.command().line(), one.manager().command()
        };
        Finding finding = info(project.subject(path, detail), "order", lines(project, path, lines), args)
                .at(places(project, path, lines));
        return fixed(
                finding,
                new LayerOrderFix(project, build, one)
                        .edit()
                        .flatMap(edit -> suggest(project, path, "order", edit, args)));
    }

    private static List<Misplaced> misplaced(Workspace project, Build build, Stage stage) {
        List<Misplaced> found = new ArrayList<>();
        Set<Fetcher> settled = EnumSet.noneOf(Fetcher.class);
        Optional<Instruction.Transfer> everything = Optional.empty();
        for (Instruction instruction : stage.instructions()) {
            if (instruction instanceof Instruction.Transfer copy
                    && copy.flag("from").isEmpty()) {
                if (everything.isEmpty() && copiesAll(copy)) everything = Optional.of(copy);
                if (everything.isEmpty()) settle(copy, settled);
            }
            if (!(instruction instanceof Instruction.Run run)) continue;
            for (ShellCommand command : run.programs()) {
                Optional<Fetcher> manager = Fetcher.of(command);
                if (manager.isEmpty() || !settled.add(manager.get()) || everything.isEmpty()) continue;
                boolean pays = !isSpared(project, build, manager.get(), run, command);
                if (pays) found.add(new Misplaced(manager.get(), stage, everything.get(), run, command));
            }
        }
        return found;
    }

    private static void settle(Instruction.Transfer copy, Set<Fetcher> settled) {
        for (Fetcher manager : Fetcher.values()) {
            if (copy.sources().stream().map(Word::text).anyMatch(manager::owns)) settled.add(manager);
        }
    }

    private static boolean copiesAll(Instruction.Transfer copy) {
        return copy.sources().stream()
                .map(source -> Build.clean(source.text()))
                .anyMatch(source -> source.isEmpty() || source.equals("*"));
    }

    /// Where a cache keeps what was fetched, or nothing is fetched.
    private static boolean isSpared(
            Workspace project, Build build, Fetcher manager, Instruction.Run run, ShellCommand command) {
        boolean cached = run.mounts().stream().map(Mount::type).anyMatch("cache"::equals);
        if (cached) return true;
        return manager == Fetcher.GO
                ? command.has("-mod=vendor") || !fetchesModules(project, build)
                : manager.manifests().stream().anyMatch(name -> !project.facts().has(build.inProject(name)));
    }

    static boolean fetchesModules(Workspace project, Build build) {
        boolean vendored = project.facts().has(build.inProject("vendor"));
        return !vendored
                && project.bytes(build.inProject("go.mod"))
                        .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                        .map(text -> text.matches("(?s).*(?:^|\\n)\\s*require\\b.*"))
                        .orElse(false);
    }
}

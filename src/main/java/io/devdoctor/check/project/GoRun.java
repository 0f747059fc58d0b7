package io.devdoctor.check.project;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A go command of a build, with the module that it finds.
///
/// @param module of the project, as it lies in the stage then
/// @param folder in the stage that holds the go.mod
record GoRun(SentFolder sent, StageModel stage, RunCommand run, GoModules.Module module, String folder) {

    /// Those whose go.mod came out of the project.
    static List<GoRun> of(Workspace project) {
        List<GoModules.Module> modules = GoModules.of(project);
        List<GoRun> found = new ArrayList<>();
        if (modules.isEmpty()) return found;
        for (Build build : project.builds()) {
            SentFolder sent = SentFolder.of(project, build);
            if (!sent.known()) continue;
            for (StageModel stage : sent.model().reachable()) {
                for (RunCommand run : stage.runs()) {
                    if (run.command().program().equals("go"))
                        find(sent, stage, run, modules).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /// Go looks in the working directory and in those above.
    private static Optional<GoRun> find(
            SentFolder sent, StageModel stage, RunCommand run, List<GoModules.Module> modules) {
        Optional<String> folder = run.folder();
        while (folder.isPresent()) {
            String place = folder.get();
            Found file = stage.look(place + "/go.mod", run);
            if (file.isPresent()) {
                return file.origin() instanceof Found.Origin.Context(String inContext)
                        ? modules.stream()
                                .filter(module ->
                                        module.path().equals(sent.build().inProject(inContext)))
                                .findFirst()
                                .map(module -> new GoRun(sent, stage, run, module, place))
                        : Optional.empty();
            }
            folder = place.length() < 2
                    ? Optional.empty()
                    : Optional.of(place.substring(0, Math.max(1, place.lastIndexOf('/'))));
        }
        return Optional.empty();
    }

    /// `build`, `mod download` …
    boolean is(String... words) {
        return run.command().is("go", words);
    }

    /// Whether packages of the module itself are compiled.
    boolean compiles() {
        return is("build") || is("test") || is("vet") || is("run") || is("install") && !installsOther();
    }

    /// `go install example.com/tool@latest` asks no go.mod.
    private boolean installsOther() {
        return run.command().operands().stream().anyMatch(word -> word.contains("@"));
    }

    Found look(String path) {
        return stage.look(path.startsWith("/") ? path : folder + "/" + path, run);
    }

    /// Whether a file of the module's folder is missing: not copied, or kept back by the ignore file.
    boolean lacks(String name) {
        Found found = look(name);
        return found.isMissing() || isHidden(found);
    }

    private boolean isHidden(Found found) {
        return found.isPresent()
                && found.origin() instanceof Found.Origin.Context(String inContext)
                && !sent.sends(inContext);
    }

    /// That it is missing, as sure as that is: what a base image may hold is known from our table alone.
    Finding missing(
            Check check, String name, Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return look(name).state() == Found.State.PROBABLY_MISSING
                ? check.likely(subject, outcome, evidence, args)
                : check.problem(subject, outcome, evidence, args);
    }

    /// What a variable is for this command: set on its line, or by ENV and ARG.
    Optional<String> variable(String name) {
        return run.command().assigned(name).map(word -> word.text()).or(() -> stage.variable(name));
    }

    boolean sets(String name) {
        return run.command().assigned(name).isPresent() || stage.sets(name) || writes(name);
    }

    /// `go env -w GOTOOLCHAIN=auto`, in the same stage.
    private boolean writes(String name) {
        return stage.runs().stream()
                .filter(each -> each.command().is("go", "env"))
                .anyMatch(each -> each.command().operands().stream().anyMatch(word -> word.startsWith(name + "=")));
    }

    /// Whether it takes the modules from the folder `vendor`.
    boolean vendors() {
        boolean told = run.command().has("-mod=vendor")
                || variable("GOFLAGS")
                        .filter(flags -> flags.contains("-mod=vendor"))
                        .isPresent();
        return told || look("vendor/modules.txt").isPresent();
    }

    /// Whether it, or a command before it in the stage, may write what is missing.
    boolean mends() {
        return variable("GOFLAGS").filter(flags -> flags.contains("-mod=mod")).isPresent()
                || stage.runs().stream()
                        .filter(each -> each.changes() <= run.changes() && each.line() <= run.line())
                        .anyMatch(each -> each.command().is("go", "mod", "tidy")
                                || each.command().is("go", "get")
                                || each.command().has("-mod=mod"));
    }
}

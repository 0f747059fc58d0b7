package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.util.Set;
import java.util.function.Function;

/// Looks at what git is told to change in one repository.
record GitTarget(Ports ports) {

    Present.Look mode(Step.RunTool tool) {
        String path = tool.args().get(2);
        boolean wanted = tool.args().get(1).contains("+x");
        return in(tool.args().getFirst(), git -> switch (git.index()) {
            case Reading.Known<?> _ ->
                git.index()
                        .known()
                        .map(index -> index.get(path))
                        .<Present.Look>map(entry ->
                                entry.isExecutable() == wanted ? new Present.AsAfter() : new Present.AsBefore())
                        .orElseGet(() -> unreadable(Reason.GONE, path, "not tracked"));
            case Reading.Absent<?> _, Reading.NotApplicable<?> _ -> unreadable(Reason.GONE, path, "no index");
            case Reading.Unknown<?>(var _, var detail, var _) -> unreadable(Reason.FAILED, path, detail);
        });
    }

    Present.Look fileMode(Step.RunTool tool) {
        String wanted = tool.args().get(1);
        return in(
                tool.args().getFirst(),
                git -> git.config().getOrDefault("core.filemode", "true").equalsIgnoreCase(wanted)
                        ? new Present.AsAfter()
                        : new Present.AsBefore());
    }

    private Present.Look in(String folder, Function<GitRepository, Present.Look> look) {
        return switch (ports.repositories().repository(folder, Set.of())) {
            case Reading.Known<GitRepository>(GitRepository git, Source _) -> look.apply(git);
            case Reading.Absent<GitRepository> _ -> unreadable(Reason.GONE, folder, "no repository");
            case Reading.Unknown<GitRepository>(var cause, var detail, var _) ->
                unreadable(cause == Reading.Cause.DENIED ? Reason.DENIED : Reason.FAILED, folder, detail);
            case Reading.NotApplicable<GitRepository>(String why) -> unreadable(Reason.NOT_HERE, folder, why);
        };
    }

    private Present.Look unreadable(Reason reason, String place, String detail) {
        return new Present.Unreadable(StepResult.failed(
                reason, Source.Kind.FILE, place, detail, ports.clock().now()));
    }
}

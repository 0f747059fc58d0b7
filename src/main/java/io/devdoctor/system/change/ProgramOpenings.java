package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.time.Duration;
import java.util.List;

/// Opens https addresses through a program of the desktop such as `xdg-open`.
public record ProgramOpenings(String program, ToolRuns tools) implements Openings {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public ChangeResult open(String target) {
        if (!target.startsWith("https://")) {
            return new ChangeResult.Failed(Reason.NOT_HERE, target, "not an https address");
        }
        return switch (tools.run(List.of(program, target), LIMIT)) {
            case ToolRuns.Exited(int exit, Bytes _, Bytes _) when exit == 0 -> new ChangeResult.Done("opened");
            case ToolRuns.Exited(int exit, Bytes _, Bytes _) ->
                new ChangeResult.Failed(Reason.EXIT, program + " " + target, "exit " + exit);
            case ToolRuns.NotHere(String missing) -> new ChangeResult.Failed(Reason.NOT_HERE, target, missing);
            // The browser itself stays open.
            case ToolRuns.TimedOut _ -> new ChangeResult.Done("opened");
            case ToolRuns.Declined _ -> new ChangeResult.Failed(Reason.DENIED, target, "declined");
            case ToolRuns.NotStarted(String detail) -> new ChangeResult.Failed(Reason.FAILED, target, detail);
        };
    }
}

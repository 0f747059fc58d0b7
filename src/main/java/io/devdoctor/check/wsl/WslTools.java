package io.devdoctor.check.wsl;

import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Fixes that several checks of this area offer. Whether an engine lives in WSL is not known here, so that what ends
/// WSL
/// counts as ending containers.
final class WslTools {
    private WslTools() {}

    /// Installs the newest release; every distribution ends while it does.
    static Fix update(String id) {
        return Fix.of(
                        id,
                        Text.of("fix.wsl/update.title"),
                        Set.of(Effect.ADMIN, Effect.STOPS_WSL, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_UPDATE, List.of(), null))
                .warning(Text.of("warning.wsl.editors"), Text.of("warning.wsl.download"));
    }

    static Fix shutdown(String id) {
        return Fix.of(
                        id,
                        Text.of("fix.wsl/shutdown.title"),
                        Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null))
                .warning(Text.of("warning.wsl.editors"));
    }

    /// Ends one distribution; it starts again when somebody opens it.
    static Fix terminate(String id, String distro) {
        return Fix.of(
                        id,
                        Text.of("fix." + id + ".title", distro),
                        Set.of(Effect.STOPS_DISTRO, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_TERMINATE, List.of(distro), null))
                .warning(Text.of("warning.wsl.editors"));
    }

    /// Ends one distribution and starts it again.
    static Fix restart(String id, String distro) {
        return Fix.of(
                        id,
                        Text.of("fix." + id + ".title", distro),
                        Set.of(Effect.STOPS_DISTRO, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_TERMINATE, List.of(distro), null),
                        new Step.InDistro(distro, DistroCommand.START))
                .warning(Text.of("warning.wsl.editors"));
    }

    /// Ends WSL, naming what runs now.
    static Fix shutdown(String id, Machine machine) {
        List<String> running = Guest.running(machine);
        return shutdown(id)
                .warning(
                        Text.of("warning.wsl.ends", running.isEmpty() ? "-" : String.join(", ", running)),
                        Text.of("warning.wsl.editors"));
    }

    /// Words only.
    static Fix manual(String id, Object... args) {
        return Fix.safe(
                id,
                Text.of("fix." + id + ".title", args),
                new Step.Manual(Text.of("fix." + id + ".words", args), null));
    }
}

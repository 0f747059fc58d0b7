package io.devdoctor.check.network;

import io.devdoctor.check.docker.DesktopFixes;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A range of one port that an administrator reserved: Windows leaves it to whoever asks for it by number. It can be
/// made only while winnat stands still and has given its ranges back, and a WSL that runs meanwhile loses its network
/// until it is shut down. So Docker Desktop and WSL end first; an undo goes the same way back and ends WSL as well.
final class KeptPort {
    private KeptPort() {}

    static Fix of(Machine machine, WantedPorts.Place place) {
        Set<Effect> effects = EnumSet.of(Effect.ADMIN, Effect.STOPS_CONTAINERS);
        List<Step> steps = new ArrayList<>(reserve(place));
        boolean wsl =
                machine.wsl().flatMap((each, _) -> each.installed()).known().orElse(true);
        if (wsl) {
            effects.add(Effect.STOPS_WSL);
            steps.addFirst(tool(Tool.WSL_SHUTDOWN, List.of(), tool(Tool.WSL_SHUTDOWN, List.of(), null)));
        }
        if (runsDesktop(machine)) {
            effects.add(Effect.STOPS_DESKTOP);
            steps.addFirst(both(Tool.DESKTOP_STOP, Tool.DESKTOP_START));
            steps.addLast(both(Tool.DESKTOP_START, Tool.DESKTOP_STOP));
        }
        return Fix.of(
                        "network.reserved-ports/keep",
                        Text.of("fix.network.reserved-ports/keep.title", place.name()),
                        effects,
                        steps.toArray(Step[]::new))
                .warning(Text.of(wsl ? "warning.network.winnat-wsl" : "warning.network.winnat"));
    }

    private static List<Step> reserve(WantedPorts.Place place) {
        List<String> values =
                List.of(place.stack().ip(), "protocol=" + place.stack().transport(), "startport=" + place.port());
        return List.of(
                both(Tool.WINNAT_STOP, Tool.WINNAT_START),
                tool(Tool.NETSH_RESERVE_PORT, values, tool(Tool.NETSH_RELEASE_PORT, values, null)),
                both(Tool.WINNAT_START, Tool.WINNAT_STOP));
    }

    // unverified on Windows: winnat gives its ranges back once Docker Desktop and WSL have ended
    /// Older ones cannot be commanded; they notice that WSL ended, and a person starts them again.
    private static boolean runsDesktop(Machine machine) {
        return DesktopFixes.hasCommands(machine)
                && machine.dockerDesktop()
                        .flatMap((desktop, _) -> desktop.backendRunning())
                        .known()
                        .orElse(false);
    }

    private static Step.RunTool both(Tool tool, Tool inverse) {
        return tool(tool, List.of(), tool(inverse, List.of(), null));
    }

    private static Step.RunTool tool(Tool tool, List<String> values, Step.@Nullable RunTool inverse) {
        return new Step.RunTool(tool, values, inverse);
    }
}

package io.devdoctor.repair;

import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What may be run again when nobody knows whether it ran, and what must run again after a failure.
final class Again {
    /// A second time they say that there is nothing to do, as a failure.
    private static final Set<Tool> ONCE = EnumSet.of(
            Tool.NETSH_RESERVE_PORT,
            Tool.NETSH_RELEASE_PORT,
            Tool.DOCKER_USERS_JOIN,
            Tool.DOCKER_USERS_LEAVE,
            Tool.WINDOWS_SWITCH_REMOVE);

    private Again() {}

    /// Whether running it twice is as running it once.
    static boolean isHarmless(Step step) {
        return switch (step) {
            case Step.RunTool tool -> !ONCE.contains(tool.tool());
            case Step.InDistro inDistro -> inDistro.command() != DistroCommand.INTEROP_REGISTER;
            case Step.EngineCall call -> !(call.change() instanceof EngineChange.RestartContainer);
            case Step.EditFile _, Step.EditDistroFile _, Step.MoveAside _, Step.SetRegistryValue _, Step.Manual _ ->
                true;
        };
    }

    /// Starts what this step stops. It must run again whatever else fails.
    static Optional<Step.RunTool> start(Step step) {
        if (!(step instanceof Step.RunTool tool)) return Optional.empty();
        return switch (tool.tool()) {
            case DESKTOP_STOP -> Optional.of(new Step.RunTool(Tool.DESKTOP_START, tool.args(), null));
            case WINNAT_STOP -> Optional.of(new Step.RunTool(Tool.WINNAT_START, tool.args(), null));
            default -> Optional.empty();
        };
    }
}

package io.devdoctor.check.docker;

import io.devdoctor.check.Version;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Fixes that start, restart or switch Docker Desktop: by its command line where it has one, by words where not.
public final class DesktopFixes {
    /// First release with `docker desktop`.
    private static final Version COMMANDS = Version.of("4.37");

    private DesktopFixes() {}

    static Fix start(Machine machine, String id) {
        if (!hasCommands(machine)) return byHand(id, "fix.docker.desktop-start");
        Step.RunTool stop = new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null);
        return Fix.safe(id, title("fix.docker.desktop-start"), new Step.RunTool(Tool.DESKTOP_START, List.of(), stop));
    }

    /// @param containers whether containers run that the restart ends
    public static Fix restart(Machine machine, String id, boolean containers) {
        if (!hasCommands(machine)) return byHand(id, "fix.docker.desktop-restart");
        Set<Effect> effects = containers
                ? Set.of(Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE)
                : Set.of(Effect.STOPS_DESKTOP, Effect.NOT_REVERSIBLE);
        return Fix.of(
                id,
                title("fix.docker.desktop-restart"),
                effects,
                new Step.RunTool(Tool.DESKTOP_RESTART, List.of(), null));
    }

    static Fix useLinux(Machine machine, String id) {
        if (!hasCommands(machine)) return byHand(id, "fix.docker.desktop-use-linux");
        return Fix.of(
                id,
                title("fix.docker.desktop-use-linux"),
                Set.of(Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                new Step.RunTool(Tool.DESKTOP_USE_LINUX, List.of(), null));
    }

    /// Words under `<key>.title` and `<key>.words`.
    static Fix byHand(String id, String key, Object... args) {
        return Fix.safe(id, Text.of(key + ".title", args), new Step.Manual(Text.of(key + ".words", args), null));
    }

    /// Whether this Docker Desktop can be commanded at all.
    public static boolean hasCommands(Machine machine) {
        return Presence.desktopVersion(machine)
                .filter(version -> !version.isBefore(COMMANDS))
                .isPresent();
    }

    private static Text title(String key) {
        return Text.of(key + ".title");
    }
}

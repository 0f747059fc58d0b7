package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameWorld;

import io.devdoctor.check.CheckInfo.Cause;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said about the cause of an end, what explains it, and what can be done.
final class Advice {
    private static final Map<String, List<Cause>> BEHIND = Map.of(
            "port-taken", List.of(any("network.port-owner")),
            "port-refused", List.of(any("network.reserved-ports"), any("network.port-owner")),
            "no-space", List.of(any("host.disk-space"), sameWorld("docker.disk-usage")),
            "clock", List.of(sameWorld("clock.engine")),
            "map-count", List.of(any("wsl.limits")),
            "not-shared", List.of(any("drives.file-sharing")));

    /// Everything that explains some cause.
    static final List<Cause> CAUSES = BEHIND.values().stream()
            .flatMap(List::stream)
            .distinct()
            .sorted(Comparator.comparing(Cause::check))
            .toList();

    private Advice() {}

    /// The checks whose illness explains an end for that cause.
    static List<Cause> causesOf(String cause) {
        return BEHIND.getOrDefault(cause, List.of());
    }

    /// The arguments of every text about the end of a container: how people know it, code, program, what the cause
    /// names,
    /// and the name as commands want it.
    static Object[] args(Container container, Details details, String detail, String other) {
        return new Object[] {
            EngineContainers.named(container),
            String.valueOf(details.exitCode()),
            details.setup().program(),
            detail,
            other,
            container.name()
        };
    }

    static Fix about(String cause, Container container) {
        return Fix.safe(
                "container.exited/" + cause,
                Text.of("fix.container.exited/advice.title"),
                new Step.Manual(Text.of("fix.container.exited/" + cause + ".words", container.name()), null));
    }

    /// Ends the program in the container and starts it anew.
    static Fix restart(String check, String endpoint, Container container) {
        return Fix.of(
                check + "/restart",
                Text.of("fix.container.restart.title", container.name()),
                Set.of(Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                new Step.EngineCall(endpoint, new EngineChange.RestartContainer(container.id(), container.name())));
    }
}

package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Listener;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who holds a TCP port that a container needs: another container, a program inside WSL, or a program of this system. A
/// port that the container's own proxy holds is as it should be.
final class PortOwnerCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "network.port-owner",
            Area.NETWORK,
            Set.of(Part.NETWORK, Part.CONTAINERS, Part.DOCKER_ENGINE, Part.WSL_ANSWER),
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread(),
                    CheckInfo.sameSubject("network.port-proxy")));
    private static final int KERNEL = 4;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (EngineHere.isElsewhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.containers(),
                EngineHere.subject(machine),
                (containers, _) -> judgeIfPresent(
                        machine.network(), MACHINE, (network, _) -> judge(machine, containers, network)));
    }

    private List<Finding> judge(Machine machine, Containers containers, Network network) {
        List<Finding> found = new ArrayList<>();
        Map<Integer, Container> refused = RefusedPorts.of(containers);
        Map<Integer, Container> held = RefusedPorts.held(containers);
        refused.forEach((port, container) -> {
            Container owner = held.get(port);
            if (owner != null) found.add(byContainer(port, container, owner));
            else
                Listeners.on(network, port)
                        .ifPresent(by -> found.add(byProgram(machine, network, port, container, by)));
        });
        held.forEach((port, container) -> Listeners.all(network).stream()
                .filter(listener -> listener.port() == port && isRival(listener))
                .findFirst()
                .ifPresent(rival -> found.add(shadowed(network, port, container, rival))));
        RefusedPorts.unread(containers).ifPresent(unread -> found.add(unknown(EngineHere.subject(machine), unread)));
        // Without the table, nobody knows who else is there.
        if (network.listeners() instanceof Reading.Unknown<List<Listener>> unread) found.add(unknown(MACHINE, unread));
        return found.isEmpty() ? List.of(ok(MACHINE, "ok", held.size())) : List.copyOf(found);
    }

    /// Somebody else on `localhost`, where the container listens at every address: Windows lets both, and whoever asks
    /// for `localhost` gets the other one.
    private static boolean isRival(Listener listener) {
        return !listener.program().isEmpty() && !Listeners.isProxy(listener);
    }

    private Finding byContainer(int port, Container wanting, Container owner) {
        return problem(
                        Subject.of(Subject.Kind.PORT, String.valueOf(port)),
                        "container",
                        List.of(error(wanting), Evidence.of("evidence.network.port-of", owner.name(), owner.source())),
                        String.valueOf(port),
                        wanting.name(),
                        owner.name())
                .fixedBy(byHand("container", String.valueOf(port), owner.name()));
    }

    private Finding byProgram(Machine machine, Network network, int port, Container wanting, Listener by) {
        Subject subject = Subject.of(Subject.Kind.PORT, String.valueOf(port));
        List<Evidence> evidence = List.of(error(wanting), Listeners.evidence(by, network, wanting.source()));
        String number = String.valueOf(port);
        Reading.Known<String> guest = GuestPorts.of(machine).get(port);
        if (Listeners.isProxy(by) && guest != null) {
            return problem(subject, "wsl", evidence, number, wanting.name(), guest.value())
                    .with(Evidence.of("evidence.network.guest-port", port, guest.source()))
                    .fixedBy(byHand("wsl", number, guest.value()));
        }
        Optional<Network.PortProxy> rule = rule(network, port);
        if (rule.isPresent()) {
            return problem(subject, "port-proxy", evidence, number, wanting.name())
                    .with(Evidence.of(
                            "evidence.network.port-proxy",
                            rule.get().connectAddress() + "/" + rule.get().connectPort(),
                            rule.get().source()))
                    .fixedBy(byHand("program", number, "netsh interface portproxy"));
        }
        if (by.pid() == KERNEL) {
            return problem(subject, "system", evidence, number, wanting.name()).fixedBy(byHand("system", number));
        }
        String program = by.program().isEmpty() ? "PID " + by.pid() : by.program();
        return problem(subject, "program", evidence, number, wanting.name(), program, String.valueOf(by.pid()))
                .fixedBy(byHand("program", number, program));
    }

    private static Optional<Network.PortProxy> rule(Network network, int port) {
        return network.proxies().known().orElse(List.of()).stream()
                .filter(rule -> rule.listenPort() == port)
                .findFirst();
    }

    private Finding shadowed(Network network, int port, Container container, Listener rival) {
        return warning(
                        Subject.of(Subject.Kind.PORT, String.valueOf(port)),
                        "shadowed",
                        List.of(
                                Listeners.evidence(rival, network, container.source()),
                                Evidence.of("evidence.network.port-of", container.name(), container.source())),
                        String.valueOf(port),
                        container.name(),
                        rival.program(),
                        rival.address())
                .fixedBy(byHand("program", String.valueOf(port), rival.program()));
    }

    private static Evidence error(Container container) {
        return Evidence.of(
                "evidence.network.refused",
                container.details().known().map(Containers.Details::error).orElse(""),
                container.details().sourceOr(container.source()));
    }

    private static Fix byHand(String kind, Object... args) {
        String key = "fix.network.port-owner/" + kind;
        return Fix.safe(
                "network.port-owner/" + kind,
                Text.of(key + ".title", args),
                new Step.Manual(Text.of(key + ".words", args), null));
    }
}

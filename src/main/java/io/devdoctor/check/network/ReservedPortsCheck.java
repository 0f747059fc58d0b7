package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ports that containers, or programs inside WSL, need and Windows withholds. Ranges that an administrator reserved by
/// hand are left out: an explicit bind inside them works.
final class ReservedPortsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "network.reserved-ports",
            Area.NETWORK,
            Set.of(Part.NETWORK, Part.CONTAINERS, Part.DOCKER_ENGINE, Part.DOCKER_DESKTOP, Part.WSL, Part.WSL_ANSWER),
            // A silent engine explains that nobody knows which ports are wanted; it explains no reserved port.
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread(),
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameWorld("wsl.distro-state").ofUnread(),
                    CheckInfo.any("network.dynamic-range")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.network(), MACHINE, (network, _) -> judge(machine, network));
    }

    private List<Finding> judge(Machine machine, Network network) {
        List<Finding> found = new ArrayList<>(ofWsl(machine, network));
        switch (machine.containers()) {
            case Reading.Known<Containers>(Containers containers, var _)
            when !EngineHere.isElsewhere(machine) -> {
                found.addAll(ofDocker(machine, containers, network));
                RefusedPorts.unread(containers)
                        .ifPresent(unread -> found.add(unknown(EngineHere.subject(machine), unread)));
            }
            case Reading.Unknown<Containers> unread -> found.add(unknown(EngineHere.subject(machine), unread));
            // No engine here, no containers, no ports that they want.
            case Reading.Known<Containers> _, Reading.Absent<Containers> _, Reading.NotApplicable<Containers> _ -> {}
        }
        unread(network).ifPresent(unread -> found.add(unknown(MACHINE, unread)));
        return found.isEmpty() ? List.of(ok(MACHINE, "ok", count(network))) : List.copyOf(found);
    }

    private List<Finding> ofDocker(Machine machine, Containers containers, Network network) {
        List<Finding> found = new ArrayList<>();
        Set<String> named = new java.util.HashSet<>();
        WantedPorts.of(containers)
                .forEach((place, wanted) -> range(network, place).ifPresent(range -> {
                    // IPv4 and IPv6 of one port are one matter.
                    if (named.add(place.name())) found.add(reserved(machine, place, wanted, range));
                }));
        return found;
    }

    private static Optional<Reading.Known<PortRange>> range(Network network, WantedPorts.Place place) {
        return WithheldPorts.of(network, place.stack()).stream()
                .filter(range -> range.value().contains(place.port()))
                .findFirst();
    }

    private static int count(Network network) {
        return WithheldPorts.of(network, Stack.TCP4).size();
    }

    private static Optional<Reading.Unknown<?>> unread(Network network) {
        return Arrays.stream(Stack.values())
                .map(network.excluded()::get)
                .<Reading.Unknown<?>>mapMulti((reading, next) -> {
                    if (reading instanceof Reading.Unknown<?> unread) next.accept(unread);
                })
                .findFirst();
    }

    private Finding reserved(
            Machine machine, WantedPorts.Place place, WantedPorts.Wanted wanted, Reading.Known<PortRange> range) {
        List<Evidence> evidence = List.of(
                evidence(range), Evidence.of("evidence.network.wanted-by", wanted.container(), wanted.source()));
        Subject subject = Subject.of(Subject.Kind.PORT, place.name());
        Object[] args = {place.name(), span(range.value()), wanted.container()};
        // Who holds the port already keeps it; the next start will fail.
        if (wanted.running()) return warning(subject, "at-risk", evidence, args).fixedBy(byHand());
        return problem(subject, "reserved", evidence, args).fixedBy(KeptPort.of(machine, place), byHand());
    }

    /// Windows forwards a port of WSL by listening on the same one; it cannot where the port is withheld.
    private List<Finding> ofWsl(Machine machine, Network network) {
        List<Finding> found = new ArrayList<>();
        GuestPorts.unread(machine).forEach((distro, unread) -> found.add(unknown(Subject.distro(distro), unread)));
        GuestPorts.of(machine).forEach((port, distro) -> {
            WantedPorts.Place place = new WantedPorts.Place(port, Stack.TCP4);
            if (Listeners.on(network, port).isPresent()) return;
            range(network, place).ifPresent(range -> {
                List<Evidence> evidence =
                        List.of(evidence(range), Evidence.of("evidence.network.guest-port", port, distro.source()));
                Subject subject = Subject.of(Subject.Kind.PORT, place.name());
                found.add(likely(subject, "wsl", evidence, String.valueOf(port), span(range.value()), distro.value())
                        .fixedBy(KeptPort.of(machine, place), byHand()));
            });
        });
        return found;
    }

    private static Evidence evidence(Reading.Known<PortRange> range) {
        PortRange value = range.value();
        return Evidence.of("evidence.network.excluded-range", value.first() + " " + value.last(), range.source());
    }

    private static String span(PortRange range) {
        return range.first() + "\u2013" + range.last();
    }

    private static Fix byHand() {
        return Fix.safe(
                "network.reserved-ports/release",
                Text.of("fix.network.reserved-ports/release.title"),
                new Step.Manual(Text.of("fix.network.reserved-ports/release.words"), null));
    }
}

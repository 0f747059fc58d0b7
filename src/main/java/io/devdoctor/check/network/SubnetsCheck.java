package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.network.Rivals.Owner;
import io.devdoctor.check.wsl.NetworkingMode;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.Subnet;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.EngineNetworks.Subnets;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Route;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a network of Docker or WSL, or one that daemon.json keeps for Docker, covers addresses that this computer
/// reaches elsewhere, in a VPN or in the office.
final class SubnetsCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "network.subnets",
            Area.NETWORK,
            Set.of(
                    Part.NETWORK,
                    Part.ENGINE_NETWORKS,
                    Part.DOCKER_ENGINE,
                    Part.DOCKER_DESKTOP,
                    Part.POLICIES,
                    Part.WSL,
                    Part.WSL_CONFIG,
                    Part.WSL_ANSWER),
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread(),
                    CheckInfo.any("docker.config-files").ofUnread(),
                    CheckInfo.any("docker.daemon-config").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (EngineHere.isElsewhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.network(),
                MACHINE,
                (network, _) -> judgeIfPresent(
                        network.routes(), MACHINE, (routes, source) -> judge(machine, network, routes, source)));
    }

    private List<Finding> judge(Machine machine, Network network, List<Route> routes, Source source) {
        Rivals rivals = new Rivals(routes, machine.platform().isWindows());
        List<Finding> found = new ArrayList<>();
        wsl(machine, network, rivals, source).ifPresent(found::add);
        Set<Subnet> live = new HashSet<>();
        switch (machine.part(Part.ENGINE_NETWORKS)) {
            case Reading.Known<EngineNetworks>(EngineNetworks networks, var _) ->
                networks.all().forEach(one -> found.addAll(engine(machine, one, rivals, source, live)));
            case Reading.Unknown<EngineNetworks> unread -> found.add(unknown(EngineHere.subject(machine), unread));
            case Reading.Absent<EngineNetworks> _, Reading.NotApplicable<EngineNetworks> _ -> {}
        }
        found.addAll(kept(machine, rivals, source, live));
        return found.isEmpty() ? List.of(ok(MACHINE, "ok")) : List.copyOf(found);
    }

    /// With a mirrored network WSL has no network of its own; what the registry still names is that of before.
    private Optional<Finding> wsl(Machine machine, Network network, Rivals rivals, Source source) {
        if (isMirrored(machine)) return Optional.empty();
        return switch (network.nat().network()) {
            case Reading.Known<String>(String text, var _) ->
                Subnet.parse(text)
                        .flatMap(subnet ->
                                rivals.of(subnet, Owner.WSL).map(route -> overlap("WSL", subnet, route, source)));
            case Reading.Unknown<String> unread -> Optional.of(unknown(Subject.machine("WSL"), unread));
            case Reading.Absent<String> _, Reading.NotApplicable<String> _ -> Optional.empty();
        };
    }

    private static boolean isMirrored(Machine machine) {
        return machine.platform().isWindows()
                && NetworkingMode.of(machine)
                        .known()
                        .filter(NetworkingMode::isMirrored)
                        .isPresent();
    }

    private List<Finding> engine(Machine machine, Subnets one, Rivals rivals, Source source, Set<Subnet> live) {
        List<Finding> found = new ArrayList<>();
        for (String text : one.subnets()) {
            Subnet.parse(text).ifPresent(subnet -> {
                live.add(subnet);
                rivals.of(subnet, owner(machine))
                        .ifPresent(route -> found.add(overlap("Docker " + one.name(), subnet, route, source)
                                .with(Evidence.of(
                                        "evidence.network.subnet", one.name() + " " + subnet, one.source()))));
            });
        }
        return found;
    }

    /// Bridges of Linux are in a virtual machine as seen from Windows; networks of Windows containers are not.
    private static Owner owner(Machine machine) {
        boolean linuxOnWindows = machine.platform().isWindows()
                && machine.dockerEngine()
                        .flatMap((engine, _) -> engine.info())
                        .known()
                        .filter(info -> info.osType().equals("windows"))
                        .isEmpty();
        return linuxOnWindows ? Owner.ENGINE_INSIDE : Owner.ENGINE_HERE;
    }

    /// What daemon.json of Docker Desktop keeps; a network that is there already has been judged as such.
    private List<Finding> kept(Machine machine, Rivals rivals, Source routes, Set<Subnet> live) {
        Optional<DockerDesktop> desktop =
                machine.dockerDesktop().known().filter(found -> found.install().isKnown());
        if (desktop.isEmpty()) return List.of();
        return switch (desktop.get().daemonJson().flatMap(DaemonSubnets::readable)) {
            case Reading.Known<FileContent>(FileContent file, Source source) ->
                DaemonSubnets.of(file).stream()
                        .filter(kept -> !live.contains(kept.subnet()))
                        .flatMap(kept -> rivals.of(kept.subnet(), Owner.NOBODY).stream()
                                .map(route -> kept(kept, route, routes, file, source)))
                        .toList();
            case Reading.Unknown<FileContent> unread -> List.of(unknown(Subject.machine("daemon.json"), unread));
            case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> List.of();
        };
    }

    private Finding kept(DaemonSubnets.Kept kept, Route route, Source routes, FileContent file, Source source) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.network.subnet", kept.key() + " " + kept.subnet(), source.at(":" + kept.line())),
                Evidence.of("evidence.network.route", route.destination() + " via " + route.via(), routes));
        return warning(
                        Subject.line("daemon.json", kept.line(), kept.key()),
                        "kept",
                        evidence,
                        kept.key(),
                        kept.subnet().toString(),
                        route.destination(),
                        route.via())
                .at(file.path(), kept.line())
                .fixedBy(move(route));
    }

    private Finding overlap(String name, Subnet subnet, Route route, Source source) {
        return warning(
                        Subject.machine(name),
                        "overlap",
                        List.of(Evidence.of(
                                "evidence.network.route", route.destination() + " via " + route.via(), source)),
                        name,
                        subnet.toString(),
                        route.destination(),
                        route.via())
                .fixedBy(move(route));
    }

    private static Fix move(Route route) {
        return Fix.safe(
                "network.subnets/move",
                Text.of("fix.network.subnets/move.title"),
                new Step.Manual(Text.of("fix.network.subnets/move.words", route.destination()), null));
    }
}

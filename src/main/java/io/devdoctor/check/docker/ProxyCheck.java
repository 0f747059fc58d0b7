package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether Docker Desktop reaches the web the way Windows does, and whether its engine was given an address that means
/// the engine itself. `http.docker.internal:3128` is Docker Desktop's own and always right.
final class ProxyCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.proxy",
            Area.DOCKER,
            Set.of(Part.PROXIES, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of(
                    CheckInfo.any("network.mirrored-proxy").whenBroken(),
                    CheckInfo.any("network.proxy"),
                    CheckInfo.any("docker.settings-file").ofUnread(),
                    CheckInfo.sameSubject("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));
    private static final String MODE = "ProxyHTTPMode";
    private static final String LOCK = "proxy";
    private static final String THIS_COMPUTER = "localhost";
    private static final String NOBODY = "-";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        List<Finding> found = new ArrayList<>(judgeIfPresent(
                machine.proxies(), MACHINE, (proxies, source) -> List.of(settings(machine, proxies, source))));
        found.addAll(engine(machine));
        return found;
    }

    private Finding settings(Machine machine, Proxies proxies, Source source) {
        return switch (proxies.desktopFollows()) {
            case Reading.Known<Boolean>(Boolean follows, var _) ->
                follows ? ok(MACHINE, "follows") : byHand(machine, proxies, source);
            case Reading.Unknown<Boolean> unread -> unknown(MACHINE, unread);
            case Reading.Absent<Boolean> _, Reading.NotApplicable<Boolean> _ -> notApplicable(MACHINE);
        };
    }

    /// The person chose the proxies of Docker Desktop: what was right then may be so no longer.
    private Finding byHand(Machine machine, Proxies proxies, Source source) {
        Reading<Setting> own = proxies.setting(Kind.DOCKER_DESKTOP, source);
        Reading<Setting> windows = proxies.setting(Kind.WININET, source);
        if (own instanceof Reading.Unknown<Setting> unread) return unknown(MACHINE, unread);
        if (windows instanceof Reading.Unknown<Setting> unread) return unknown(MACHINE, unread);
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.desktop-proxy", words(own), own.sourceOr(source)),
                Evidence.of("evidence.docker.windows-proxy", words(windows), windows.sourceOr(source)));
        if (windows.isAbsent()) {
            return own.isAbsent() ? ok(MACHINE, "both-none") : info(MACHINE, "own", evidence, words(own));
        }
        if (own.isAbsent()) {
            return following(machine, warning(MACHINE, "none", evidence, words(windows)));
        }
        if (own instanceof Reading.Known<Setting>(Setting one, var _)
                && windows instanceof Reading.Known<Setting>(Setting other, var _)
                && isSame(one, other)) {
            return ok(MACHINE, "same", words(own));
        }
        return following(machine, warning(MACHINE, "differs", evidence, words(own), words(windows)));
    }

    private static Finding following(Machine machine, Finding found) {
        return DesktopSettings.of(machine)
                .known()
                .map(settings -> {
                    Finding placed = found.at(settings.file().path(), settings.line(MODE));
                    if (isLocked(machine)) return placed;
                    Text title = Text.of("fix.docker.proxy/follow-windows.title");
                    return placed.fixedBy(settings.with(MODE, "\"system\"")
                            .flatMap(step -> DesktopEdit.of(machine, "docker.proxy/follow-windows", title, step, LOCK))
                            .orElseGet(() -> DesktopFixes.byHand(
                                    "docker.proxy/follow-windows", "fix.docker.proxy/follow-windows")));
                })
                .orElse(found);
    }

    private static boolean isLocked(Machine machine) {
        return machine.policies()
                .known()
                .filter(policies -> policies.locksDesktop(LOCK))
                .isPresent();
    }

    /// Of several ports on this computer, one for each protocol, Docker Desktop may have been given a part only.
    private static boolean isSame(Setting own, Setting windows) {
        Set<Integer> ports = ports(own);
        return places(own).equals(places(windows)) && (ports.isEmpty() || !Collections.disjoint(ports, ports(windows)));
    }

    /// Of the servers on this computer.
    private static Set<Integer> ports(Setting setting) {
        return setting.servers().stream()
                .filter(Server::isLoopback)
                .map(Server::port)
                .collect(Collectors.toSet());
    }

    private static Set<String> places(Setting setting) {
        Set<String> places = setting.servers().stream()
                .map(server -> server.isLoopback() ? THIS_COMPUTER : server.address())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!setting.script().isEmpty()) places.add(setting.script());
        return places;
    }

    private static String words(Reading<Setting> reading) {
        return reading.known()
                .map(setting -> setting.script().isEmpty()
                        ? setting.servers().stream()
                                .map(Server::address)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        : setting.script())
                .orElse(NOBODY);
    }

    // unverified on Windows: whether a restart of Docker Desktop alone gives its engine an address that it reaches
    /// Only an engine of Docker Desktop lives behind a wall; any other may well have a proxy beside itself.
    private List<Finding> engine(Machine machine) {
        Optional<DockerEngine> desktops =
                machine.dockerEngine().known().filter(engine -> new Endpoint(engine.endpoint()).isDesktops());
        if (desktops.isEmpty()) return List.of();
        Subject subject = Endpoint.subject(machine);
        return switch (desktops.get().info()) {
            case Reading.Known<DockerEngine.Info>(DockerEngine.Info info, Source source) ->
                info.isDockerDesktop()
                        ? List.of(info.localProxy()
                                .map(address -> injected(subject, address, source))
                                .orElseGet(() -> ok(subject, "reachable")))
                        : List.of();
            case Reading.Unknown<DockerEngine.Info> unread -> List.of(unknown(subject, unread));
            case Reading.Absent<DockerEngine.Info> _, Reading.NotApplicable<DockerEngine.Info> _ -> List.of();
        };
    }

    private Finding injected(Subject subject, String address, Source source) {
        Fix fix = DesktopFixes.byHand("docker.proxy/reachable", "fix.docker.proxy/reachable");
        return warning(
                        subject,
                        "injected",
                        List.of(Evidence.of("evidence.network.engine-proxy", address, source.at(" : HttpProxy"))),
                        address)
                .fixedBy(fix);
    }
}

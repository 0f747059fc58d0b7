package io.devdoctor.check.clock;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Local time in Windows, in running distributions, and in containers that set a zone of their own: compared by what
/// they are off UTC now, since each world has names of its own for zones. UTC in a container is no difference: it is
/// what containers should use.
final class TimeZoneCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "clock.time-zone",
            Area.CLOCK,
            Set.of(Part.TIME, Part.WSL_ANSWER, Part.CONTAINERS, Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameWorld("wsl.distro-state").ofUnread(),
                    CheckInfo.any("docker.running").ofUnread(),
                    CheckInfo.any("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        List<Finding> found = new ArrayList<>();
        Reading<ZoneOffset> windows = machine.time().flatMap((time, _) -> time.offset());
        Reading<WslAnswer> answer =
                machine.wslAnswer().flatMap((all, _) -> all.list().map(_ -> all));
        if (answer instanceof Reading.Unknown<?> unread) found.add(unknown(MACHINE, unread));
        new TreeMap<>(answer.known().map(WslAnswer::live).orElse(Map.of()))
                .forEach((name, live) -> found.addAll(judgeIfPresent(
                        windows,
                        Subject.distro(name),
                        (offset, source) -> distro(machine, name, live, offset, source))));
        if (machine.containers() instanceof Reading.Unknown<?> unread) found.add(unknown(engine(machine), unread));
        windows.known().ifPresent(offset -> containers(machine).forEach(one -> container(machine, one, offset, found)));
        return found.isEmpty() ? List.of(notApplicable(MACHINE)) : List.copyOf(found);
    }

    private static Subject engine(Machine machine) {
        return machine.dockerEngine()
                .known()
                .map(engine -> Subject.endpoint(engine.endpoint()))
                .orElse(MACHINE);
    }

    private List<Finding> distro(Machine machine, String name, WslAnswer.Live live, ZoneOffset offset, Source source) {
        Subject subject = Subject.distro(name);
        return judgeIfPresent(live.zone(), subject, (zone, from) -> {
            if (zone.equals(offset)) return List.of(ok(subject, "ok", name));
            List<Evidence> evidence = new ArrayList<>();
            evidence.add(Evidence.of("evidence.clock.zone-windows", windows(machine, offset), source));
            evidence.add(Evidence.of("evidence.clock.zone-distro", distance(zone), from));
            if (live.text("/etc/timezone") instanceof Reading.Known<String>(String own, Source file)) {
                evidence.add(Evidence.of("evidence.clock.zone-name", own.strip(), file));
            }
            String outcome = keepsItsOwn(live) ? "distro-own" : "distro";
            return List.of(info(subject, outcome, evidence, name, distance(zone), distance(offset))
                    .fixedBy(TimeFixes.manual("clock.time-zone/distro", "ms-settings:dateandtime")));
        });
    }

    /// Whether `/etc/wsl.conf` says that the zone is none of Windows' business.
    private static boolean keepsItsOwn(WslAnswer.Live live) {
        return live.file("/etc/wsl.conf")
                .known()
                .map(bytes -> WslConfig.parse(bytes.toArray(), WslConfigFile.WSL_CONF))
                .flatMap(config -> config.value("time", "useWindowsTimezone"))
                .filter(value -> value.equalsIgnoreCase("false") || value.equals("0"))
                .isPresent();
    }

    private static String windows(Machine machine, ZoneOffset offset) {
        return machine.time()
                .flatMap((time, _) -> time.zone())
                .known()
                .map(name -> name + ", " + distance(offset))
                .orElse(distance(offset));
    }

    /// Of UTC itself `+00:00`, where Java writes Z.
    private static String distance(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static List<Container> containers(Machine machine) {
        return machine.containers().known().map(Containers::all).orElse(List.of()).stream()
                .filter(container -> container.state().equals("running"))
                .toList();
    }

    private void container(Machine machine, Container container, ZoneOffset windows, List<Finding> found) {
        String value = container
                .details()
                .known()
                .map(Containers.Details::timeZone)
                .filter(text -> !text.isEmpty() && !text.startsWith("*"))
                .orElse("");
        if (value.isEmpty()) return;
        ContainerZone zone = new ContainerZone(value);
        String endpoint =
                machine.dockerEngine().known().map(engine -> engine.endpoint()).orElse("");
        Subject subject = Subject.container(container.name(), endpoint);
        List<Evidence> evidence = List.of(Evidence.of("evidence.clock.zone-variable", value, container.source()));
        if (!zone.isKnown()) {
            found.add(info(subject, "container-unknown", evidence, container.name(), value)
                    .fixedBy(TimeFixes.manual("clock.time-zone/container", "https://www.iana.org/time-zones")));
            return;
        }
        zone.offset(machine.taken())
                .filter(offset -> !offset.equals(ZoneOffset.UTC))
                .ifPresent(offset -> found.add(
                        offset.equals(windows)
                                ? ok(subject, "container-ok", container.name(), value)
                                : info(
                                        subject,
                                        "container",
                                        evidence,
                                        container.name(),
                                        value,
                                        distance(offset),
                                        distance(windows))));
    }
}

package io.devdoctor.check.network;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Proxies that programs are sent to: whether a local one is there at all, and whether the places agree.
final class ProxyCheck implements WindowsCheck {
    private static final String THIS_COMPUTER = "localhost";
    /// How a container calls the computer it runs on.
    private static final String FROM_CONTAINER = "host.docker.internal";

    private static final CheckInfo INFO =
            new CheckInfo("network.proxy", Area.NETWORK, Set.of(Part.PROXIES, Part.GIT, Part.DOCKER_CLIENT), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.proxies(), Subject.MACHINE, (proxies, _) -> judge(machine, proxies));
    }

    private List<Finding> judge(Machine machine, Proxies proxies) {
        List<Finding> findings = new ArrayList<>();
        for (Place place : proxies.places()) {
            switch (place.setting()) {
                case Reading.Known<Setting>(Setting setting, Source source) ->
                    broken(machine, place, setting, source).ifPresent(findings::add);
                case Reading.Unknown<Setting> unread -> findings.add(unknown(subject(place), unread));
                case Reading.Absent<Setting> _, Reading.NotApplicable<Setting> _ -> {}
            }
        }
        if (findings.isEmpty()) differ(proxies).ifPresent(findings::add);
        for (Place place : proxies.places()) script(place).ifPresent(findings::add);
        return findings.isEmpty()
                ? List.of(ok(Subject.MACHINE, "ok", proxies.places().size()))
                : findings;
    }

    /// A local proxy that is not there. In a container the container itself is local, where no proxy ever is.
    private Optional<Finding> broken(Machine machine, Place place, Setting setting, Source source) {
        boolean inContainer = place.kind() == Kind.DOCKER_CONFIG;
        for (Server server : setting.servers()) {
            if (server.listens() instanceof Reading.Unknown<Boolean> unread) {
                return Optional.of(unknown(subject(place), unread));
            }
            if (!server.isDead() && !(inContainer && server.isLoopback())) continue;
            List<Evidence> evidence = List.of(Evidence.of("evidence.network.proxy", server.address(), source));
            Text where = Text.of("proxy.place." + place.kind(), place.name());
            Finding found = inContainer
                    ? warning(subject(place), "container", evidence, server.address())
                    : problem(subject(place), "dead", evidence, server.address(), where);
            return Optional.of(found.fixedBy(ProxyFixes.of(machine, place, source)));
        }
        return Optional.empty();
    }

    /// Whoever changes one place and forgets another has programs that work beside programs that do not. A program may
    /// listen on several ports for several protocols, so all that listen here count as one.
    private Optional<Finding> differ(Proxies proxies) {
        List<Evidence> evidence = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        for (Place place : proxies.places()) {
            if (!(place.setting() instanceof Reading.Known<Setting>(Setting setting, Source source))) continue;
            for (Server server : setting.servers()) {
                boolean here = server.isLoopback() || server.host().equalsIgnoreCase(FROM_CONTAINER);
                addresses.add(here ? THIS_COMPUTER : server.address());
                evidence.add(Evidence.of("evidence.network.proxy", server.address(), source));
            }
            if (!setting.bypass().isBlank()) {
                evidence.add(Evidence.of("evidence.network.proxy-bypass", setting.bypass(), source));
            }
        }
        return addresses.size() < 2
                ? Optional.empty()
                : Optional.of(warning(Subject.MACHINE, "differ", evidence, Text.several(List.copyOf(addresses))));
    }

    private Optional<Finding> script(Place place) {
        return place.setting() instanceof Reading.Known<Setting>(Setting setting, Source source)
                        && !setting.script().isEmpty()
                ? Optional.of(info(
                        Subject.machine(place.id() + ".script"),
                        "script",
                        List.of(Evidence.of("evidence.network.proxy-script", setting.script(), source)),
                        setting.script()))
                : Optional.empty();
    }

    private static Subject subject(Place place) {
        return Subject.machine(place.id());
    }
}

package io.devdoctor.check.network;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Proxies that programs are sent to: whether a local one is there at all, and whether the places agree.
final class ProxyCheck implements WindowsCheck {
    private static final String SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final CheckInfo INFO = new CheckInfo("network.proxy", Area.NETWORK, Set.of(Part.PROXIES), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.proxies(), Subject.MACHINE, (proxies, _) -> judge(proxies));
    }

    private List<Finding> judge(Proxies proxies) {
        List<Finding> findings = new ArrayList<>();
        for (Place place : proxies.places()) {
            switch (place.setting()) {
                case Reading.Known<Setting>(Setting setting, Source source) -> dead(place, setting, source, findings);
                case Reading.Unknown<Setting> unread -> findings.add(unknown(subject(place), unread));
                case Reading.Absent<Setting> _, Reading.NotApplicable<Setting> _ -> {}
            }
        }
        if (findings.isEmpty()) differ(proxies).ifPresent(findings::add);
        return findings.isEmpty()
                ? List.of(ok(Subject.MACHINE, "ok", proxies.places().size()))
                : findings;
    }

    private void dead(Place place, Setting setting, Source source, List<Finding> findings) {
        for (Server server : setting.servers()) {
            if (server.listens() instanceof Reading.Unknown<Boolean> unread) {
                findings.add(unknown(subject(place), unread));
                return;
            }
            if (!server.listens().isAbsent()) continue;
            Finding found = problem(
                    subject(place),
                    "dead",
                    List.of(Evidence.of("evidence.network.proxy", server.address(), source)),
                    server.address(),
                    Text.of("proxy.place." + place.kind(), place.name()));
            findings.add(found.fixedBy(fix(place, source)));
            return;
        }
    }

    /// Whoever changes one place and forgets another has programs that work beside programs that do not.
    private Optional<Finding> differ(Proxies proxies) {
        List<Evidence> evidence = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        for (Place place : proxies.places()) {
            if (!(place.setting() instanceof Reading.Known<Setting>(Setting setting, Source source))) continue;
            for (Server server : setting.servers()) {
                // One program may listen on several ports for several protocols.
                addresses.add(server.isLoopback() ? "localhost" : server.address());
                evidence.add(Evidence.of("evidence.network.proxy", server.address(), source));
            }
        }
        return addresses.size() < 2
                ? Optional.empty()
                : Optional.of(warning(Subject.MACHINE, "differ", evidence, Text.several(List.copyOf(addresses))));
    }

    private static Subject subject(Place place) {
        return Subject.machine(
                (place.kind() + "." + place.scope() + "." + place.name()).toLowerCase(java.util.Locale.ROOT));
    }

    private static Fix fix(Place place, Source source) {
        boolean own = source.what().regionMatches(true, 0, SETTINGS, 0, SETTINGS.length());
        if (place.kind() == Kind.WININET && own) {
            return Fix.safe(
                    "network.proxy/off",
                    Text.of("fix.network.proxy/off.title"),
                    new Step.SetRegistryValue(
                            SETTINGS, "ProxyEnable", new RegistryValue.Dword(1), new RegistryValue.Dword(0)));
        }
        if (place.kind() == Kind.VARIABLE
                && place.scope().equals(Scope.USER.word())
                && place.stored().isPresent()) {
            return Fix.safe(
                            "network.proxy/remove-variable",
                            Text.of("fix.environment/remove.title", place.name()),
                            new Step.SetRegistryValue(
                                    Scope.USER.key(),
                                    place.name(),
                                    place.stored().get(),
                                    null))
                    .warning(Text.of("warning.environment.open-programs"));
        }
        return Fix.safe(
                "network.proxy/by-hand",
                Text.of("fix.network.proxy/by-hand.title"),
                new Step.Manual(Text.of("fix.network.proxy/by-hand.words"), null));
    }
}

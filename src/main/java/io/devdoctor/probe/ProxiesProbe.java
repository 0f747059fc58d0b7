package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads every place that sends programs through a proxy, and asks whether a proxy on this computer is there at all.
public final class ProxiesProbe implements Probe<Proxies> {
    @Override
    public Part<Proxies> part() {
        return Part.PROXIES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.GIT, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT);
    }

    @Override
    public Reading<Proxies> read(Ports system, Machine known) {
        ProxyServers servers = new ProxyServers(system);
        DockerProxies docker = new DockerProxies(known, servers);
        WindowsProxies windows = new WindowsProxies(system, servers);
        boolean onWindows = system.platform().isWindows();
        var winInet = together(() -> onWindows ? List.of(place(Kind.WININET, windows.winInet())) : List.<Place>of());
        var winHttp = together(() -> onWindows ? List.of(place(Kind.WINHTTP, windows.winHttp())) : List.<Place>of());
        var git = together(() -> git(known, servers));
        var desktop = together(() -> place(Kind.DOCKER_DESKTOP, docker.desktop()));
        var containers = together(() -> place(Kind.DOCKER_CONFIG, docker.containers()));
        List<Place> variables = new ProxyVariables(system, servers).places();
        List<Place> places = new ArrayList<>(winInet.join());
        places.addAll(winHttp.join());
        places.addAll(variables);
        places.add(git.join());
        places.add(desktop.join());
        places.add(containers.join());
        places.removeIf(place -> !isWorthKeeping(place.setting()));
        return new Reading.Known<>(
                new Proxies(places, docker.follows()), new Source(Source.Kind.DERIVED, "proxies", known.taken()));
    }

    private static boolean isWorthKeeping(Reading<Setting> setting) {
        return setting instanceof Reading.Known<Setting> || setting instanceof Reading.Unknown<Setting>;
    }

    private static Place place(Kind kind, Reading<Setting> setting) {
        return new Place(kind, "", "", setting, Optional.empty());
    }

    private static Place git(Machine known, ProxyServers servers) {
        return known.git()
                .known()
                .flatMap(git -> git.setting("http.proxy"))
                // An empty value switches off what a file before it said.
                .filter(set -> !set.value().isBlank())
                .map(set -> new Place(
                        Kind.GIT,
                        set.name(),
                        set.user() ? "user" : "machine",
                        servers.one(set.value(), "", set.source()),
                        Optional.empty()))
                .orElseGet(() -> place(
                        Kind.GIT,
                        known.git()
                                .flatMap((Git git, Source _) -> git.settings())
                                .flatMap((_, source) -> new Reading.Absent<>(source))));
    }
}

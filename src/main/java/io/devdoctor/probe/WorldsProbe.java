package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.Worlds.Client;
import io.devdoctor.machine.Worlds.Engine;
import io.devdoctor.machine.Worlds.Maker;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslAnswer.Entry;
import io.devdoctor.machine.WslAnswer.Live;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Looks for engines that are not Docker Desktop's: dockerd inside a distribution, Podman, Rancher Desktop.
public final class WorldsProbe implements Probe<Worlds> {
    private static final int AT_ONCE = 4;
    private static final String SOCKET = "/var/run/docker.sock";
    private static final String PODMAN_SOCKET = "/run/podman/podman.sock";
    private static final String PROCESS = "/var/run/docker.pid";
    private static final String RANCHER = "rancher-desktop";
    /// Rancher Desktop serves the standard pipe.
    private static final String STANDARD_PIPE = "docker_engine";
    /// Where the link of Docker Desktop's integration leads, `/mnt/wsl/docker-desktop/cli-tools/usr/bin/docker`.
    // unverified on Windows: only the length of a link is read, and no other link there is taken to have the same
    private static final int LINK_OF_DESKTOP = 48;

    @Override
    public Part<Worlds> part() {
        return Part.WORLDS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL, Part.WSL_ANSWER);
    }

    @Override
    public Reading<Worlds> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        return known.wsl()
                .flatMap((wsl, _) -> wsl.distros()
                        .flatMap((distros, source) -> new Reading.Known<>(worlds(system, known, distros), source)));
    }

    private static Worlds worlds(Ports system, Machine known, List<Wsl.Distro> distros) {
        Map<String, Live> live = known.wslAnswer().known().map(WslAnswer::live).orElse(Map.of());
        List<Engine> engines = distros.stream()
                .filter(distro -> !distro.isDockerDesktop())
                .flatMap(distro -> engines(system, known, distro, Optional.ofNullable(live.get(distro.name()))))
                .toList();
        Map<String, Client> clients = live.entrySet().stream()
                .filter(entry -> entry.getValue().kernel().isKnown())
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, entry -> Map.entry(entry.getKey(), client(system, entry.getKey(), entry.getValue()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> unseen = distros.stream()
                .filter(distro -> !distro.isDockerDesktop())
                .map(Wsl.Distro::name)
                .filter(name ->
                        !live.containsKey(name) || !live.get(name).entries().isKnown())
                .filter(name ->
                        engines.stream().noneMatch(engine -> engine.distro().equals(name)))
                .toList();
        return new Worlds(engines, clients, unseen);
    }

    private static Stream<Engine> engines(Ports system, Machine known, Wsl.Distro distro, Optional<Live> live) {
        String name = distro.name();
        if (name.startsWith("podman-")) {
            return Stream.of(piped(Maker.PODMAN, distro, name, system.pipes().pipe(name)));
        }
        if (name.equals(RANCHER)) {
            return Stream.of(piped(Maker.RANCHER, distro, STANDARD_PIPE, runs(known, distro)));
        }
        return live.stream().flatMap(facts -> Stream.concat(docker(name, facts), podman(name, facts)));
    }

    /// Podman's pipe is there exactly while its machine runs.
    private static Engine piped(Maker maker, Wsl.Distro distro, String pipe, Reading<Boolean> running) {
        return new Engine(maker, distro.name(), "npipe:////./pipe/" + pipe, running, distro.source());
    }

    private static Reading<Boolean> runs(Machine known, Wsl.Distro distro) {
        return known.wslAnswer()
                .flatMap((answer, _) -> answer.list()
                        .flatMap((rows, source) ->
                                rows.stream().anyMatch(row -> row.name().equals(distro.name()) && row.isRunning())
                                        ? new Reading.Known<>(true, source)
                                        : new Reading.Absent<>(source)));
    }

    /// The socket alone proves nothing, since Docker Desktop puts its own there; a process file is dockerd's.
    private static Stream<Engine> docker(String distro, Live live) {
        Reading<Entry> program = live.entry("/usr/bin/dockerd");
        Reading<Entry> process = live.entry(PROCESS);
        Reading<Boolean> running = process.flatMap((_, source) -> live.entry(SOCKET)
                .flatMap((socket, _) ->
                        socket.isSocket() ? new Reading.Known<>(true, source) : new Reading.Absent<>(source)));
        return Stream.of(program, process)
                .flatMap(WorldsProbe::sourceOf)
                .limit(1)
                .map(source -> new Engine(Maker.DOCKER, distro, "unix://" + SOCKET, running, source));
    }

    private static Stream<Engine> podman(String distro, Live live) {
        Reading<Entry> program = live.entry("/usr/bin/podman");
        Reading<Boolean> running = live.entry(PODMAN_SOCKET).map(_ -> true);
        return sourceOf(program)
                .map(source -> new Engine(Maker.PODMAN, distro, "unix://" + PODMAN_SOCKET, running, source));
    }

    private static Stream<Source> sourceOf(Reading<?> reading) {
        return reading instanceof Reading.Known<?>(var _, Source source) ? Stream.of(source) : Stream.of();
    }

    private static Client client(Ports system, String distro, Live live) {
        Reading<Boolean> own =
                live.entry("/usr/bin/docker").map(entry -> !(entry.isLink() && entry.size() == LINK_OF_DESKTOP));
        Reading<JsonNode> config = config(system, distro);
        return new Client(own, text(config, "currentContext"), text(config, "credsStore"));
    }

    private static Reading<JsonNode> config(Ports system, String distro) {
        return InDistro.output(system, Queries.DISTRO_DOCKER_CONFIG, distro).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, Queries.DISTRO_DOCKER_CONFIG, system.platform());
            if (text.exit() == 1) return new Reading.Absent<>(source);
            return text.exit() == 0
                    ? new Reading.Known<>(EngineJson.tree(output.stdout()), source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    private static Reading<String> text(Reading<JsonNode> config, String member) {
        return config.flatMap((tree, source) -> {
            String text = EngineJson.text(tree, member);
            return text.isEmpty() ? new Reading.Absent<>(source) : new Reading.Known<>(text, source);
        });
    }
}

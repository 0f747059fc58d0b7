package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

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
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment.Program;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.Worlds.Client;
import io.devdoctor.machine.Worlds.Engine;
import io.devdoctor.machine.Worlds.Maker;
import io.devdoctor.machine.Wsl.Distro;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Whether more than one engine, or more than one docker command line, is there: images and containers of one are
/// unknown to the other. What stands in a distribution that does not run is not looked at.
final class SecondEngineCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.second-engine",
            Area.DOCKER,
            Set.of(
                    Part.WORLDS,
                    Part.WSL,
                    Part.WSL_ANSWER,
                    Part.ENVIRONMENT,
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_CLIENT,
                    Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.any("wsl.installed").ofUnread(),
                    CheckInfo.sameSubject("wsl.distro-state").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.part(Part.WORLDS), MACHINE, (worlds, source) -> judge(machine, worlds, source));
    }

    private List<Finding> judge(Machine machine, Worlds worlds, Source source) {
        List<Finding> found = new ArrayList<>();
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list()) instanceof Reading.Unknown<?> unread) {
            found.add(unknown(MACHINE, unread));
        }
        found.addAll(unread(machine, worlds));
        boolean desktop = Presence.isDesktopHere(machine);
        worlds.engines().forEach(engine -> found.add(engine(machine, worlds, engine, desktop)));
        if (desktop) found.addAll(clients(worlds, source));
        found.addAll(programs(machine));
        return found.isEmpty() ? List.of(ok(MACHINE, "ok", worlds.unseen().size())) : found;
    }

    /// Distributions that may hold an engine and could not be read; one that does not run is no such case.
    private List<Finding> unread(Machine machine, Worlds worlds) {
        List<Finding> found = new ArrayList<>();
        for (Distro distro :
                machine.wsl().flatMap((wsl, _) -> wsl.distros()).known().orElse(List.of())) {
            // Without its key a distribution has no name that could tell whose it is.
            if (distro.name().equals(distro.guid()) && distro.flags() instanceof Reading.Unknown<Long> unread) {
                found.add(unknown(Subject.distro(distro.guid()), unread));
            }
        }
        machine.wslAnswer()
                .known()
                .map(WslAnswer::live)
                .ifPresent(live -> new TreeMap<>(live).forEach((distro, facts) -> {
                    boolean told = worlds.engines().stream()
                            .anyMatch(engine -> engine.distro().equals(distro));
                    if (!told && facts.entries() instanceof Reading.Unknown<?> entries) {
                        found.add(unknown(Subject.distro(distro), entries));
                    }
                }));
        return found;
    }

    private Finding engine(Machine machine, Worlds worlds, Engine engine, boolean desktop) {
        Subject subject = Subject.distro(engine.distro());
        if (engine.running() instanceof Reading.Unknown<Boolean> unread) return unknown(subject, unread);
        boolean alone = !desktop && worlds.engines().size() == 1;
        Text maker = maker(engine.maker());
        if (alone)
            return ok(subject, engine.runs() ? "only" : "only-stopped", maker, engine.distro(), engine.endpoint());
        List<Evidence> evidence = evidence(machine, worlds, engine);
        if (!engine.runs()) return info(subject, "stopped", evidence, maker, engine.distro());
        // Podman keeps to its own pipe and its own command line, and gets into nobody's way.
        if (engine.maker() == Maker.PODMAN)
            return info(subject, "podman", evidence, engine.distro(), engine.endpoint());
        String outcome = engine.maker() == Maker.RANCHER ? "rancher" : "beside";
        return warning(subject, outcome, evidence, engine.distro(), engine.endpoint(), asked(machine))
                .fixedBy(byHand(outcome, engine.distro()));
    }

    private static List<Evidence> evidence(Machine machine, Worlds worlds, Engine engine) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.docker.other-engine", engine.endpoint(), engine.source()));
        evidence.add(Seen.of("evidence.docker.other-runs", engine.running(), engine.source()));
        Client client = worlds.clients().get(engine.distro());
        if (client != null) {
            evidence.add(Seen.of("evidence.docker.own-client", client.own(), engine.source()));
            evidence.add(Seen.of("evidence.docker.current-context", client.context(), engine.source()));
        }
        machine.dockerEngine()
                .known()
                .ifPresent(asked -> evidence.add(
                        Seen.of("evidence.docker.engine-id", asked.info().map(info -> info.id()), engine.source())));
        return evidence;
    }

    /// The endpoint that the docker command line of Windows talks to.
    private static String asked(Machine machine) {
        return machine.dockerEngine().known().map(engine -> engine.endpoint()).orElse("–");
    }

    /// A command line of its own, in a distribution without an engine of its own, may be older than Docker Desktop's.
    private List<Finding> clients(Worlds worlds, Source source) {
        List<Finding> found = new ArrayList<>();
        new TreeMap<>(worlds.clients()).forEach((distro, client) -> {
            boolean engine =
                    worlds.engines().stream().anyMatch(each -> each.distro().equals(distro));
            if (!engine && client.own().known().orElse(false)) {
                found.add(info(
                        Subject.distro(distro),
                        "own-client",
                        List.of(Seen.of("evidence.docker.own-client", client.own(), source)),
                        distro));
            }
        });
        return found;
    }

    /// Several docker.exe on the Path: the first one is started.
    private List<Finding> programs(Machine machine) {
        List<Program> all = machine.environment().flatMap((environment, _) -> environment.programs()).known().stream()
                .flatMap(List::stream)
                .filter(program -> program.name().equals("docker"))
                .filter(program ->
                        program.path().toLowerCase(java.util.Locale.ROOT).endsWith(".exe"))
                .toList();
        if (all.size() < 2) return List.of();
        List<Evidence> evidence = all.stream()
                .map(program -> Evidence.of("evidence.docker.program", program.path(), program.source()))
                .toList();
        return List.of(info(
                Subject.machine("programs"),
                "programs",
                evidence,
                all.getFirst().path(),
                Text.several(all.stream().skip(1).map(Program::path).toList())));
    }

    static Text maker(Maker maker) {
        return Text.of("engine.maker." + maker);
    }

    private static Fix byHand(String outcome, String distro) {
        String key = "fix.docker.second-engine/" + outcome;
        return Fix.safe(
                "docker.second-engine/" + outcome,
                Text.of(key + ".title", distro),
                new Step.Manual(Text.of(key + ".words", distro), null));
    }
}

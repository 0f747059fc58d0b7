package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Builders.Builder;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether each registry mirror answers as a registry does.
final class RegistryMirrorsCheck implements Check {
    private static final String PROXY = "network.proxy";
    /// Drivers whose builders pull by themselves, without the settings of the engine.
    private static final Set<String> IGNORANT = Set.of("docker-container", "kubernetes", "remote");
    private static final CheckInfo INFO = new CheckInfo(
            "docker.registry-mirrors",
            Area.DOCKER,
            Set.of(
                    Part.REGISTRY_MIRRORS,
                    Part.PROXIES,
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_CLIENT,
                    Part.DOCKER_ENGINE,
                    Part.CLOCKS,
                    Part.BUILDERS,
                    Part.POLICIES),
            List.of(
                    any("docker.daemon-config").ofUnread(),
                    any("docker.engine").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any(PROXY).whenBroken()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        return judgeIfPresent(machine.registryMirrors(), MACHINE, (mirrors, _) -> judge(machine, mirrors));
    }

    private List<Finding> judge(Machine machine, RegistryMirrors mirrors) {
        if (mirrors.mirrors().isEmpty()) {
            return List.of(Presence.isNowhere(machine) ? notApplicable(MACHINE) : none(mirrors));
        }
        boolean online = isOnline(machine, mirrors);
        Stream<Finding> judged = mirrors.mirrors().stream().map(mirror -> judge(machine, mirrors, mirror, online));
        return Stream.concat(judged, Stream.concat(unasked(machine, mirrors), builder(machine).stream()))
                .map(found -> DaemonFixes.isLocked(machine) ? found.unfixed() : found)
                .toList();
    }

    /// Of a list without end only the first are asked.
    private Stream<Finding> unasked(Machine machine, RegistryMirrors mirrors) {
        long all = Stream.of(mirrors.inFile(), mirrors.inEngine())
                .flatMap(list -> list.known().stream())
                .flatMap(List::stream)
                .map(address -> address.replaceFirst("/+$", ""))
                .distinct()
                .count();
        int asked = mirrors.mirrors().size();
        if (all <= asked) return Stream.of();
        Source source = machine.registryMirrors()
                .sourceOr(new Source(Source.Kind.DERIVED, "registry-mirrors", machine.taken()));
        return Stream.of(apart(info(
                MACHINE,
                "unasked",
                List.of(Evidence.of("evidence.docker.mirrors-listed", all, source)),
                asked,
                all - asked)));
    }

    /// A builder that runs in a container of its own reads another file.
    private Optional<Finding> builder(Machine machine) {
        return machine.part(Part.BUILDERS).flatMap((builders, _) -> builders.chosen())
                                instanceof Reading.Known<Builder>(Builder builder, Source source)
                        && IGNORANT.contains(builder.driver())
                ? Optional.of(apart(info(
                        Subject.of(Subject.Kind.MIRROR, builder.name()),
                        "builder-ignores",
                        List.of(Evidence.of(
                                "evidence.docker.builder", builder.name() + " " + builder.driver(), source)),
                        builder.name(),
                        builder.driver())))
                : Optional.empty();
    }

    /// Only where one of the two lists was read, and is empty, none are configured.
    private Finding none(RegistryMirrors mirrors) {
        if (mirrors.inFile() instanceof Reading.Unknown<?> unread) return unknown(MACHINE, unread);
        boolean read = mirrors.inFile().isKnown()
                || mirrors.inFile().isAbsent()
                || mirrors.inEngine().isKnown();
        if (read) return ok(MACHINE, "none");
        return mirrors.inEngine() instanceof Reading.Unknown<?> unread
                ? unknown(MACHINE, unread)
                : notApplicable(MACHINE);
    }

    private Finding judge(Machine machine, RegistryMirrors mirrors, Mirror mirror, boolean online) {
        Subject subject = Subject.of(Subject.Kind.MIRROR, mirror.url());
        Source nowhere = new Source(Source.Kind.NETWORK, "GET " + mirror.url(), machine.taken());
        List<Evidence> evidence = evidence(mirror, nowhere);
        MirrorState state = MirrorState.of(mirror);
        if (state instanceof MirrorState.Dead(String step) && !mirrors.proxy().isAbsent()) {
            return byDeadProxy(machine, behindProxy(mirror, mirrors.proxy(), step, evidence, nowhere));
        }
        Finding finding = switch (state) {
            case MirrorState.Alive _ -> alive(subject, mirror, evidence);
            case MirrorState.Slow(long millis) -> slow(machine, mirrors, mirror, millis, evidence);
            case MirrorState.Refuses(int status) ->
                warning(subject, "refuses", evidence, mirror.url(), String.valueOf(status));
            case MirrorState.Limited _ -> warning(subject, "limited", evidence, mirror.url());
            case MirrorState.NotServed(int status) ->
                likely(subject, "not-served", evidence, mirror.url(), String.valueOf(status));
            case MirrorState.WebPage _ -> warning(subject, "web-page", evidence, mirror.url());
            case MirrorState.NoRegistry _ ->
                likely(subject, "no-registry", evidence, mirror.url()).fixedBy(byHand(mirror));
            case MirrorState.Dead(String step) ->
                warning(subject, "dead", evidence, mirror.url(), Text.of("mirror.step." + step));
            case MirrorState.Stuck(RegistryMirrors.Stage stage, String why) ->
                likely(subject, "stuck", evidence, mirror.url(), Text.of("mirror.stage." + stage), reason(why));
            case MirrorState.Unread(var reading) -> unknown(subject, reading);
            case MirrorState.Untested _ -> notApplicable(subject);
        };
        return apart(state.isUseless() ? finding.fixedBy(fix(machine, mirror, online)) : finding);
    }

    private static Text reason(String why) {
        return why.matches("\\d+") ? Text.of("mirror.status", why) : Text.of("mirror.step." + why);
    }

    private static List<Evidence> evidence(Mirror mirror, Source nowhere) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Seen.of("evidence.docker.mirror-answer", mirror.answer(), nowhere));
        mirror.pull().forEach(trial -> evidence.add(Seen.of("evidence.docker.mirror-pull", trial.answer(), nowhere)));
        if (mirror.tls() instanceof Reading.Known<Handshake>(Handshake handshake, Source source)
                && !handshake.chain().isEmpty()) {
            evidence.add(Evidence.of(
                    "evidence.docker.issuer", handshake.chain().getFirst().issuer(), source));
        }
        KnownMirror.of(mirror.url())
                .ifPresent(known -> evidence.add(new Evidence(known.words(), known.host(), nowhere)));
        return List.copyOf(evidence);
    }

    /// It answers, but what it hands out may be years old.
    private Finding alive(Subject subject, Mirror mirror, List<Evidence> evidence) {
        return KnownMirror.of(mirror.url())
                .filter(KnownMirror::isStale)
                .map(known -> likely(subject, "stale", evidence, mirror.url(), known.since())
                        .fixedBy(byHand(mirror)))
                .orElseGet(() -> ok(subject, "ok", mirror.url()));
    }

    /// A slow mirror is a loss only while a faster one waits behind it.
    private Finding slow(
            Machine machine, RegistryMirrors mirrors, Mirror mirror, long millis, List<Evidence> evidence) {
        Subject subject = Subject.of(Subject.Kind.MIRROR, mirror.url());
        MirrorOrder order = new MirrorOrder(mirrors.mirrors());
        Optional<Mirror> faster = order.fasterBehind(mirror);
        if (faster.isEmpty()) return info(subject, "slow", evidence, mirror.url(), Duration.ofMillis(millis));
        Finding found = warning(
                subject,
                "slow-first",
                evidence,
                mirror.url(),
                Duration.ofMillis(millis),
                faster.get().url());
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.daemonJson())
                .known()
                .flatMap(file -> DaemonFixes.reorderMirrors(machine, file, order.best()))
                .map(found::fixedBy)
                .orElse(found);
    }

    private static Fix byHand(Mirror mirror) {
        return DesktopFixes.byHand(
                "docker.registry-mirrors/by-hand", "fix.docker.registry-mirrors/by-hand", mirror.url());
    }

    /// A proxy that has ended explains what is reached through it, and only if Docker is one of those it serves.
    private static Finding byDeadProxy(Machine machine, Finding finding) {
        boolean dead = machine.proxies()
                .flatMap((proxies, source) -> new Reading.Known<>(
                        Stream.of(Kind.WININET, Kind.DOCKER_DESKTOP, Kind.VARIABLE)
                                .flatMap(proxies::of)
                                .flatMap(place -> place.setting().known().stream())
                                .flatMap(setting -> setting.servers().stream())
                                .anyMatch(Server::isDead),
                        source))
                .known()
                .orElse(false);
        return dead ? finding : apart(finding);
    }

    private static Finding apart(Finding finding) {
        return finding.explainedBy(finding.check().causes().stream()
                .filter(cause -> !cause.check().equals(PROXY))
                .toList());
    }

    /// The engine goes through a proxy, or may: that a direct question fails proves nothing against the mirror.
    private Finding behindProxy(
            Mirror mirror, Reading<String> proxy, String step, List<Evidence> evidence, Source nowhere) {
        Subject subject = Subject.of(Subject.Kind.MIRROR, mirror.url());
        return likely(subject, "dead-directly", evidence, mirror.url(), Text.of("mirror.step." + step))
                .with(Seen.of("evidence.docker.proxy", proxy, nowhere))
                .fixedBy(DesktopFixes.byHand(
                        "docker.registry-mirrors/proxy", "fix.docker.registry-mirrors/proxy", mirror.url()));
    }

    /// Without a sign of life from any server the line may be cut: then no mirror is taken away.
    private static Fix fix(Machine machine, Mirror mirror, boolean online) {
        if (!online)
            return DesktopFixes.byHand("docker.registry-mirrors/offline", "fix.docker.registry-mirrors/offline");
        Optional<Fix> removal = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.daemonJson())
                .known()
                .filter(_ -> mirror.inFile())
                .flatMap(file -> DaemonFixes.removeMirror(machine, file, mirror.url()));
        return removal.orElseGet(() -> byHand(mirror));
    }

    private static boolean isOnline(Machine machine, RegistryMirrors mirrors) {
        boolean heard = mirrors.mirrors().stream()
                .anyMatch(mirror -> MirrorState.of(mirror).isHeard());
        return heard
                || machine.clocks().known().stream()
                        .flatMap(clocks -> clocks.samples().stream())
                        .map(Clocks.Sample::offset)
                        .anyMatch(Reading::isKnown);
    }
}

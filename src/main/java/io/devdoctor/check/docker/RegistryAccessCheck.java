package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Handshake.Certificate;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryAccess;
import io.devdoctor.machine.RegistryAccess.Attempt;
import io.devdoctor.machine.RegistryAccess.Registry;
import io.devdoctor.machine.RegistryAccess.Use;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether each registry from which this machine really pulls can be reached, and where not, at which step it ends.
final class RegistryAccessCheck implements Check {
    private static final String PROXY = "network.proxy";
    private static final String DNS = "network.dns";
    private static final String CLOCK = "clock.host";
    private static final String SECURITY = "host.security-software";
    private static final String HUB = "docker.io";
    private static final CheckInfo INFO = new CheckInfo(
            "docker.registry-access",
            Area.DOCKER,
            Set.of(
                    Part.REGISTRY_ACCESS,
                    Part.REGISTRY_MIRRORS,
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_CLIENT,
                    Part.DOCKER_ENGINE),
            List.of(
                    any("docker.engine").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any("docker.config-files").ofUnread(),
                    any(PROXY),
                    any(DNS),
                    any(CLOCK),
                    any(SECURITY)));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(machine.part(Part.REGISTRY_ACCESS), MACHINE, (access, _) -> judge(machine, access));
    }

    private List<Finding> judge(Machine machine, RegistryAccess access) {
        List<Finding> found = new ArrayList<>();
        if (access.images() instanceof Reading.Unknown<?> unread) found.add(why(unknown(MACHINE, unread)));
        else if (access.signedIn() instanceof Reading.Unknown<?> unread) found.add(why(unknown(MACHINE, unread)));
        access.registries().forEach(registry -> found.add(judge(machine, access, registry)));
        return found;
    }

    private Finding judge(Machine machine, RegistryAccess access, Registry registry) {
        Reach direct = Reach.of(registry.direct());
        Attempt last = registry.proxied().known().orElse(registry.direct());
        Reach reach = Reach.of(last);
        if (direct instanceof Reach.Fine) reach = direct;
        boolean guess = registry.use() != Use.PULLED || !access.proxy().isAbsent();
        Scene scene = new Scene(
                registry, Subject.of(Subject.Kind.MIRROR, registry.name()), evidence(machine, registry, last), guess);
        if (isReplaced(machine, registry, reach)) {
            return why(info(scene.subject(), "by-mirrors", scene.evidence(), registry.name()));
        }
        return judge(scene, reach);
    }

    /// @param guess whether Docker may get there though we do not, or may never want to
    private record Scene(Registry registry, Subject subject, List<Evidence> evidence, boolean guess) {
        String name() {
            return registry.name();
        }
    }

    private Finding judge(Scene scene, Reach reach) {
        return switch (reach) {
            case Reach.Fine(String local) when local.isEmpty() -> ok(scene.subject(), "ok", scene.name());
            case Reach.Fine(String local) ->
                why(info(scene.subject(), "own-authority", scene.evidence(), scene.name(), local));
            case Reach.Failed(String step) -> why(bad(scene, step, scene.name()), causes(step));
            case Reach.Doubted(Handshake handshake) -> doubted(scene, handshake);
            case Reach.WebPage _ -> why(bad(scene, "web-page", scene.name()), PROXY);
            case Reach.ProxySignIn _ -> why(bad(scene, "proxy-sign-in", scene.name()), PROXY);
            case Reach.Limited _ ->
                why(advised("limited", warning(scene.subject(), "limited", scene.evidence(), scene.name()), scene));
            case Reach.Refuses(int status) ->
                why(
                        advised(
                                "refuses",
                                warning(
                                        scene.subject(),
                                        "refuses",
                                        scene.evidence(),
                                        scene.name(),
                                        String.valueOf(status)),
                                scene),
                        PROXY);
            case Reach.Stuck(var stage, String reason) ->
                why(
                        advised(
                                "stuck",
                                likely(
                                        scene.subject(),
                                        "stuck",
                                        scene.evidence(),
                                        scene.name(),
                                        Text.of("mirror.stage." + stage),
                                        reason.matches("\\d+")
                                                ? Text.of("mirror.status", reason)
                                                : Text.of("mirror.step." + reason)),
                                scene),
                        PROXY,
                        DNS);
            case Reach.Unread(var reading) -> why(unknown(scene.subject(), reading));
        };
    }

    private Finding doubted(Scene scene, Handshake handshake) {
        Certificate own = handshake.chain().isEmpty()
                ? new Certificate("?", "?", java.time.Instant.EPOCH, java.time.Instant.EPOCH)
                : handshake.chain().getFirst();
        String issuer = Reach.issuer(handshake);
        return switch (handshake.trust()) {
            case UNKNOWN_ISSUER -> why(bad(scene, "issuer", scene.name(), issuer), SECURITY, PROXY);
            case OTHER_NAME -> why(bad(scene, "other-name", scene.name(), own.subject()), SECURITY, PROXY, DNS);
            case EXPIRED -> why(bad(scene, "expired", scene.name(), own.notAfter()), CLOCK);
            case NOT_YET_VALID -> why(bad(scene, "not-yet-valid", scene.name(), own.notBefore()), CLOCK);
            case PUBLIC, LOCAL -> throw new IllegalArgumentException("believed");
        };
    }

    private Finding bad(Scene scene, String outcome, Object... args) {
        Finding found = finding(
                scene.subject(),
                scene.guess() ? Verdict.WARNING : Verdict.PROBLEM,
                scene.guess() ? Certainty.LIKELY : Certainty.CERTAIN,
                outcome,
                scene.evidence(),
                args);
        return advised(outcome, found, scene);
    }

    private static Finding advised(String outcome, Finding found, Scene scene) {
        return found.fixedBy(DesktopFixes.byHand(
                "docker.registry-access/" + outcome, "fix.docker.registry-access/" + outcome, scene.name()));
    }

    private static String[] causes(String step) {
        return switch (step) {
            case "dns" -> new String[] {PROXY, DNS};
            case "tls", "http" -> new String[] {PROXY, SECURITY};
            default -> new String[] {PROXY};
        };
    }

    /// What explains that something could not be read stays; of the rest only what can be behind this step.
    private static Finding why(Finding finding, String... checks) {
        Set<String> kept = Set.of(checks);
        return finding.explainedBy(INFO.causes().stream()
                .filter(cause -> cause.unreadOnly() || kept.contains(cause.check()))
                .toList());
    }

    /// The engine asks mirrors of Docker Hub first: with one that works, Docker Hub itself is not needed.
    private static boolean isReplaced(Machine machine, Registry registry, Reach reach) {
        boolean down = !(reach instanceof Reach.Fine) && !(reach instanceof Reach.Unread);
        return down
                && registry.name().equals(HUB)
                && machine.registryMirrors().known().stream()
                        .flatMap(mirrors -> mirrors.mirrors().stream())
                        .anyMatch(mirror -> MirrorState.of(mirror).isGood());
    }

    private static List<Evidence> evidence(Machine machine, Registry registry, Attempt last) {
        Source nowhere = new Source(Source.Kind.NETWORK, registry.name(), machine.taken());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(
                Seen.of("evidence.docker.registry-address", registry.direct().address(), nowhere));
        evidence.add(Seen.of("evidence.docker.registry-port", registry.direct().port(), nowhere));
        if (last.tls() instanceof Reading.Known<Handshake>(Handshake handshake, Source source)) {
            for (Certificate one : handshake.chain().stream().limit(3).toList()) {
                evidence.add(Evidence.of("evidence.docker.issuer", one.issuer(), source));
            }
        } else {
            evidence.add(Seen.of("evidence.docker.registry-tls", last.tls(), nowhere));
        }
        evidence.add(Seen.of("evidence.docker.registry-http", last.http(), nowhere));
        last.pull().forEach(trial -> evidence.add(Seen.of("evidence.docker.mirror-pull", trial.answer(), nowhere)));
        return List.copyOf(evidence);
    }
}

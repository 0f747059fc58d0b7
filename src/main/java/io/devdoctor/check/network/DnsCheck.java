package io.devdoctor.check.network;

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
import io.devdoctor.machine.NameResolution;
import io.devdoctor.machine.NameResolution.Asked;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Whether the names of registries have addresses in Windows and in each running distribution, and whether an engine is
/// told to ask a server that is gone. Where Windows itself finds nothing, nobody else is judged.
final class DnsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "network.dns",
            Area.NETWORK,
            Set.of(
                    Part.NAME_RESOLUTION,
                    Part.REGISTRY_MIRRORS,
                    Part.WSL_ANSWER,
                    Part.NETWORK,
                    Part.DOCKER_DESKTOP,
                    Part.DOCKER_ENGINE,
                    Part.POLICIES),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.any("wsl.installed").ofUnread(),
                    CheckInfo.any("docker.daemon-config").ofUnread(),
                    // Where two networks are one, names of the other are asked in vain.
                    CheckInfo.any("network.subnets"),
                    CheckInfo.any("wsl.networking"),
                    CheckInfo.any("host.windows-updates"),
                    CheckInfo.sameWorld("wsl.distro-config")));

    private static final String NO_ADDRESS = "no address";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.part(Part.NAME_RESOLUTION), MACHINE, (names, source) -> judge(machine, names, source));
    }

    private List<Finding> judge(Machine machine, NameResolution names, Source source) {
        List<Asked> found =
                names.asked().stream().filter(one -> one.windows().isKnown()).toList();
        if (found.isEmpty()) return List.of(windows(names, source));
        List<Finding> findings = new ArrayList<>();
        names.asked().stream()
                .filter(one -> !isDeadMirror(machine, one))
                .forEach(one -> name(one).ifPresent(findings::add));
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list()) instanceof Reading.Unknown<?> unread) {
            findings.add(unknown(MACHINE, unread));
        }
        findings.addAll(inside(machine, found));
        findings.addAll(new DaemonDns(this, machine).judge());
        return findings.isEmpty()
                ? List.of(ok(
                        MACHINE,
                        "ok",
                        Text.several(found.stream().map(Asked::name).toList())))
                : findings;
    }

    /// Of a mirror that has no address another check tells, with what it costs.
    private static boolean isDeadMirror(Machine machine, Asked one) {
        return one.windows().isAbsent()
                && machine.registryMirrors().known().map(RegistryMirrors::mirrors).orElse(List.of()).stream()
                        .anyMatch(mirror -> !mirror.answer().isKnown() && isAt(mirror, one.name()));
    }

    private static boolean isAt(RegistryMirrors.Mirror mirror, String host) {
        return mirror.url().matches("(?i)https?://" + Pattern.quote(host) + "([:/].*)?");
    }

    /// Nothing at all was found: the computer is off the network, or its resolver fails.
    private Finding windows(NameResolution names, Source source) {
        for (Asked one : names.asked()) {
            if (one.windows() instanceof Reading.Unknown<List<String>> unread
                    && unread.cause() != Reading.Cause.TIMED_OUT) {
                return unknown(MACHINE, unread);
            }
        }
        List<Evidence> evidence = names.asked().stream()
                .map(one -> asked(one, said(one.windows()), one.windows().sourceOr(source)))
                .toList();
        return warning(
                        MACHINE,
                        "windows",
                        evidence,
                        Text.several(names.asked().stream().map(Asked::name).toList()))
                // Nothing of WSL keeps Windows itself from finding a name.
                .explainedBy(List.of(CheckInfo.any("network.subnets")))
                .fixedBy(byHand("windows"));
    }

    /// One name without an address, while others have theirs, is wrong or known in another network only.
    private Optional<Finding> name(Asked one) {
        return switch (one.windows()) {
            case Reading.Known<List<String>> _, Reading.NotApplicable<List<String>> _ -> Optional.empty();
            case Reading.Absent<List<String>>(Source source) ->
                Optional.of(info(
                        Subject.machine(one.name()), "one-name", List.of(asked(one, NO_ADDRESS, source)), one.name()));
            case Reading.Unknown<List<String>> unread -> Optional.of(unknown(Subject.machine(one.name()), unread));
        };
    }

    private List<Finding> inside(Machine machine, List<Asked> names) {
        TreeMap<String, WslAnswer.Live> live =
                new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(java.util.Map.of()));
        List<Finding> findings = new ArrayList<>();
        live.forEach((distro, facts) -> names.stream()
                .flatMap(one -> distro(machine, distro, facts, one).stream())
                .findFirst()
                .ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> distro(Machine machine, String distro, WslAnswer.Live facts, Asked one) {
        Reading<List<String>> answer = one.distros().get(distro);
        if (answer == null) return Optional.empty();
        return switch (answer) {
            case Reading.Known<List<String>> _, Reading.NotApplicable<List<String>> _ -> Optional.empty();
            case Reading.Absent<List<String>>(Source source) ->
                Optional.of(fails(machine, distro, facts, one, NO_ADDRESS, source));
            case Reading.Unknown<List<String>>(Reading.Cause cause, String detail, Source source)
            when cause == Reading.Cause.TIMED_OUT -> Optional.of(fails(machine, distro, facts, one, detail, source));
            case Reading.Unknown<List<String>> unread -> Optional.of(unknown(Subject.distro(distro), unread));
        };
    }

    /// Windows has an address for the name, this distribution has not.
    private Finding fails(
            Machine machine, String distro, WslAnswer.Live facts, Asked one, String detail, Source source) {
        Resolvers resolvers = Resolvers.of(facts);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(asked(one, detail, source));
        resolvers.evidence().ifPresent(evidence::add);
        Optional<String> old = machine.network().known().flatMap(resolvers::firstOld);
        Subject subject = Subject.distro(distro);
        return old.map(server -> warning(subject, "distro-old-server", evidence, distro, one.name(), server)
                        .fixedBy(byHand("distro-old-server", distro)))
                .orElseGet(() -> warning(subject, "distro", evidence, distro, one.name(), resolvers.shown())
                        .fixedBy(byHand("distro", distro)));
    }

    private static Evidence asked(Asked one, String detail, Source source) {
        Object shown = detail.equals(NO_ADDRESS) ? Text.of("evidence.value.no-address") : detail;
        Text words = Text.of("evidence.value.of", one.name(), shown);
        return Evidence.of("evidence.network.resolve", one.name() + ": " + detail, words, source);
    }

    private static String said(Reading<List<String>> answer) {
        return answer instanceof Reading.Unknown<List<String>> unread ? unread.detail() : NO_ADDRESS;
    }

    private static Fix byHand(String what, Object... args) {
        String key = "fix.network.dns/" + what;
        return Fix.safe(
                "network.dns/" + what,
                Text.of(key + ".title", args),
                new Step.Manual(Text.of(key + ".words", args), null));
    }
}

package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ports that containers need and Windows withholds. Ranges that an administrator reserved by hand are left out: an
/// explicit bind inside them works.
final class ReservedPortsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "network.reserved-ports",
            Area.NETWORK,
            Set.of(Part.NETWORK, Part.CONTAINERS, Part.DOCKER_ENGINE),
            // A silent engine explains that nobody knows which ports are wanted; it explains no reserved port.
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judge(
                machine.network().flatMap((network, _) -> network.excluded()),
                MACHINE,
                (ranges, source) -> judge(ranges, source, machine),
                _ -> List.of(ok(MACHINE, "ok", 0)));
    }

    private List<Finding> judge(List<PortRange> ranges, Source source, Machine machine) {
        List<PortRange> withheld =
                ranges.stream().filter(range -> !range.administered()).toList();
        return switch (machine.containers()) {
            case Reading.Known<Containers>(Containers containers, var _) -> judge(containers, withheld, source);
            case Reading.Unknown<Containers> unread -> List.of(unknown(engine(machine), unread));
            // No engine, no containers, no wanted ports.
            case Reading.Absent<Containers> _, Reading.NotApplicable<Containers> _ ->
                List.of(ok(MACHINE, "ok", withheld.size()));
        };
    }

    private List<Finding> judge(Containers containers, List<PortRange> withheld, Source source) {
        List<Finding> reserved = new ArrayList<>();
        WantedPorts.of(containers)
                .forEach((port, by) ->
                        range(port, withheld).ifPresent(range -> reserved.add(reserved(port, by, range, source))));
        return reserved.isEmpty() ? List.of(ok(MACHINE, "ok", withheld.size())) : List.copyOf(reserved);
    }

    private static Subject engine(Machine machine) {
        return machine.dockerEngine()
                .known()
                .map(engine -> Subject.endpoint(engine.endpoint()))
                .orElse(MACHINE);
    }

    private static Optional<PortRange> range(int port, List<PortRange> ranges) {
        return ranges.stream().filter(range -> range.contains(port)).findFirst();
    }

    private Finding reserved(int port, WantedPorts.Wanted wanted, PortRange range, Source source) {
        String span = range.first() + "\u2013" + range.last();
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.network.excluded-range", range.first() + " " + range.last(), source),
                Evidence.of("evidence.network.wanted-by", wanted.container(), wanted.source()));
        Subject subject = Subject.of(Subject.Kind.PORT, String.valueOf(port));
        // Who holds the port already keeps it; the next start will fail.
        Finding found = wanted.running()
                ? finding(subject, Verdict.WARNING, Certainty.CERTAIN, "at-risk", evidence, args(port, wanted, span))
                : problem(subject, "reserved", evidence, args(port, wanted, span));
        return found.fixedBy(release());
    }

    private static Object[] args(int port, WantedPorts.Wanted wanted, String span) {
        return new Object[] {String.valueOf(port), span, wanted.container()};
    }

    private static Fix release() {
        return Fix.safe(
                "network.reserved-ports/release",
                Text.of("fix.network.reserved-ports/release.title"),
                new Step.Manual(Text.of("fix.network.reserved-ports/release.words"), null));
    }
}

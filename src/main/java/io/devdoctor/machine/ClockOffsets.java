package io.devdoctor.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every measured clock on one scale, ready to be drawn: against true time where that is known, else against the
/// machine's own clock, which then has no offset of its own.
///
/// @param againstTrueTime whether zero is true time
/// @param clocks in order: the machine, distributions, engine; what could not be measured is left out
public record ClockOffsets(boolean againstTrueTime, List<Offset> clocks) {
    public ClockOffsets {
        clocks = List.copyOf(clocks);
    }

    /// @param name   the distribution, the engine's endpoint, "" for the machine
    /// @param offset positive = fast
    public record Offset(Kind kind, String name, Interval offset) {}

    public enum Kind {
        HOST,
        DISTRO,
        ENGINE
    }

    public static ClockOffsets of(Machine machine) {
        String engine =
                known(machine, Part.DOCKER_ENGINE).map(DockerEngine::endpoint).orElse("");
        return known(machine, Part.CLOCKS)
                .map(clocks -> of(clocks, engine))
                .orElseGet(() -> new ClockOffsets(false, List.of()));
    }

    private static ClockOffsets of(Clocks clocks, String engine) {
        Optional<Interval> host = clocks.host().known();
        List<Offset> all = new ArrayList<>();
        host.ifPresent(offset -> all.add(new Offset(Kind.HOST, "", offset)));
        for (Clocks.DistroClock distro : clocks.distros()) {
            distro.offset()
                    .known()
                    .ifPresent(offset -> all.add(new Offset(Kind.DISTRO, distro.distro(), sum(host, offset))));
        }
        clocks.engine().known().ifPresent(offset -> all.add(new Offset(Kind.ENGINE, engine, sum(host, offset))));
        return new ClockOffsets(host.isPresent(), all);
    }

    /// What is uncertain about both adds up.
    private static Interval sum(Optional<Interval> host, Interval offset) {
        return host.map(offset::plus).orElse(offset);
    }

    private static <P> Optional<P> known(Machine machine, Part<P> part) {
        return machine.has(part) ? machine.part(part).known() : Optional.empty();
    }
}

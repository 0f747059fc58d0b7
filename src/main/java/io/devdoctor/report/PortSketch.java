package io.devdoctor.report;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.examination.picture.PortPicture;
import io.devdoctor.examination.picture.PortPicture.Kind;
import io.devdoctor.examination.picture.PortPicture.Owner;
import io.devdoctor.examination.picture.PortPicture.Port;
import io.devdoctor.examination.picture.PortScale;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Who owns which port: what nobody can have first, then containers, distributions and disputed programs by name, then
/// all other programs in one row; what Windows withholds is shaded.
///
/// @param words takes out what must not leave
record PortSketch(PortPicture ports, Tones tones, Messages messages, UnaryOperator<String> words) {
    private static final String[] CHECKS = {"network.port-owner", "network.reserved-ports", "network.port-proxy"};
    private static final int MOST_OWNERS = 6;
    private static final int MOST_PORTS = 4;
    /// More labels would run into each other.
    private static final Set<Integer> LABELLED = Set.of(0, 3_000, 8_000, 49_152);

    Sketch sketch() {
        List<Owner> named = ports.owners().stream().filter(this::isNamed).toList();
        List<Sketch.Row> rows = new ArrayList<>(refused());
        named.stream().limit(MOST_OWNERS).forEach(owner -> rows.add(row(words.apply(owner.name()), owner.ports())));
        if (named.size() > MOST_OWNERS) {
            List<Owner> more = named.subList(MOST_OWNERS, named.size());
            rows.add(row(say("ports.more", more.size()), all(more)));
        }
        List<Port> programs =
                all(ports.owners().stream().filter(owner -> !isNamed(owner)).toList());
        if (!programs.isEmpty()) rows.add(row(say("ports.programs"), programs));
        if (!ports.reserved().isEmpty()) rows.add(reserved());
        return new Sketch(
                say("ports"),
                count(all(ports.owners()).size()),
                rows,
                ports.reserved().stream().map(PortSketch::zone).toList(),
                PortScale.ticks().stream()
                        .filter(LABELLED::contains)
                        .map(tick -> new Sketch.Label(PortScale.place(tick), String.valueOf(tick), false))
                        .toList());
    }

    private boolean isNamed(Owner owner) {
        return owner.kind() != Kind.PROGRAM
                || !owner.name().isEmpty() && !tone(owner.ports()).isEmpty();
    }

    /// Ports that somebody wants and nobody holds.
    private List<Sketch.Row> refused() {
        Set<String> held = all(ports.owners()).stream()
                .map(port -> String.valueOf(port.number()))
                .collect(Collectors.toSet());
        List<Port> refused = tones.findings().stream()
                .filter(finding -> List.of(CHECKS).contains(finding.check().id()))
                .map(Finding::subject)
                .filter(subject -> subject.kind() == Subject.Kind.PORT)
                .map(Subject::name)
                .filter(name -> name.matches("\\d{1,5}") && tones.isIll(name, CHECKS) && !held.contains(name))
                .distinct()
                .map(name -> new Port(Integer.parseInt(name), 0, List.of()))
                .toList();
        return refused.isEmpty() ? List.of() : List.of(row(say("ports.refused"), refused));
    }

    private Sketch.Row row(String name, List<Port> owned) {
        List<Port> sorted = owned.stream().distinct().toList();
        String value = sorted.size() > MOST_PORTS
                ? count(sorted.size())
                : sorted.stream().map(PortSketch::words).collect(Collectors.joining(say("ports.separator")));
        List<Sketch.Bar> bars = new ArrayList<>(List.of(new Sketch.Bar(0, 1, "room")));
        sorted.forEach(port -> bars.add(stroke(PortScale.place(port.number()))));
        return new Sketch.Row(name, value, tone(sorted), bars, -1);
    }

    private String tone(List<Port> owned) {
        return owned.stream()
                .map(port -> String.valueOf(port.number()))
                .filter(port -> tones.isIll(port, CHECKS))
                .map(port -> tones.of(port, CHECKS))
                .findFirst()
                .orElse("");
    }

    private static String words(Port port) {
        return port.target() == 0 ? String.valueOf(port.number()) : port.number() + " → " + port.target();
    }

    private Sketch.Row reserved() {
        int count = ports.reserved().stream()
                .mapToInt(range -> range.last() - range.first() + 1)
                .sum();
        List<Sketch.Bar> bars = ports.reserved().stream()
                .map(range -> new Sketch.Bar(PortScale.place(range.first()), PortScale.place(range.last()), "used"))
                .toList();
        return new Sketch.Row(say("ports.reserved"), count(count), "", bars, -1);
    }

    private static Sketch.Bar stroke(double at) {
        return new Sketch.Bar(at, at, "stroke");
    }

    private static Sketch.Zone zone(PortRange range) {
        return new Sketch.Zone(PortScale.place(range.first()), PortScale.place(range.last()));
    }

    private static List<Port> all(List<Owner> owners) {
        return owners.stream().flatMap(owner -> owner.ports().stream()).toList();
    }

    private String count(int count) {
        return say("ports.count", count);
    }

    private String say(String key, Object... args) {
        return messages.say("report.picture." + key, args);
    }
}

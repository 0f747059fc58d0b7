package io.devdoctor.desktop.picture;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.examination.picture.PortPicture;
import io.devdoctor.examination.picture.PortPicture.Kind;
import io.devdoctor.examination.picture.PortPicture.Owner;
import io.devdoctor.examination.picture.PortPicture.Port;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws who owns which port.
final class PortCard {
    private static final int MOST_SMALL = 2;
    private static final String[] CHECKS = {"network.port-owner", "network.reserved-ports", "network.port-proxy"};
    private final Judged judged;
    private final Speaker speaker;
    private final Form form;

    /// One line: what it is about, what is said of it, and in a sentence.
    private record Line(String name, String value, String styleClass, String told) {}

    PortCard(Judged judged, Speaker speaker, Form form) {
        this.judged = judged;
        this.speaker = speaker;
        this.form = form;
    }

    Optional<Region> of(Machine machine) {
        return PortPicture.of(machine).map(ports -> {
            List<Line> lines = lines(ports);
            VBox rows = new VBox();
            rows.getStyleClass().addAll("legend", "port-rows");
            Telling telling = new Telling(rows, form);
            for (Line line : lines) {
                HBox row = PictureCard.entry(line.name(), line.value(), line.styleClass(), colour(line));
                row.getStyleClass().add(colour(line));
                telling.add(row, line.told());
                rows.getChildren().add(row);
            }
            List<Node> parts = List.of(new PortStrip(ports, this::dispute, form), rows);
            long count = ports.owners().stream()
                    .mapToLong(owner -> owner.ports().size())
                    .sum();
            String title = speaker.say("ports");
            String words = lines.stream().map(Line::told).collect(Collectors.joining("\n", title + "\n", ""));
            PictureCard card = new PictureCard(title, speaker.say("figure.ports", count), parts, words);
            if (form == Form.SMALL) return card;
            return card.telling(speaker.say("hint"), List.of(telling));
        });
    }

    private List<Line> lines(PortPicture ports) {
        List<Line> lines = new ArrayList<>(disputes(ports));
        List<Owner> owners = ports.owners();
        if (form == Form.SMALL) {
            List<Owner> own = owners.stream()
                    .filter(owner -> owner.kind() != Kind.PROGRAM)
                    .toList();
            own.stream().limit(MOST_SMALL).forEach(owner -> lines.add(line(owner)));
            if (own.size() > MOST_SMALL) lines.add(more(own.subList(MOST_SMALL, own.size())));
            else lines.add(programs(owners));
        } else {
            owners.forEach(owner -> lines.add(line(owner)));
        }
        if (form == Form.LARGE || lines.size() < MOST_SMALL + 1) {
            range("reserved", ports.reserved(), "port-reserved").ifPresent(lines::add);
        }
        if (form == Form.LARGE) {
            range("kept", ports.kept(), "port-kept").ifPresent(lines::add);
            ports.dynamic()
                    .map(range -> List.of(new PortRange(range.start(), range.last(), false)))
                    .flatMap(range -> range("dynamic", range, "port-dynamic"))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    /// Ports that somebody wants and nobody holds: the refused and the withheld.
    private List<Line> disputes(PortPicture ports) {
        List<Integer> held = ports.owners().stream()
                .flatMap(owner -> owner.ports().stream())
                .map(Port::number)
                .toList();
        return judged.findings().stream()
                .filter(finding -> List.of(CHECKS).contains(finding.check().id()))
                .filter(finding -> finding.subject().kind() == Subject.Kind.PORT)
                .map(Finding::subject)
                .map(Subject::name)
                .distinct()
                .filter(name -> judged.complaint(name, CHECKS).isPresent())
                .filter(name ->
                        held.stream().noneMatch(port -> String.valueOf(port).equals(name)))
                .map(name -> new Line(
                        speaker.say("port.refused"), name, "port-refused", speaker.say("tell.port.refused", name)))
                .toList();
    }

    private Line line(Owner owner) {
        String name = owner.name().isEmpty() ? speaker.say("port.unnamed") : speaker.raw(owner.name());
        String value = owner.ports().stream().map(this::port).collect(Collectors.joining(speaker.say("separator")));
        String told = speaker.say("tell.port." + owner.kind().name(), name, value);
        String via = owner.ports().stream()
                .flatMap(port -> port.via().stream())
                .distinct()
                .collect(Collectors.joining(speaker.say("separator")));
        if (!via.isEmpty()) told += speaker.say("tell.port.via", via);
        for (Port port : owner.ports()) {
            if (dispute(port.number()).isPresent()) {
                told += speaker.say("tell.port.disputed", String.valueOf(port.number()));
            }
        }
        String shown = via.isEmpty() || form == Form.SMALL ? name : speaker.say("port.through", name, via);
        return new Line(shown, value, PortStrip.styleClass(owner.kind()), told);
    }

    private String port(Port port) {
        return port.target() == 0 || form == Form.SMALL
                ? String.valueOf(port.number())
                : speaker.say("port.to", String.valueOf(port.number()), String.valueOf(port.target()));
    }

    private Line more(List<Owner> owners) {
        String words = speaker.say("port.more", owners.size());
        return new Line(words, "", PortStrip.styleClass(Kind.CONTAINER), words);
    }

    private Line programs(List<Owner> owners) {
        long count = owners.stream()
                .filter(owner -> owner.kind() == Kind.PROGRAM)
                .mapToLong(owner -> owner.ports().size())
                .sum();
        String name = speaker.say("port.programs", speaker.machine());
        return new Line(name, speaker.say("figure.ports", count), PortStrip.styleClass(Kind.PROGRAM), name);
    }

    private Optional<Line> range(String key, List<PortRange> ranges, String styleClass) {
        if (ranges.isEmpty()) return Optional.empty();
        String name = speaker.say("port." + key);
        String spans = ranges.stream().map(PortCard::span).collect(Collectors.joining(speaker.say("separator")));
        long count = ranges.stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        String value = form == Form.SMALL || spans.length() > 60 ? speaker.say("figure.ports", count) : spans;
        return Optional.of(new Line(name, value, styleClass, speaker.say("tell.port.range", name, spans)));
    }

    private static String span(PortRange range) {
        return range.first() == range.last() ? String.valueOf(range.first()) : range.first() + "\u2013" + range.last();
    }

    private Optional<String> dispute(int port) {
        return judged.complaint(String.valueOf(port), CHECKS).map(Judged::styleClass);
    }

    private String colour(Line line) {
        return List.of(line.value().split("[^0-9]+")).stream()
                .filter(number -> !number.isEmpty())
                .flatMap(number -> judged.complaint(number, CHECKS).stream())
                .findFirst()
                .map(Judged::styleClass)
                .orElse("lane-plain");
    }
}

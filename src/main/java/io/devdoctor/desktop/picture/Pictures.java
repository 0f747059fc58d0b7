package io.devdoctor.desktop.picture;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Format;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// The pictures of one machine. Colours come from the findings: a picture shows verdicts, it never makes them.
public final class Pictures {
    private final Machine machine;
    private final List<Finding> findings;
    private final Messages messages;

    public Pictures(Machine machine, List<Finding> findings, Messages messages) {
        this.machine = machine;
        this.findings = findings;
        this.messages = messages;
    }

    /// @param area whose page it is also shown on; @param node empty where facts are missing
    public record Picture(Area area, String name, Optional<Node> node) {}

    public List<Picture> all() {
        return List.of(
                new Picture(Area.WSL, messages.say("desktop.picture.memory"), memory()),
                new Picture(Area.CLOCK, messages.say("desktop.picture.clocks"), clocks()),
                new Picture(Area.DOCKER, messages.say("desktop.picture.disk"), disk()));
    }

    private Optional<Node> memory() {
        return MemoryPicture.of(machine).map(memory -> {
            Format format = messages.format();
            String wsl = colour("", "wsl.config-memory", "wsl.memory-in-use");
            String engine = colour("", "docker.memory", "wsl.config-memory");
            List<Node> legend = new ArrayList<>();
            String host =
                    messages.say(machine.platform().isWindows() ? "desktop.picture.windows" : "desktop.picture.host");
            legend.add(PictureCard.entry(host, format.size(memory.used()), "bar-used"));
            add(legend, "WSL", memory.wsl(), wsl);
            add(legend, messages.say("desktop.picture.engine"), memory.engine(), engine);
            memory.advised()
                    .ifPresent(advised -> legend.add(PictureCard.entry(
                            messages.say("desktop.picture.advised"), format.size(advised), "bar-advised")));
            return card(
                    "desktop.picture.memory", format.size(memory.total()), new MemoryBars(memory, wsl, engine), legend);
        });
    }

    private void add(List<Node> legend, String name, OptionalLong bytes, String colour) {
        bytes.ifPresent(
                it -> legend.add(PictureCard.entry(name, messages.format().size(it), "bar-guest", colour)));
    }

    private Optional<Node> clocks() {
        return ClockPicture.of(machine).map(clocks -> {
            List<String> colours = clocks.lanes().stream()
                    .map(lane -> colour(lane.subject(), lane.check()))
                    .toList();
            List<Node> legend = new ArrayList<>();
            for (int i = 0; i < clocks.lanes().size(); i++) {
                ClockPicture.Lane lane = clocks.lanes().get(i);
                legend.add(PictureCard.entry(name(lane), offset(lane.offset()), "clock-dot", colours.get(i)));
            }
            String against =
                    messages.say(clocks.againstTrueTime() ? "desktop.picture.true-time" : "desktop.picture.own-time");
            return card("desktop.picture.clocks", against, new ClockLanes(clocks, colours), legend);
        });
    }

    private String name(ClockPicture.Lane lane) {
        return switch (lane.kind()) {
            case HOST ->
                messages.say(machine.platform().isWindows() ? "desktop.picture.windows" : "desktop.picture.host");
            case DISTRO -> lane.subject();
            case ENGINE -> messages.say("desktop.picture.engine");
        };
    }

    private String offset(Interval offset) {
        String sign = offset.middle().isPositive() ? "+" : "";
        return sign + messages.format().span(offset.middle());
    }

    private Optional<Node> disk() {
        return DiskPicture.of(machine).map(disk -> {
            List<Node> legend = disk.shares().stream()
                    .map(share -> (Node) PictureCard.entry(
                            messages.say("desktop.picture.disk." + share.kind().name()),
                            messages.format().size(share.bytes()),
                            "disk-box",
                            DiskMap.styleClass(share.kind())))
                    .toList();
            return card("desktop.picture.disk", messages.format().size(disk.total()), new DiskMap(disk), legend);
        });
    }

    private Node card(String titleKey, String figure, Node picture, List<Node> legend) {
        String title = messages.say(titleKey);
        String words = legend.stream()
                .flatMap(entry -> entry.lookupAll(".label").stream())
                .map(label -> ((javafx.scene.control.Label) label).getText())
                .collect(Collectors.joining(" "));
        return new PictureCard(title, figure, picture, legend, title + " " + figure + ": " + words);
    }

    /// The colour of the worst verdict that these checks have about a subject, muted or not: a clock that is 41 s
    /// slow is drawn so, whoever wants to hear of it.
    private String colour(String subject, String... checks) {
        List<String> ids = List.of(checks);
        Verdict worst = findings.stream()
                .filter(it -> ids.contains(it.check().id()))
                .filter(it -> subject.isEmpty() || it.subject().name().equals(subject))
                .map(finding -> finding.unmuted().verdict())
                .max(Comparator.comparingInt(Verdict::rank))
                .orElse(Verdict.INFO);
        return "verdict-" + worst.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

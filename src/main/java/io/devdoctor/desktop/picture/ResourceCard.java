package io.devdoctor.desktop.picture;

import io.devdoctor.examination.picture.ResourcePicture;
import io.devdoctor.examination.picture.ResourcePicture.Level;
import io.devdoctor.examination.picture.ResourcePicture.Place;
import io.devdoctor.examination.picture.ResourcePicture.Resource;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Draws memory and processors.
final class ResourceCard {
    private static final int MOST_CONTAINERS = 12;
    private static final long GB = 1L << 30;
    private final Judged judged;
    private final Speaker speaker;
    private final ResourceWords words;
    private final Form form;

    ResourceCard(Judged judged, Speaker speaker, Form form) {
        this.judged = judged;
        this.speaker = speaker;
        this.words = new ResourceWords(speaker);
        this.form = form;
    }

    Optional<Region> of(Machine machine) {
        Optional<ResourcePicture> processors = ResourcePicture.processors(machine);
        return ResourcePicture.memory(machine).map(memory -> {
            String count = processors
                    .map(them -> speaker.say("figure.processors", speaker.processors(them.total())))
                    .orElse("");
            boolean small = form == Form.SMALL && memory.advised().isPresent();
            if (small) {
                return card(
                        memory,
                        processors,
                        speaker.say(
                                "figure.advised", speaker.size(memory.advised().getAsLong())));
            }
            String figure = count.isEmpty()
                    ? speaker.size(memory.total())
                    : speaker.say("figure.both", speaker.size(memory.total()), count);
            return card(memory, processors, figure);
        });
    }

    private Region card(ResourcePicture memory, Optional<ResourcePicture> processors, String figure) {
        List<LaneChart> charts = new ArrayList<>(List.of(chart(memory)));
        processors.map(this::chart).filter(chart -> !chart.lanes().isEmpty()).ifPresent(charts::add);
        List<LanePane> panes =
                charts.stream().map(chart -> new LanePane(chart, form)).toList();
        String words = charts.stream()
                .flatMap(chart -> chart.lanes().stream())
                .map(LaneChart.Lane::told)
                .collect(Collectors.joining("\n", speaker.say("resources") + "\n", ""));
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < panes.size(); i++) {
            if (form == Form.LARGE) parts.add(heading(i == 0 ? "memory" : "processors"));
            parts.add(panes.get(i));
        }
        if (panes.size() == 2) panes.getFirst().alignWith(panes.getLast());
        PictureCard card = new PictureCard(speaker.say("resources"), figure, parts, words);
        if (form == Form.SMALL && memory.advised().isPresent())
            card.getStyleClass().add("advises");
        return form == Form.SMALL
                ? card
                : card.telling(
                        speaker.say("hint"),
                        panes.stream().map(LanePane::telling).toList());
    }

    private Node heading(String key) {
        Label label = new Label(speaker.say(key));
        label.getStyleClass().add("picture-heading");
        return label;
    }

    private LaneChart chart(ResourcePicture picture) {
        List<Level> shown = picture.levels().stream()
                .filter(level -> isShown(picture.resource(), level))
                .limit(3 + MOST_CONTAINERS)
                .toList();
        List<LaneChart.Lane> lanes =
                shown.stream().map(level -> lane(picture, level)).toList();
        List<LaneChart.Mark> marks = new ArrayList<>();
        boolean hasGuest = shown.size() > 1;
        picture.advised()
                .ifPresent(advised -> marks.add(new LaneChart.Mark(
                        picture.share(advised),
                        speaker.say("advised.mark", words.amount(picture.resource(), advised)),
                        hasGuest ? 1 : 0,
                        hasGuest ? Math.min(2, shown.size() - 1) : 0)));
        List<LaneChart.Tick> ticks = form == Form.LARGE ? ticks(picture) : List.of();
        return new LaneChart(lanes, ticks, List.of(), marks);
    }

    /// Small: of the processors only what WSL has of them.
    private boolean isShown(Resource resource, Level level) {
        boolean inner = level.place() == Place.CONTAINER;
        // Hardly any container has a limit of processors, and many lines that say so tell nothing.
        if (form == Form.LARGE) return resource == Resource.MEMORY || !inner || level.own();
        return resource == Resource.MEMORY ? !inner : level.place() == Place.WSL;
    }

    private LaneChart.Lane lane(ResourcePicture picture, Level level) {
        List<LaneChart.Bar> bars = new ArrayList<>();
        bars.add(new LaneChart.Bar(0, picture.share(level.bounds()), "lane-room"));
        if (level.place() == Place.MACHINE) {
            level.used().ifPresent(used -> bars.add(new LaneChart.Bar(0, picture.share(used), "lane-used")));
            if (level.used().isEmpty()) bars.add(new LaneChart.Bar(0, 1, "lane-used"));
        } else {
            String look = !level.own() ? "lane-open" : level.used().isPresent() ? "lane-limit" : "lane-full";
            bars.add(new LaneChart.Bar(0, picture.share(level.size()), look));
            level.used().ifPresent(used -> bars.add(new LaneChart.Bar(0, picture.share(used), "lane-full")));
        }
        String name = form == Form.SMALL && picture.resource() == Resource.PROCESSORS
                ? speaker.say("processors")
                : words.name(level);
        return new LaneChart.Lane(
                name,
                words.value(picture, level),
                colour(picture.resource(), level),
                bars,
                OptionalDouble.empty(),
                words.told(picture, level));
    }

    private String colour(Resource resource, Level level) {
        boolean memory = resource == Resource.MEMORY;
        return switch (level.place()) {
            case MACHINE -> "lane-plain";
            case WSL ->
                memory
                        ? judged.colour("", "wsl.config-memory", "wsl.memory-in-use")
                        : judged.colour("", "wsl.config-processors");
            case ENGINE -> memory ? judged.colour("", "docker.memory") : judged.colour("", "docker.cpus");
            case CONTAINER ->
                memory
                        ? judged.complaint(level.name(), "container.out-of-memory", "container.memory-limits")
                                .map(Judged::styleClass)
                                .orElse("verdict-info")
                        : "verdict-info";
        };
    }

    /// About eight steps of a round size.
    private List<LaneChart.Tick> ticks(ResourcePicture picture) {
        long unit = picture.resource() == Resource.MEMORY ? GB : ResourcePicture.PROCESSOR;
        long step = unit;
        while (picture.total() / step > 8) step *= 2;
        List<LaneChart.Tick> ticks = new ArrayList<>();
        // Firmware keeps a part, so that the last step may lie just beyond the end.
        for (long at = 0; at <= picture.total() + step / 4; at += step) {
            ticks.add(new LaneChart.Tick(picture.share(at), words.amount(picture.resource(), at), true));
        }
        return ticks;
    }
}

package io.devdoctor.desktop.picture;

import io.devdoctor.examination.picture.ClockPicture;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/// Draws clocks: a dot at the offset of each, a bar for what is uncertain, and the zone where TLS breaks.
final class ClockCard {
    private final Judged judged;
    private final Speaker speaker;
    private final Form form;

    ClockCard(Judged judged, Speaker speaker, Form form) {
        this.judged = judged;
        this.speaker = speaker;
        this.form = form;
    }

    Optional<Region> of(Machine machine) {
        return ClockPicture.of(machine).map(clocks -> {
            LaneChart chart = chart(clocks);
            LanePane pane = new LanePane(chart, form);
            String title = speaker.say("clocks");
            String figure = speaker.say(clocks.againstTrueTime() ? "true-time" : "own-time");
            String words = chart.lanes().stream()
                    .map(LaneChart.Lane::told)
                    .collect(Collectors.joining("\n", title + " " + figure + "\n", ""));
            PictureCard card = new PictureCard(title, figure, List.of(pane), words);
            return form == Form.SMALL ? card : card.telling(speaker.say("hint"), List.of(pane.telling()));
        });
    }

    private LaneChart chart(ClockPicture clocks) {
        List<LaneChart.Lane> lanes =
                clocks.lanes().stream().map(lane -> lane(clocks, lane)).toList();
        List<LaneChart.Zone> zones = List.of(
                new LaneChart.Zone(0, place(clocks, clocks.limit().negated()), speaker.say("zone")),
                new LaneChart.Zone(place(clocks, clocks.limit()), 1, speaker.say("zone")));
        return new LaneChart(lanes, ticks(clocks), zones, List.of());
    }

    private List<LaneChart.Tick> ticks(ClockPicture clocks) {
        if (form == Form.SMALL) return List.of(new LaneChart.Tick(0.5, "", true));
        List<LaneChart.Tick> ticks = new ArrayList<>();
        for (Duration at : clocks.ticks())
            ticks.add(new LaneChart.Tick(place(clocks, at), signed(at), isMajor(at, clocks)));
        return ticks;
    }

    private LaneChart.Lane lane(ClockPicture clocks, ClockPicture.Lane lane) {
        Interval offset = lane.offset();
        double middle = place(clocks, offset.middle());
        LaneChart.Bar uncertain =
                new LaneChart.Bar(place(clocks, offset.low()), place(clocks, offset.high()), "lane-uncertain");
        String value = form == Form.SMALL
                ? signed(offset.middle())
                : speaker.say(
                        "give-or-take",
                        signed(offset.middle()),
                        speaker.format().span(half(offset)));
        return new LaneChart.Lane(
                name(lane),
                value,
                judged.colour(lane.subject(), lane.check()),
                List.of(uncertain),
                OptionalDouble.of(middle),
                told(lane));
    }

    private String told(ClockPicture.Lane lane) {
        Interval offset = lane.offset();
        boolean right = offset.provenMagnitude().isZero();
        String key = right ? "tell.clock.right" : offset.middle().isNegative() ? "tell.clock.slow" : "tell.clock.fast";
        return speaker.say(
                key,
                name(lane),
                speaker.format().span(offset.middle().abs()),
                speaker.format().span(half(offset)));
    }

    private String name(ClockPicture.Lane lane) {
        return switch (lane.kind()) {
            case HOST -> speaker.machine();
            case DISTRO -> speaker.raw(lane.subject());
            case ENGINE -> speaker.say("engine");
        };
    }

    private String signed(Duration offset) {
        return (offset.isPositive() ? "+" : "") + speaker.format().span(offset);
    }

    private static boolean isMajor(Duration tick, ClockPicture clocks) {
        return tick.isZero() || tick.abs().equals(clocks.limit()) || tick.abs().equals(Duration.ofSeconds(1));
    }

    private static Duration half(Interval offset) {
        return offset.high().minus(offset.low()).dividedBy(2);
    }

    private static double place(ClockPicture clocks, Duration offset) {
        return (clocks.place(offset) + 1) / 2;
    }
}

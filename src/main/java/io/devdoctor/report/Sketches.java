package io.devdoctor.report;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.picture.ClockPicture;
import io.devdoctor.examination.picture.DiskPicture;
import io.devdoctor.examination.picture.DrivePicture;
import io.devdoctor.examination.picture.PortPicture;
import io.devdoctor.examination.picture.ResourcePicture;
import io.devdoctor.examination.picture.ResourcePicture.Level;
import io.devdoctor.examination.picture.ResourcePicture.Place;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Format;
import io.devdoctor.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The pictures of a report: memory, clocks, the engine's disk, the drives it lies on, ports. What is not known is not
/// drawn.
final class Sketches {
    private static final int MOST_CONTAINERS = 4;
    /// More labels would run into each other.
    private static final Set<Duration> LABELLED = Set.of(Duration.ZERO, Duration.ofSeconds(30));

    private final Machine machine;
    private final Tones tones;
    private final Messages messages;
    private final UnaryOperator<String> words;

    private Sketches(ExaminationResult result, Messages messages, UnaryOperator<String> words) {
        this.machine = result.machine();
        this.tones = new Tones(result.findings());
        this.messages = messages;
        this.words = words;
    }

    /// @param words takes out what must not leave
    static List<Sketch> of(ExaminationResult result, Messages messages, UnaryOperator<String> words) {
        Sketches sketches = new Sketches(result, messages, words);
        return Stream.of(sketches.memory(), sketches.clocks(), sketches.disk(), sketches.drives(), sketches.ports())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Sketch> memory() {
        return ResourcePicture.memory(machine).map(memory -> {
            List<Level> shown = memory.levels().stream()
                    .filter(level -> level.place() != Place.CONTAINER || level.own())
                    .limit(3 + MOST_CONTAINERS)
                    .toList();
            // It is advice for WSL.
            boolean drawn = shown.stream().anyMatch(level -> level.place() == Place.WSL);
            List<Sketch.Label> labels = memory.advised().stream()
                    .filter(_ -> drawn)
                    .mapToObj(advised ->
                            new Sketch.Label(memory.share(advised), say("advised", format().size(advised)), true))
                    .toList();
            return new Sketch(
                    say("memory"),
                    format().size(memory.total()),
                    shown.stream().map(level -> level(memory, level)).toList(),
                    List.of(),
                    labels);
        });
    }

    private Sketch.Row level(ResourcePicture memory, Level level) {
        List<Sketch.Bar> bars = new ArrayList<>();
        bars.add(new Sketch.Bar(0, memory.share(level.bounds()), "room"));
        boolean machineItself = level.place() == Place.MACHINE;
        if (!machineItself) {
            String look = level.used().isPresent() ? "limit" : "full";
            bars.add(new Sketch.Bar(0, memory.share(level.size()), look));
        }
        level.used()
                .ifPresent(used -> bars.add(new Sketch.Bar(0, memory.share(used), machineItself ? "used" : "full")));
        String size = format().size(level.size());
        String value = level.used().isPresent()
                ? say("used", format().size(level.used().getAsLong()), size)
                : size;
        return new Sketch.Row(name(level), value, style(level), bars, -1);
    }

    private String name(Level level) {
        return switch (level.place()) {
            case MACHINE -> computer();
            case WSL -> "WSL";
            case ENGINE -> say("engine");
            case CONTAINER -> words.apply(level.name());
        };
    }

    private String style(Level level) {
        return switch (level.place()) {
            case MACHINE -> "";
            case WSL -> tones.of("", "wsl.config-memory", "wsl.memory-in-use");
            case ENGINE -> tones.of("", "docker.memory", "wsl.config-memory");
            case CONTAINER -> tones.of(level.name(), "container.out-of-memory", "container.memory-limits");
        };
    }

    private Optional<Sketch> clocks() {
        return ClockPicture.of(machine).map(clocks -> {
            List<Sketch.Label> labels = clocks.ticks().stream()
                    .filter(tick -> LABELLED.contains(tick.abs()))
                    .map(tick -> new Sketch.Label(place(clocks, tick), signed(tick), false))
                    .toList();
            return new Sketch(
                    say("clocks"),
                    say(clocks.againstTrueTime() ? "true-time" : "own-time"),
                    clocks.lanes().stream().map(lane -> lane(clocks, lane)).toList(),
                    List.of(
                            new Sketch.Zone(0, place(clocks, clocks.limit().negated())),
                            new Sketch.Zone(place(clocks, clocks.limit()), 1)),
                    labels);
        });
    }

    private Sketch.Row lane(ClockPicture clocks, ClockPicture.Lane lane) {
        Interval offset = lane.offset();
        String name = switch (lane.kind()) {
            case HOST -> computer();
            case DISTRO -> words.apply(lane.subject());
            case ENGINE -> say("engine");
        };
        Duration half = offset.high().minus(offset.low()).dividedBy(2);
        return new Sketch.Row(
                name,
                say("give-or-take", signed(offset.middle()), format().span(half)),
                tones.of(lane.subject(), lane.check()),
                List.of(new Sketch.Bar(place(clocks, offset.low()), place(clocks, offset.high()), "doubt")),
                place(clocks, offset.middle()));
    }

    private static double place(ClockPicture clocks, Duration offset) {
        return (clocks.place(offset) + 1) / 2;
    }

    private String signed(Duration offset) {
        return (offset.isPositive() ? "+" : "") + format().span(offset);
    }

    private Optional<Sketch> disk() {
        return DiskPicture.of(machine).map(disk -> {
            String total = format().size(disk.total());
            long spare = disk.reclaimable();
            return new Sketch(
                    say("disk"),
                    spare == 0 ? total : say("spare", total, format().size(spare)),
                    disk.groups().stream().map(group -> group(disk, group)).toList(),
                    List.of(),
                    List.of());
        });
    }

    private Sketch.Row group(DiskPicture disk, DiskPicture.Group group) {
        long spare = group.items().stream()
                .filter(item -> item.use() == DiskPicture.Use.RECLAIMABLE)
                .mapToLong(DiskPicture.Item::bytes)
                .sum();
        double all = (double) group.bytes() / disk.total();
        double kept = (double) (group.bytes() - spare) / disk.total();
        List<Sketch.Bar> bars = new ArrayList<>(List.of(new Sketch.Bar(0, 1, "room")));
        if (kept > 0) bars.add(new Sketch.Bar(0, kept, "docker"));
        if (spare > 0) bars.add(new Sketch.Bar(kept, all, "spare"));
        String size = format().size(group.bytes());
        return new Sketch.Row(
                say(group.kind().name()),
                spare == 0
                        ? size
                        : spare == group.bytes() ? say("all-spare", size) : say("spare", size, format().size(spare)),
                "",
                bars,
                -1);
    }

    private Optional<Sketch> drives() {
        List<DrivePicture> drives = DrivePicture.of(machine);
        if (drives.isEmpty()) return Optional.empty();
        List<Sketch.Row> rows = drives.stream().flatMap(this::drive).toList();
        return Optional.of(new Sketch(say("drives"), "", rows, List.of(), List.of()));
    }

    /// The drive as a whole, then what its virtual disks take of it.
    private Stream<Sketch.Row> drive(DrivePicture drive) {
        double used = 1 - (double) drive.free() / drive.total();
        String free = say("free", format().size(drive.free()), format().size(drive.total()));
        List<Sketch.Bar> bars = List.of(new Sketch.Bar(0, 1, "room"), new Sketch.Bar(0, used, "used"));
        return Stream.concat(
                Stream.of(new Sketch.Row(drive.name(), free, tones.of("", "host.disk-space"), bars, -1)),
                Stream.of(true, false)
                        .filter(docker -> bytes(drive, docker) > 0)
                        .map(docker -> part(drive, docker)));
    }

    private Sketch.Row part(DrivePicture drive, boolean docker) {
        long bytes = bytes(drive, docker);
        List<Sketch.Bar> bars = List.of(
                new Sketch.Bar(0, 1, "room"),
                new Sketch.Bar(0, (double) bytes / drive.total(), docker ? "docker" : "distro"));
        return new Sketch.Row(say(docker ? "docker" : "distros"), format().size(bytes), "", bars, -1);
    }

    private static long bytes(DrivePicture drive, boolean docker) {
        return drive.disks().stream()
                .filter(disk -> disk.docker() == docker)
                .mapToLong(DrivePicture.Disk::bytes)
                .sum();
    }

    private Optional<Sketch> ports() {
        return PortPicture.of(machine).map(ports -> new PortSketch(ports, tones, messages, words).sketch());
    }

    private String computer() {
        return say(machine.platform().isWindows() ? "windows" : "host");
    }

    private String say(String key, Object... args) {
        return messages.say("report.picture." + key, args);
    }

    private Format format() {
        return messages.format();
    }
}

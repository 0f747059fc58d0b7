package io.devdoctor.desktop.picture;

import io.devdoctor.examination.picture.DiskPicture;
import io.devdoctor.examination.picture.DiskPicture.Group;
import io.devdoctor.examination.picture.DiskPicture.Item;
import io.devdoctor.examination.picture.DiskPicture.Use;
import io.devdoctor.examination.picture.DrivePicture;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Draws what fills the engine's disk, and the drives on which it lies.
final class DiskCard {
    private static final double SMALL_HEIGHT = 54;
    private static final double LARGE_HEIGHT = 230;
    private static final int MOST_ITEMS = 16;
    private final Speaker speaker;
    private final Form form;

    DiskCard(Speaker speaker, Form form) {
        this.speaker = speaker;
        this.form = form;
    }

    Optional<Region> of(Machine machine) {
        Optional<DiskPicture> disk = DiskPicture.of(machine);
        List<DrivePicture> drives = DrivePicture.of(machine);
        // Small, the drive without what is in it says too little.
        if (disk.isEmpty() && (drives.isEmpty() || form == Form.SMALL)) return Optional.empty();
        List<Node> parts = new ArrayList<>();
        List<Telling> tellings = new ArrayList<>();
        List<String> words = new ArrayList<>(List.of(speaker.say("disk")));
        disk.ifPresentOrElse(
                filled -> {
                    TreemapPane map = map(filled);
                    filled.groups().forEach(group -> words.add(told(group)));
                    tellings.add(map.telling());
                    parts.add(map);
                },
                () -> parts.add(quiet(speaker.say("empty.disk"))));
        addDrives(drives, parts, tellings, words);
        String figure = disk.map(this::figure).orElse("");
        PictureCard card = new PictureCard(speaker.say("disk"), figure, parts, String.join("\n", words));
        return Optional.of(form == Form.SMALL ? card : card.telling(speaker.say("hint"), tellings));
    }

    private void addDrives(List<DrivePicture> drives, List<Node> parts, List<Telling> tellings, List<String> words) {
        if (drives.isEmpty()) return;
        LaneChart chart = new LaneChart(drives.stream().map(this::lane).toList(), List.of(), List.of(), List.of());
        LanePane pane = new LanePane(chart, form);
        chart.lanes().forEach(lane -> words.add(lane.told()));
        tellings.add(pane.telling());
        if (form == Form.LARGE) parts.add(heading(speaker.say("drives")));
        parts.add(pane);
        if (form == Form.LARGE) parts.add(legend(drives));
    }

    private TreemapPane map(DiskPicture disk) {
        List<TreemapPane.Group> groups = form == Form.SMALL
                ? disk.halves().stream()
                        .filter(half -> isSeen(half.bytes(), disk))
                        .map(half -> new TreemapPane.Group("", "", List.of(whole(half))))
                        .toList()
                : disk.groups().stream()
                        .filter(group -> isSeen(group.bytes(), disk))
                        .map(this::detailed)
                        .toList();
        return new TreemapPane(groups, form == Form.SMALL ? SMALL_HEIGHT : LARGE_HEIGHT, form);
    }

    /// A sliver of less than half a percent is only a flaw to the eye; it is named in words.
    private static boolean isSeen(long bytes, DiskPicture disk) {
        return bytes * 200 > disk.total();
    }

    private TreemapPane.Tile whole(Group group) {
        boolean free = group.items().getFirst().use() == Use.RECLAIMABLE;
        return new TreemapPane.Tile(
                speaker.say("disk." + group.kind().name()),
                speaker.size(group.bytes()),
                group.bytes(),
                free ? List.of(styleClass(group), "reclaimable") : List.of(styleClass(group)),
                told(group));
    }

    private TreemapPane.Group detailed(Group group) {
        String heading = speaker.say("disk." + group.kind().name()) + " " + speaker.size(group.bytes());
        List<TreemapPane.Tile> tiles = new ArrayList<>(group.items().stream()
                .limit(MOST_ITEMS)
                .map(item -> tile(group, item))
                .toList());
        List<Item> rest = group.items().stream().skip(MOST_ITEMS).toList();
        if (!rest.isEmpty()) {
            long bytes = rest.stream().mapToLong(Item::bytes).sum();
            String name = speaker.say("disk.more", rest.size());
            String told = speaker.say("tell.disk.more", name, speaker.size(bytes));
            tiles.add(new TreemapPane.Tile(name, speaker.size(bytes), bytes, List.of(styleClass(group)), told));
            tiles.sort(
                    java.util.Comparator.comparingLong(TreemapPane.Tile::weight).reversed());
        }
        return new TreemapPane.Group(heading, styleClass(group), tiles);
    }

    private TreemapPane.Tile tile(Group group, Item item) {
        String name = item.name().isEmpty() ? speaker.say("disk.shared-layers") : speaker.raw(item.name());
        String kind = speaker.say("disk." + group.kind().name());
        List<String> look = new ArrayList<>(List.of(styleClass(group)));
        if (item.use() != Use.USED) look.add(item.use().name().toLowerCase(Locale.ROOT));
        return new TreemapPane.Tile(
                name,
                speaker.size(item.bytes()),
                item.bytes(),
                look,
                speaker.say(
                        "tell.disk",
                        kind,
                        name,
                        speaker.size(item.bytes()),
                        speaker.say("use." + item.use().name())));
    }

    private String told(Group group) {
        return speaker.say("tell.disk.group", speaker.say("disk." + group.kind().name()), speaker.size(group.bytes()));
    }

    private String figure(DiskPicture disk) {
        String total = speaker.size(disk.total());
        return disk.reclaimable() == 0
                ? total
                : form == Form.SMALL
                        ? speaker.say("figure.reclaimable", speaker.size(disk.reclaimable()))
                        : speaker.say("figure.disk", total, speaker.size(disk.reclaimable()));
    }

    private LaneChart.Lane lane(DrivePicture drive) {
        long held = drive.disks().stream().mapToLong(DrivePicture.Disk::bytes).sum();
        long other = Math.max(0, drive.total() - drive.free() - held);
        List<LaneChart.Bar> bars = new ArrayList<>(List.of(new LaneChart.Bar(0, 1, "lane-free")));
        double at = 0;
        for (boolean docker : new boolean[] {true, false}) {
            double share = (double) bytes(drive, docker) / drive.total();
            if (share > 0) bars.add(new LaneChart.Bar(at, at + share, docker ? "lane-docker" : "lane-distro"));
            at += share;
        }
        bars.add(new LaneChart.Bar(at, at + (double) other / drive.total(), "lane-other"));
        String disks = drive.disks().stream()
                .map(disk -> disk.owner() + " " + speaker.size(disk.bytes()))
                .collect(Collectors.joining(speaker.say("separator")));
        return new LaneChart.Lane(
                drive.name(),
                speaker.say("free", speaker.size(drive.free())),
                "lane-plain",
                bars,
                OptionalDouble.empty(),
                speaker.say(
                        "tell.drive", drive.name(), speaker.size(drive.free()), speaker.size(drive.total()), disks));
    }

    private Node legend(List<DrivePicture> drives) {
        long docker = drives.stream().mapToLong(drive -> bytes(drive, true)).sum();
        long distros = drives.stream().mapToLong(drive -> bytes(drive, false)).sum();
        List<Node> entries = new ArrayList<>();
        entries.add(PictureCard.entry(speaker.say("drive.docker"), speaker.size(docker), "lane-docker"));
        entries.add(PictureCard.entry(speaker.say("drive.distros"), speaker.size(distros), "lane-distro"));
        entries.add(PictureCard.entry(speaker.say("drive.other"), "", "lane-other"));
        entries.add(PictureCard.entry(speaker.say("use.legend"), "", "tile", "reclaimable"));
        return PictureCard.legend(entries);
    }

    private static long bytes(DrivePicture drive, boolean docker) {
        return drive.disks().stream()
                .filter(disk -> disk.docker() == docker)
                .mapToLong(DrivePicture.Disk::bytes)
                .sum();
    }

    private static String styleClass(Group group) {
        return "disk-" + group.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Node heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("picture-heading");
        return label;
    }

    private static Node quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }
}

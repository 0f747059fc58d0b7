package io.devdoctor.examination.picture;

import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What fills the engine's disk, largest first. Bytes; what the engine did not size counts as nothing.
///
/// @param total of all groups
public record DiskPicture(List<Group> groups, long total) {
    private static final Set<String> ALIVE = Set.of("running", "paused", "restarting");

    public record Group(Kind kind, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }

        public long bytes() {
            return sum(items);
        }
    }

    /// @param name as a person knows it; "" = layers that several images share
    public record Item(String name, long bytes, Use use) {}

    public enum Kind {
        IMAGES,
        CONTAINERS,
        VOLUMES,
        CACHE
    }

    public enum Use {
        USED,
        /// No container uses it, but only its owner can tell whether it is wanted: volumes, images with a name.
        IDLE,
        /// Nobody would miss it: images without a name, cache that nothing uses, stopped containers.
        RECLAIMABLE
    }

    public DiskPicture {
        groups = List.copyOf(groups);
    }

    /// Empty if the engine did not say, or holds nothing.
    public static Optional<DiskPicture> of(Machine machine) {
        return Facts.known(machine, Part.DISK_USAGE).map(DiskPicture::of).filter(it -> it.total > 0);
    }

    public long reclaimable() {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> item.use() == Use.RECLAIMABLE)
                .mapToLong(Item::bytes)
                .sum();
    }

    /// One box for each kind, those that could go apart.
    public List<Group> halves() {
        return groups.stream()
                .flatMap(group -> Stream.of(true, false)
                        .map(free -> new Group(
                                group.kind(),
                                group.items().stream()
                                        .filter(item -> free == (item.use() == Use.RECLAIMABLE))
                                        .toList())))
                .filter(group -> group.bytes() > 0)
                .sorted(Comparator.comparingLong(Group::bytes).reversed())
                .toList();
    }

    private static DiskPicture of(DiskUsage usage) {
        List<Group> groups = Stream.of(
                        new Group(Kind.IMAGES, images(usage)),
                        new Group(Kind.CONTAINERS, containers(usage)),
                        new Group(Kind.VOLUMES, volumes(usage)),
                        new Group(Kind.CACHE, cache(usage)))
                .filter(group -> group.bytes() > 0)
                .sorted(Comparator.comparingLong(Group::bytes).reversed())
                .toList();
        return new DiskPicture(groups, groups.stream().mapToLong(Group::bytes).sum());
    }

    private static List<Item> images(DiskUsage usage) {
        List<Item> items = new ArrayList<>(usage.images().stream()
                .map(image -> {
                    boolean idle = image.containers() == 0;
                    String name = image.isDangling()
                            ? "<none> " + shortId(image.id())
                            : image.tags().getFirst();
                    Use use = !idle ? Use.USED : image.isDangling() ? Use.RECLAIMABLE : Use.IDLE;
                    return new Item(name, own(image), use);
                })
                .toList());
        items.add(new Item("", usage.layers() - sum(items), Use.USED));
        return sorted(items);
    }

    private static List<Item> containers(DiskUsage usage) {
        return sorted(usage.containers().stream()
                .map(layer -> new Item(
                        layer.name(), layer.size(), ALIVE.contains(layer.state()) ? Use.USED : Use.RECLAIMABLE))
                .toList());
    }

    private static List<Item> volumes(DiskUsage usage) {
        return sorted(usage.volumes().stream()
                .map(volume -> new Item(
                        volume.anonymous() ? shortId(volume.name()) : volume.name(),
                        volume.size(),
                        volume.references() == 0 ? Use.IDLE : Use.USED))
                .toList());
    }

    private static List<Item> cache(DiskUsage usage) {
        return sorted(usage.cache().stream()
                .filter(record -> !record.shared())
                .map(record -> new Item(
                        record.description().isBlank() ? record.type() : record.description(),
                        record.size(),
                        record.inUse() ? Use.USED : Use.RECLAIMABLE))
                .toList());
    }

    private static List<Item> sorted(List<Item> items) {
        return items.stream()
                .filter(item -> item.bytes() > 0)
                .sorted(Comparator.comparingLong(Item::bytes).reversed())
                .toList();
    }

    /// Without the layers that other images have too.
    private static long own(DiskUsage.Image image) {
        return Math.max(0, image.size()) - Math.max(0, Math.min(image.shared(), image.size()));
    }

    private static String shortId(String id) {
        String hex = id.replaceFirst("^sha256:", "");
        return hex.substring(0, Math.min(12, hex.length()));
    }

    private static long sum(List<Item> items) {
        return items.stream().mapToLong(item -> Math.max(0, item.bytes())).sum();
    }
}

package io.devdoctor.desktop.picture;

import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What fills the engine's disk, largest first. Bytes; what the engine did not size counts as nothing.
///
/// @param total of all parts
public record DiskPicture(List<Share> shares, long total) {

    public record Share(Kind kind, long bytes) {}

    public enum Kind {
        IMAGES,
        CONTAINERS,
        VOLUMES,
        CACHE,
        /// Images without a name that nothing uses, and build cache that is not in use.
        UNUSED
    }

    public DiskPicture {
        shares = List.copyOf(shares);
    }

    /// Empty if the engine did not say, or holds nothing.
    public static Optional<DiskPicture> of(Machine machine) {
        return Facts.known(machine, Part.DISK_USAGE).map(DiskPicture::of).filter(it -> it.total > 0);
    }

    private static DiskPicture of(DiskUsage usage) {
        long dangling = usage.images().stream()
                .filter(image -> image.isDangling() && image.containers() == 0)
                .mapToLong(image -> Math.max(0, image.size() - Math.max(0, image.shared())))
                .sum();
        long idleCache = usage.cache().stream()
                .filter(cache -> !cache.inUse() && !cache.shared())
                .mapToLong(cache -> Math.max(0, cache.size()))
                .sum();
        long cache = usage.cache().stream()
                .filter(it -> !it.shared())
                .mapToLong(it -> Math.max(0, it.size()))
                .sum();
        List<Share> shares = new ArrayList<>();
        add(shares, Kind.IMAGES, Math.max(0, usage.layers()) - dangling);
        add(
                shares,
                Kind.CONTAINERS,
                usage.containers().stream()
                        .mapToLong(it -> Math.max(0, it.size()))
                        .sum());
        add(
                shares,
                Kind.VOLUMES,
                usage.volumes().stream().mapToLong(it -> Math.max(0, it.size())).sum());
        add(shares, Kind.CACHE, cache - idleCache);
        add(shares, Kind.UNUSED, dangling + idleCache);
        shares.sort(Comparator.comparingLong(Share::bytes).reversed());
        return new DiskPicture(shares, shares.stream().mapToLong(Share::bytes).sum());
    }

    private static void add(List<Share> shares, Kind kind, long bytes) {
        if (bytes > 0) shares.add(new Share(kind, bytes));
    }
}

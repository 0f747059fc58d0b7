package io.devdoctor.check.docker;

import io.devdoctor.fix.EngineChange;
import io.devdoctor.machine.DiskUsage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What could be removed without anybody missing it, and what only its owner can judge. Sizes in bytes; what the engine
/// did not size counts as nothing.
///
/// @param dangling  images without a name that no container uses
/// @param cache     build cache records that nothing uses and no image shares
/// @param stopped   containers that do not run
/// @param unused    images with a name that no container uses
/// @param volumes   volumes that no container uses; never removed by DevDoctor
record Reclaimable(
        List<DiskUsage.Image> dangling,
        List<DiskUsage.Cache> cache,
        List<DiskUsage.ContainerLayer> stopped,
        List<DiskUsage.Image> unused,
        List<DiskUsage.Volume> volumes) {
    private static final Set<String> ALIVE = Set.of("running", "paused", "restarting");

    static Reclaimable of(DiskUsage usage) {
        return new Reclaimable(
                images(usage, true),
                usage.cache().stream()
                        .filter(record -> !record.inUse() && !record.shared())
                        .toList(),
                usage.containers().stream()
                        .filter(container -> !ALIVE.contains(container.state()))
                        .toList(),
                images(usage, false),
                usage.volumes().stream()
                        .filter(volume -> volume.references() == 0)
                        .toList());
    }

    /// How many of those that could go have no known size, or it is not known whether they could go.
    static long unsized(DiskUsage usage) {
        Reclaimable sized = of(usage);
        return Stream.of(
                        usage.images().stream()
                                .filter(image -> image.containers() < 0 || image.containers() == 0 && image.size() < 0)
                                .filter(DiskUsage.Image::isDangling),
                        sized.cache.stream().filter(record -> record.size() < 0),
                        sized.stopped.stream().filter(container -> container.size() < 0))
                .mapToLong(Stream::count)
                .sum();
    }

    /// Bytes freed by removing dangling images and build cache.
    long rubbish() {
        return danglingBytes() + cacheBytes();
    }

    long danglingBytes() {
        return sum(dangling.stream().map(Reclaimable::own));
    }

    long cacheBytes() {
        return sum(cache.stream().map(DiskUsage.Cache::size));
    }

    long stoppedBytes() {
        return sum(stopped.stream().map(DiskUsage.ContainerLayer::size));
    }

    long unusedBytes() {
        return sum(unused.stream().map(Reclaimable::own));
    }

    long volumeBytes() {
        return sum(volumes.stream().map(DiskUsage.Volume::size));
    }

    /// Each object by its id.
    List<EngineChange> removals() {
        return Stream.<EngineChange>concat(
                        dangling.stream()
                                .map(image -> new EngineChange.RemoveImage(image.id(), label(image), own(image))),
                        cache.stream()
                                .map(record -> new EngineChange.RemoveBuildCache(
                                        record.id(), label(record), Math.max(0, record.size()))))
                .toList();
    }

    /// Each stopped container by its id.
    List<EngineChange> stoppedRemovals() {
        return stopped.stream()
                .<EngineChange>map(container -> new EngineChange.RemoveContainer(
                        container.id(), container.name(), Math.max(0, container.size())))
                .toList();
    }

    private static List<DiskUsage.Image> images(DiskUsage usage, boolean dangling) {
        return usage.images().stream()
                .filter(image -> image.isDangling() == dangling && image.containers() == 0)
                .toList();
    }

    /// Without the layers that other images have too.
    static long own(DiskUsage.Image image) {
        return Math.max(0, image.size()) - Math.max(0, Math.min(image.shared(), image.size()));
    }

    static String label(DiskUsage.Image image) {
        String id = image.id().replaceFirst("^sha256:", "");
        return "<none> " + id.substring(0, Math.min(12, id.length()));
    }

    static String label(DiskUsage.Cache record) {
        return record.description().isBlank() ? record.type() + " " + record.id() : record.description();
    }

    private static long sum(Stream<Long> sizes) {
        return sizes.mapToLong(size -> Math.max(0, size)).sum();
    }
}

package io.devdoctor.check.docker;

import io.devdoctor.machine.DiskUsage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Something on the disk with the name by which people know it.
record Sized(String name, long bytes) {
    private static final int SHOWN = 5;

    static List<Sized> images(List<DiskUsage.Image> images) {
        return images.stream()
                .map(image -> new Sized(
                        image.isDangling()
                                ? Reclaimable.label(image)
                                : image.tags().getFirst(),
                        Reclaimable.own(image)))
                .toList();
    }

    static List<Sized> cache(List<DiskUsage.Cache> records) {
        return records.stream()
                .map(record -> new Sized(Reclaimable.label(record), record.size()))
                .toList();
    }

    static List<Sized> containers(List<DiskUsage.ContainerLayer> containers) {
        return containers.stream()
                .map(container -> new Sized(container.name(), container.size()))
                .toList();
    }

    static List<Sized> volumes(List<DiskUsage.Volume> volumes) {
        return volumes.stream()
                .map(volume -> new Sized(volume.name(), volume.size()))
                .toList();
    }

    /// The largest ones, a line each, with their bytes.
    static String largest(List<Sized> objects) {
        return objects.stream()
                .sorted(Comparator.comparingLong(Sized::bytes).reversed())
                .limit(SHOWN)
                .map(object -> object.name() + " " + Math.max(0, object.bytes()))
                .collect(Collectors.joining("\n"));
    }
}

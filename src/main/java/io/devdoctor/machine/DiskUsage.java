package io.devdoctor.machine;

import java.time.Instant;
import java.util.List;

/// `GET /system/df`: what images, containers, volumes and build cache occupy, each with what could go.
/// Sizes are bytes; -1 = the engine did not say.
public record DiskUsage(
        long layers, List<Image> images, List<ContainerLayer> containers, List<Volume> volumes, List<Cache> cache) {
    public DiskUsage {
        images = List.copyOf(images);
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
        cache = List.copyOf(cache);
    }

    /// @param tags empty = dangling; @param containers how many use it, -1 = unknown
    public record Image(String id, List<String> tags, long size, long shared, long containers, Instant created) {
        public Image {
            tags = List.copyOf(tags);
        }

        public boolean isDangling() {
            return tags.isEmpty();
        }
    }

    /// `state` as the engine names it: running ones are listed too.
    public record ContainerLayer(String id, String name, String state, long size) {}

    /// @param references containers that use it, -1 = unknown; anonymous = made without a name
    public record Volume(String name, long size, long references, boolean anonymous) {}

    public record Cache(String id, String type, long size, boolean inUse, boolean shared, String description) {}
}

package io.devdoctor.probe;

import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.DiskUsage.Cache;
import io.devdoctor.machine.DiskUsage.ContainerLayer;
import io.devdoctor.machine.DiskUsage.Image;
import io.devdoctor.machine.DiskUsage.Volume;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Asks the engine what its data occupies. API 1.52 brought a second shape of the same answer, of which older engines
/// know nothing and newer ones may one day send alone: both are read.
public final class DiskUsageProbe implements Probe<DiskUsage> {
    private static final String ANONYMOUS = "com.docker.volume.anonymous";
    /// Engines before 23 gave anonymous volumes no label, only such a name.
    private static final Pattern ANONYMOUS_NAME = Pattern.compile("[0-9a-f]{64}");

    private static final String UNTAGGED = "<none>:<none>";

    @Override
    public Part<DiskUsage> part() {
        return Part.DISK_USAGE;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_ENGINE);
    }

    @Override
    public Reading<DiskUsage> read(Ports system, Machine known) {
        return EngineCalls.to(known, system)
                .get("/system/df", Budget.ENGINE_DISK_USAGE, (tree, source, _) -> usage(tree, source));
    }

    private static Reading<DiskUsage> usage(JsonNode tree, Source source) {
        if (!tree.path("LayersSize").isIntegralNumber()
                && !tree.path("ImageUsage").isObject()) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "neither LayersSize nor ImageUsage", source);
        }
        long layers =
                EngineJson.number(tree, "LayersSize", EngineJson.number(tree.path("ImageUsage"), "TotalSize", -1));
        return new Reading.Known<>(
                new DiskUsage(
                        layers,
                        items(tree, "Images", "ImageUsage").stream()
                                .map(DiskUsageProbe::image)
                                .toList(),
                        items(tree, "Containers", "ContainerUsage").stream()
                                .map(DiskUsageProbe::layer)
                                .toList(),
                        items(tree, "Volumes", "VolumeUsage").stream()
                                .map(DiskUsageProbe::volume)
                                .toList(),
                        items(tree, "BuildCache", "BuildCacheUsage").stream()
                                .map(DiskUsageProbe::cache)
                                .toList()),
                source);
    }

    private static List<JsonNode> items(JsonNode tree, String old, String usage) {
        JsonNode items =
                tree.path(old).isArray() ? tree.path(old) : tree.path(usage).path("Items");
        return List.copyOf(items.values());
    }

    private static Image image(JsonNode image) {
        return new Image(
                EngineJson.text(image, "Id"),
                EngineJson.texts(image.path("RepoTags")).stream()
                        .filter(tag -> !tag.equals(UNTAGGED))
                        .toList(),
                EngineJson.number(image, "Size", -1),
                EngineJson.number(image, "SharedSize", -1),
                EngineJson.number(image, "Containers", -1),
                Instant.ofEpochSecond(EngineJson.number(image, "Created", 0)));
    }

    private static ContainerLayer layer(JsonNode container) {
        String id = EngineJson.text(container, "Id");
        String name =
                EngineJson.texts(container.path("Names")).stream().findFirst().orElse(id);
        return new ContainerLayer(
                id,
                name.startsWith("/") ? name.substring(1) : name,
                EngineJson.text(container, "State"),
                // Left out where it is zero, and -1 where the engine did not count.
                EngineJson.number(container, "SizeRw", 0));
    }

    private static Volume volume(JsonNode volume) {
        JsonNode usage = volume.path("UsageData");
        String name = EngineJson.text(volume, "Name");
        return new Volume(
                name,
                EngineJson.number(usage, "Size", -1),
                EngineJson.number(usage, "RefCount", -1),
                volume.path("Labels").has(ANONYMOUS)
                        || ANONYMOUS_NAME.matcher(name).matches());
    }

    private static Cache cache(JsonNode cache) {
        return new Cache(
                EngineJson.text(cache, "ID"),
                EngineJson.text(cache, "Type"),
                EngineJson.number(cache, "Size", -1),
                EngineJson.truth(cache, "InUse"),
                EngineJson.truth(cache, "Shared"),
                EngineJson.text(cache, "Description"));
    }
}

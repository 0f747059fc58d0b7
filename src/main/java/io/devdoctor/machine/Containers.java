package io.devdoctor.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Containers of the engine, from `/containers/json?all=1`, the interesting ones inspected (raw JSON).
///
/// @param all every container of the list; `truncated` says that the list was longer than we inspect
public record Containers(List<Container> all, boolean truncated) {
    /// Those that nobody looked into because there are too many.
    public List<Container> unseen() {
        return all.stream()
                .filter(container -> truncated && container.details() instanceof Reading.NotApplicable<Details>)
                .toList();
    }

    public Containers {
        all = List.copyOf(all);
    }

    /// @param state   created, running, restarting, paused, exited, dead
    /// @param details of `GET /containers/<id>/json`; NotApplicable where it was not inspected
    public record Container(
            String id,
            String name,
            String image,
            String state,
            List<Port> ports,
            Map<String, String> labels,
            List<Mount> mounts,
            Reading<Details> details,
            Source source) {
        public Container {
            ports = List.copyOf(ports);
            labels = Map.copyOf(labels);
            mounts = List.copyOf(mounts);
        }
    }

    /// @param finishedAt Absent = it has not ended yet
    /// @param memoryLimit bytes, 0 = none
    /// @param timeZone   the variable TZ, "" where it is not set
    public record Details(
            int exitCode,
            boolean outOfMemory,
            String error,
            Reading<Instant> finishedAt,
            int restartCount,
            long memoryLimit,
            String restartPolicy,
            String timeZone) {}

    /// @param published 0 = exposed only
    public record Port(String address, int published, int container, String protocol) {}

    /// @param type bind, volume, tmpfs, npipe
    public record Mount(String type, String source, String target, boolean writable) {}
}

package io.devdoctor.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Containers of the engine, from `/containers/json?all=1`, the interesting ones inspected (raw JSON).
///
/// @param all       every container of the list; `truncated` says that the list was longer than we inspect
/// @param networks  driver by name of network, of `GET /networks`
/// @param images    by image id, of `GET /images/<id>/json`; those of inspected containers, as many as are asked for
/// @param lastLines by container id: the end of its log, masked; those that failed, as many as are asked for
public record Containers(
        List<Container> all,
        boolean truncated,
        Reading<Map<String, String>> networks,
        Map<String, Reading<Image>> images,
        Map<String, Reading<List<String>>> lastLines) {

    public Containers {
        all = List.copyOf(all);
        images = Map.copyOf(images);
        lastLines = Map.copyOf(lastLines);
    }

    /// Containers about which nothing further was asked.
    public Containers(List<Container> all, boolean truncated) {
        this(all, truncated, new Reading.NotApplicable<>("not asked"), Map.of(), Map.of());
    }

    /// Those that nobody looked into because there are too many.
    public List<Container> unseen() {
        return all.stream()
                .filter(container -> truncated && container.details() instanceof Reading.NotApplicable<Details>)
                .toList();
    }

    /// @param state   created, running, restarting, paused, exited, dead
    /// @param details of `GET /containers/<id>/json`; NotApplicable where it was not inspected, Absent where it was
    /// gone by then
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

        /// Whether it would end with its engine.
        public boolean isUp() {
            return !Set.of("created", "exited", "dead").contains(state);
        }

        /// The Compose service that it belongs to.
        public Optional<Compose> compose() {
            String project = labels.getOrDefault("com.docker.compose.project", "");
            return project.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Compose(
                            project,
                            labels.getOrDefault("com.docker.compose.service", ""),
                            labels.getOrDefault("com.docker.compose.project.working_dir", ""),
                            labels.getOrDefault("com.docker.compose.oneoff", "").equalsIgnoreCase("true")));
        }
    }

    /// @param folder as Compose wrote it: a Windows path, or one of a distribution; "" = not said
    /// @param oneOff made by `docker compose run`
    public record Compose(String project, String service, String folder, boolean oneOff) {}

    /// @param exitCode    of the last end; codes of Windows programs exceed an int
    /// @param error       what the engine says about a start that failed, masked
    /// @param finishedAt  Absent = it has not ended yet
    /// @param memoryLimit bytes, 0 = none
    /// @param timeZone   the variable TZ, "" where it is not set
    public record Details(
            long exitCode,
            boolean outOfMemory,
            String error,
            Reading<Instant> finishedAt,
            int restartCount,
            long memoryLimit,
            String restartPolicy,
            String timeZone,
            Setup setup) {}

    /// How it was set up, and how it does.
    ///
    /// @param createdAt Absent = not said
    /// @param startedAt Absent = never
    /// @param imageId   key of [Containers#images]
    /// @param platform  architecture of the variant of the image (containerd image store); "" = not said
    /// @param program   what is started, without its arguments
    /// @param health    Absent = no health check
    /// @param nanoProcessors limit in billionths of a processor, 0 = none
    public record Setup(
            Reading<Instant> createdAt,
            Reading<Instant> startedAt,
            String imageId,
            String platform,
            String program,
            Privileges privileges,
            Wiring wiring,
            LogTarget log,
            Reading<Health> health,
            long nanoProcessors) {}

    /// Members of `HostConfig`.
    public record Privileges(
            boolean privileged,
            List<String> capabilities,
            List<String> securityOptions,
            String pidMode,
            String ipcMode) {
        public Privileges {
            capabilities = List.copyOf(capabilities);
            securityOptions = List.copyOf(securityOptions);
        }
    }

    /// Ports as `80/tcp`.
    ///
    /// @param networkMode `bridge`, `default`, `host`, `none`, `container:<id>` or the name of a network
    /// @param exposed     by the image, by `--expose` and by publishing
    /// @param published   asked for; whether they are, [Container#ports] tells
    public record Wiring(
            String networkMode, List<String> networks, List<String> exposed, List<String> published, boolean all) {
        public Wiring {
            networks = List.copyOf(networks);
            exposed = List.copyOf(exposed);
            published = List.copyOf(published);
        }
    }

    /// @param driver  `json-file`, `local`, `none` …
    /// @param options for example `max-size`
    /// @param size    bytes of the file written now; NotApplicable where it lies in another machine or nowhere
    public record LogTarget(String driver, Map<String, String> options, Reading<Long> size) {
        public LogTarget {
            options = Map.copyOf(options);
        }
    }

    /// @param status   starting, healthy, unhealthy
    /// @param failures in a row
    /// @param exitCode of the last check, -1 = it did not end in time
    /// @param output   of the last check: its end, masked
    public record Health(String status, int failures, long exitCode, String output) {}

    /// @param architecture as Go names it: amd64, arm64, 386 …
    /// @param exposed      ports as `80/tcp`
    public record Image(String architecture, String os, List<String> exposed) {
        public Image {
            exposed = List.copyOf(exposed);
        }
    }

    /// @param published 0 = exposed only
    public record Port(String address, int published, int container, String protocol) {}

    /// @param type bind, volume, tmpfs, npipe
    public record Mount(String type, String source, String target, boolean writable) {}
}

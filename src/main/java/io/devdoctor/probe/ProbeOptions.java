package io.devdoctor.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a user may tell the probes before they look.
///
/// @param engine      the endpoint to examine in place of the one that the docker command line would choose
/// @param timeServers `host` or `host:port` of the servers whose time counts as true
/// @param buildCheck whether Docker is asked to check the Dockerfiles of projects, for which it may fetch data about
/// base images
public record ProbeOptions(Optional<String> engine, List<String> timeServers, boolean buildCheck) {
    /// Reachable from China and from elsewhere (field measurements of 2026-11); the last two are what Windows and most
    /// Linux systems use.
    public static final List<String> TIME_SERVERS =
            List.of("ntp.aliyun.com", "ntp.tencent.com", "time.windows.com", "pool.ntp.org");

    public static final ProbeOptions DEFAULT = new ProbeOptions(Optional.empty(), TIME_SERVERS);

    public ProbeOptions {
        timeServers = List.copyOf(timeServers);
    }

    public ProbeOptions(Optional<String> engine, List<String> timeServers) {
        this(engine, timeServers, false);
    }

    public ProbeOptions withBuildCheck() {
        return new ProbeOptions(engine, timeServers, true);
    }

    /// The defaults, but for what the environment says.
    public static ProbeOptions of(Map<String, String> environment) {
        return DEFAULT.overruledBy(environment);
    }

    /// With these time servers; empty = the usual ones.
    public ProbeOptions withTimeServers(List<String> servers) {
        return new ProbeOptions(engine, servers.isEmpty() ? TIME_SERVERS : servers, buildCheck);
    }

    public ProbeOptions withEngine(Optional<String> endpoint) {
        return new ProbeOptions(endpoint, timeServers, buildCheck);
    }

    /// The same, but for the time servers that `DEVDOCTOR_NTP_SERVERS` lists (separated by commas or blanks).
    public ProbeOptions overruledBy(Map<String, String> environment) {
        List<String> servers = Stream.of(
                        environment.getOrDefault("DEVDOCTOR_NTP_SERVERS", "").split("[,\\s]+"))
                .filter(server -> !server.isEmpty())
                .toList();
        return servers.isEmpty() ? this : withTimeServers(servers);
    }
}

package io.devdoctor.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is examined, and how this machine is asked.
///
/// @param projects    folders that are examined with the machine
/// @param patience    how many times longer than usual slow programs may take
/// @param timeServers `host` or `host:port`, each admitted by [#isTimeServer]; empty = the usual ones
/// @param engine      an endpoint that is examined in place of the one that docker would choose, admitted by
///                    [#isEndpoint]
public record Asking(List<String> projects, int patience, List<String> timeServers, Optional<String> engine) {
    /// What is offered.
    public static final List<Integer> PATIENCE = List.of(1, 2, 4);

    /// All of them are asked in each examination.
    public static final int MOST_SERVERS = 8;

    static final Asking DEFAULT = new Asking(List.of(), 1, List.of(), Optional.empty());

    private static final Pattern SERVER = Pattern.compile("(?=.{1,253}(:\\d+)?$)"
            + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
            + "(:(?<port>\\d{1,5}))?");
    private static final Pattern ENDPOINT = Pattern.compile("npipe:////\\./pipe/[A-Za-z0-9._-]{1,200}"
            + "|unix:///[^\\s?#%]{1,200}"
            + "|tcp://[A-Za-z0-9.-]{1,253}:(?<port>\\d{1,5})/?");
    private static final int LAST_PORT = 65_535;

    public Asking {
        projects = List.copyOf(projects);
        if (!PATIENCE.contains(patience)) patience = PATIENCE.getFirst();
        timeServers = timeServers.stream()
                .filter(Asking::isTimeServer)
                .distinct()
                .limit(MOST_SERVERS)
                .toList();
        engine = engine.filter(Asking::isEndpoint);
    }

    /// Whether it can be the address of a time server: a name or an IPv4 address, a port if it is not the usual one.
    public static boolean isTimeServer(String address) {
        return fits(SERVER, address);
    }

    /// Whether it can be the endpoint of an engine: `npipe:////./pipe/NAME`, `unix:///path` or `tcp://host:port`.
    public static boolean isEndpoint(String address) {
        return fits(ENDPOINT, address);
    }

    private static boolean fits(Pattern form, String address) {
        var match = form.matcher(address);
        if (!match.matches()) return false;
        String port = match.group("port");
        return port == null || Integer.parseInt(port) > 0 && Integer.parseInt(port) <= LAST_PORT;
    }

    public Asking withProjects(List<String> next) {
        return new Asking(next, patience, timeServers, engine);
    }

    public Asking withPatience(int next) {
        return new Asking(projects, next, timeServers, engine);
    }

    public Asking withTimeServers(List<String> next) {
        return new Asking(projects, patience, next, engine);
    }

    public Asking withEngine(Optional<String> next) {
        return new Asking(projects, patience, timeServers, next);
    }
}

package io.devdoctor.check.network;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Source;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By table and number, in order: the ports of Windows that containers publish or tried to publish.
final class WantedPorts {
    /// The engine's own words about a port that it could not bind; what Windows adds behind it is localized.
    private static final Pattern REFUSED =
            Pattern.compile("listen (tcp|udp)[46]? \\S*:(\\d{1,5}): bind|exposing port (TCP|UDP) \\S*:(\\d{1,5}) ->");

    private WantedPorts() {}

    record Place(int port, Stack stack) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return port == other.port ? stack.compareTo(other.stack) : Integer.compare(port, other.port);
        }

        /// As people write it: `5432`, `53/udp`.
        String name() {
            return stack.transport().equals("tcp") ? String.valueOf(port) : port + "/" + stack.transport();
        }
    }

    /// @param running the container that wants it runs
    record Wanted(String container, boolean running, Source source) {}

    static Map<Place, Wanted> of(Containers containers) {
        TreeMap<Place, Wanted> wanted = new TreeMap<>();
        containers.all().forEach(container -> add(container, wanted));
        return wanted;
    }

    private static void add(Container container, Map<Place, Wanted> wanted) {
        Wanted by = new Wanted(container.name(), container.state().equals("running"), container.source());
        container.ports().stream()
                .filter(port -> port.published() > 0)
                .forEach(port -> wanted.putIfAbsent(
                        new Place(
                                port.published(),
                                stack(port.protocol(), port.address().contains(":"))),
                        by));
        container.details().known().ifPresent(details -> {
            Matcher refused = REFUSED.matcher(details.error());
            while (refused.find()) {
                String transport = refused.group(1) == null ? refused.group(3) : refused.group(1);
                String port = refused.group(2) == null ? refused.group(4) : refused.group(2);
                wanted.put(new Place(Integer.parseInt(port), stack(transport, false)), by);
            }
        });
    }

    private static Stack stack(String transport, boolean six) {
        boolean udp = transport.toLowerCase(Locale.ROOT).equals("udp");
        if (udp) return six ? Stack.UDP6 : Stack.UDP4;
        return six ? Stack.TCP6 : Stack.TCP4;
    }
}

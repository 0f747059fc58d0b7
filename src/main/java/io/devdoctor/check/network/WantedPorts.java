package io.devdoctor.check.network;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Source;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By number, in order: the TCP ports of Windows that containers publish or tried to publish.
final class WantedPorts {
    /// The engine's own words about a port that it could not bind; what Windows adds behind it is localized.
    private static final Pattern REFUSED = Pattern.compile("listen tcp[46]? \\S*:(\\d{1,5}): bind");

    private WantedPorts() {}

    /// @param running the container that wants it runs
    record Wanted(String container, boolean running, Source source) {}

    static Map<Integer, Wanted> of(Containers containers) {
        TreeMap<Integer, Wanted> wanted = new TreeMap<>();
        containers.all().forEach(container -> add(container, wanted));
        return wanted;
    }

    private static void add(Container container, Map<Integer, Wanted> wanted) {
        Wanted by = new Wanted(container.name(), container.state().equals("running"), container.source());
        container.ports().stream()
                .filter(port -> port.published() > 0 && port.protocol().equalsIgnoreCase("tcp"))
                .forEach(port -> wanted.putIfAbsent(port.published(), by));
        container.details().known().ifPresent(details -> {
            Matcher refused = REFUSED.matcher(details.error());
            while (refused.find()) wanted.put(Integer.parseInt(refused.group(1)), by);
        });
    }
}

package io.devdoctor.check.network;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By number, in order: TCP ports that a container did not get at its last start, and those that containers hold.
final class RefusedPorts {
    /// The engine's own words; what the system adds behind them is localized.
    private static final Pattern REFUSED = Pattern.compile("listen tcp[46]? \\S*:(\\d{1,5}): bind"
            + "|exposing port TCP \\S*:(\\d{1,5}) ->"
            + "|Bind for \\S*:(\\d{1,5}) failed: port is already allocated"
            + "|failed to bind host port \\S*:(\\d{1,5})/tcp");

    private RefusedPorts() {}

    static Map<Integer, Container> of(Containers containers) {
        Map<Integer, Container> refused = new TreeMap<>();
        for (Container container : containers.all()) {
            if (container.state().equals("running")) continue;
            String error =
                    container.details().known().map(Containers.Details::error).orElse("");
            Matcher port = REFUSED.matcher(error);
            while (port.find()) {
                for (int group = 1; group <= port.groupCount(); group++) {
                    if (port.group(group) != null) refused.putIfAbsent(Integer.valueOf(port.group(group)), container);
                }
            }
        }
        return refused;
    }

    /// Why a container does not run is not known, so that it may have been refused a port.
    static Optional<Reading.Unknown<?>> unread(Containers containers) {
        return containers.all().stream()
                .filter(container -> !container.state().equals("running"))
                .<Reading.Unknown<?>>mapMulti((container, next) -> {
                    if (container.details() instanceof Reading.Unknown<?> unread) next.accept(unread);
                })
                .findFirst();
    }

    static Map<Integer, Container> held(Containers containers) {
        Map<Integer, Container> held = new TreeMap<>();
        for (Container container : containers.all()) {
            if (!container.state().equals("running")) continue;
            container.ports().stream()
                    .filter(port -> port.published() > 0 && port.protocol().equalsIgnoreCase("tcp"))
                    .forEach(port -> held.putIfAbsent(port.published(), container));
        }
        return held;
    }
}

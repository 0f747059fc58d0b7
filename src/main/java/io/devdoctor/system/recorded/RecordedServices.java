package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Services;
import java.util.Map;
import java.util.TreeMap;

/// Services of a recording; `null` stands for one that does not exist.
final class RecordedServices implements Services {
    private final Tape tape;
    private final Map<String, Reading<ServiceState>> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    RecordedServices(Json root, Tape tape) {
        this.tape = tape;
        if (!root.has("services")) return;
        root.member("services").members().forEach((name, json) -> {
            Source source = tape.source(Source.Kind.SERVICE, name);
            services.put(name, tape.reading(json, source, state -> state(name, state)));
        });
    }

    @Override
    public Reading<ServiceState> service(String name) {
        Reading<ServiceState> recorded = services.get(name);
        return recorded == null ? tape.notRecorded(tape.source(Source.Kind.SERVICE, name)) : recorded;
    }

    private static ServiceState state(String name, Json json) {
        Json state = json.member("state");
        ServiceState.Run run = switch (state.text()) {
            case "running" -> ServiceState.Run.RUNNING;
            case "stopped" -> ServiceState.Run.STOPPED;
            case "starting" -> ServiceState.Run.STARTING;
            case "stopping" -> ServiceState.Run.STOPPING;
            case "paused" -> ServiceState.Run.PAUSED;
            default -> throw new Malformed(state.path(), "service-state");
        };
        return new ServiceState(name, run, start(json));
    }

    private static ServiceState.Start start(Json json) {
        return switch (json.text("start", "")) {
            case "boot" -> ServiceState.Start.BOOT;
            case "system" -> ServiceState.Start.SYSTEM;
            case "auto" -> ServiceState.Start.AUTO;
            case "manual" -> ServiceState.Start.MANUAL;
            case "disabled" -> ServiceState.Start.DISABLED;
            case "" -> ServiceState.Start.UNREAD;
            default -> throw new Malformed(json.path() + "/start", "service-state");
        };
    }
}

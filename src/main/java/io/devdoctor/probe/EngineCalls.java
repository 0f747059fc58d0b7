package io.devdoctor.probe;

import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi.EngineReply;
import io.devdoctor.system.Ports;
import tools.jackson.databind.JsonNode;

/// Further questions to an engine that said who it is, in an API version that it and we both know.
final class EngineCalls {
    /// The version whose answers these probes were written for; engines without it get their newest.
    private static final String WRITTEN_FOR = "1.48";

    private final Ports system;
    private final Reading<String> base;
    private final String endpoint;

    private EngineCalls(Ports system, Reading<String> base, String endpoint) {
        this.system = system;
        this.base = base;
        this.endpoint = endpoint;
    }

    static EngineCalls to(Machine known, Ports system) {
        Reading<String> base =
                known.dockerEngine().flatMap((engine, _) -> engine.version().map(EngineCalls::prefix));
        String endpoint =
                known.dockerEngine().known().map(DockerEngine::endpoint).orElse("");
        return new EngineCalls(system, base, endpoint);
    }

    /// What `parse` makes of the answer; the reason why the engine cannot be asked, where it cannot.
    <T> Reading<T> get(String path, Budget budget, Parse<T> parse) {
        return EngineJson.document(raw(path, budget)).flatMap((tree, source) -> parse.read(tree, source, this));
    }

    /// The answer as it came, whatever its status.
    Reading<EngineReply> raw(String path, Budget budget) {
        return base.flatMap((prefix, _) -> stillThere(system.engine().get(endpoint, prefix + path, budget)));
    }

    /// An engine that said who it is and refuses the next question has died: of its things nothing is known.
    private static Reading<EngineReply> stillThere(Reading<EngineReply> answer) {
        return answer instanceof Reading.Absent<EngineReply>(Source source)
                ? new Reading.Unknown<>(Reading.Cause.FAILED, "the engine is gone", source)
                : answer;
    }

    String endpoint() {
        return endpoint;
    }

    interface Parse<T> {
        Reading<T> read(JsonNode tree, Source source, EngineCalls calls);
    }

    private static String prefix(DockerEngine.Version version) {
        String lowest = version.minApi().isEmpty() ? version.api() : version.minApi();
        if (compare(WRITTEN_FOR, lowest) < 0) return "/v" + lowest;
        return "/v" + (compare(WRITTEN_FOR, version.api()) > 0 ? version.api() : WRITTEN_FOR);
    }

    private static int compare(String left, String right) {
        String[] a = left.split("\\.", 2);
        String[] b = right.split("\\.", 2);
        int major = Integer.compare(Integer.parseInt(a[0]), Integer.parseInt(b[0]));
        return major != 0 ? major : Integer.compare(Integer.parseInt(a[1]), Integer.parseInt(b[1]));
    }
}

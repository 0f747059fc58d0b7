package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;

/// Readings as evidence, raw, those without a value included.
final class Seen {
    private Seen() {}

    static Evidence of(String key, Reading<?> reading, Source otherwise) {
        return Evidence.of(key, raw(reading), reading.sourceOr(otherwise));
    }

    /// What was seen of the engine's ping, in words of HTTP.
    static Evidence ping(Reading<HttpStatus> ping, Source otherwise) {
        return of("evidence.docker.ping", ping.map(Seen::raw), otherwise);
    }

    /// The process and the pipes of Docker Desktop.
    static List<Evidence> desktop(DockerDesktop desktop, Machine machine) {
        Source derived = new Source(Source.Kind.DERIVED, "docker-desktop", machine.taken());
        List<Evidence> all = new ArrayList<>();
        all.add(of("evidence.docker.backend", desktop.backendRunning(), derived));
        for (DockerDesktop.Pipe pipe : desktop.pipes()) all.add(of("evidence.docker.pipe", pipe.state(), derived));
        return List.copyOf(all);
    }

    private static String raw(HttpStatus status) {
        return ("HTTP " + status.status() + " " + status.contentType() + " " + status.excerpt()).strip();
    }

    private static Object raw(Reading<?> reading) {
        return switch (reading) {
            case Reading.Known<?>(var value, var _) -> value;
            case Reading.Absent<?> _ -> "absent";
            case Reading.Unknown<?>(var cause, var detail, var _) -> cause + " " + detail;
            case Reading.NotApplicable<?>(var why) -> why;
        };
    }
}

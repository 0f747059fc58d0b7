package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;

/// Readings as evidence, raw, those without a value included.
final class Seen {
    private Seen() {}

    static Evidence of(String key, Reading<?> reading, Source otherwise) {
        return switch (reading) {
            case Reading.Known<?>(HttpAnswer answer, Source source) -> Evidence.of(key, raw(answer), source);
            case Reading.Known<?>(var value, Source source) -> Evidence.of(key, value, source);
            case Reading.Absent<?>(Source source) -> Evidence.of(key, "absent", source);
            case Reading.Unknown<?> unread -> Evidence.unread(key, unread);
            case Reading.NotApplicable<?>(var why) ->
                Evidence.of(key, why, Text.of("evidence.value.not-asked"), otherwise);
        };
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

    private static String raw(HttpAnswer answer) {
        return "HTTP %d %s %s, %d ms"
                .formatted(answer.status(), answer.contentType(), answer.apiVersion(), answer.millis())
                .replaceAll(" +(?=[ ,])", "");
    }
}

package io.devdoctor.system.recorded;

import com.github.dockerjava.transport.DockerHttpClient;
import io.devdoctor.machine.Reading;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.system.Files;
import io.devdoctor.system.Pipes;
import io.devdoctor.system.docker.NotRecorded;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Engines of a recording, behind docker-java's transport interface. Version prefixes of paths are ignored; an entry
/// without `get` answers every path of its endpoint.
final class RecordedEngine {
    private static final String PIPE = "npipe:////./pipe/";
    private static final String SOCKET = "unix://";
    private final Answers<String, Json> answers = new Answers<>();
    private final Tape tape;
    private final Pipes pipes;
    private final Files files;

    RecordedEngine(Json root, Tape tape, Pipes pipes, Files files) {
        this.tape = tape;
        this.pipes = pipes;
        this.files = files;
        for (Json json : root.elements("docker")) {
            RecordedResponse.check(json, tape.taken());
            answers.add(key(json.member("endpoint").text(), json.text("get", "*")), json);
        }
    }

    DockerHttpClient open(String endpoint) {
        return new DockerHttpClient() {
            @Override
            public Response execute(Request request) {
                try {
                    return answer(endpoint, request);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    private DockerHttpClient.Response answer(String endpoint, DockerHttpClient.Request request) throws IOException {
        String what = endpoint + " " + request.method() + " " + request.path();
        if (!request.method().equals("GET")) throw new NotRecorded(what);
        Json json = answers.next(key(endpoint, request.path()))
                .or(() -> answers.next(key(endpoint, "*")))
                .orElse(null);
        if (json == null) throw unanswered(endpoint, what);
        return switch (json.text("failed", "")) {
            case "" -> RecordedResponse.of(json, tape.taken());
            case "refused" -> throw new ConnectException(what);
            case "denied" -> throw new AccessDeniedException(what);
            case "timeout" -> throw new SocketTimeoutException(json.number("millis", 0) + " ms");
            case "broken" -> throw new EOFException(json.text("detail", what));
            case "other" -> throw new IOException(json.text("detail", what));
            default -> throw new Malformed(json.path() + "/failed", "failure");
        };
    }

    /// Where no answer is recorded, the pipe or socket may still be known to be missing or closed to us.
    private IOException unanswered(String endpoint, String what) {
        if (endpoint.startsWith(PIPE)) return behind(pipes.pipe(endpoint.substring(PIPE.length())), what);
        if (endpoint.startsWith(SOCKET)) return behind(files.state(endpoint.substring(SOCKET.length())), what);
        return new NotRecorded(what);
    }

    private static IOException behind(Reading<?> door, String what) {
        return switch (door) {
            case Reading.Absent<?> _ -> new NoSuchFileException(what);
            case Reading.Unknown<?>(var cause, var _, var _)
            when cause == Reading.Cause.DENIED -> new AccessDeniedException(what);
            case Reading.Known<?> _, Reading.Unknown<?> _, Reading.NotApplicable<?> _ -> new NotRecorded(what);
        };
    }

    private static String key(String endpoint, String path) {
        // What was recorded is masked, so what is asked for must be.
        String door = Secrets.mask(endpoint).text().toLowerCase(Locale.ROOT);
        return door + " " + Secrets.mask(path).text().replaceFirst("^/v\\d+\\.\\d+(?=/)", "");
    }
}

package io.devdoctor.system.recorded;

import com.github.dockerjava.transport.DockerHttpClient;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import io.devdoctor.system.docker.EngineFailure;
import io.devdoctor.system.docker.TimedResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Keeps what engines answered, at docker-java's transport. Bodies are read to their end first, which suits the finite
/// answers that probes ask for.
final class RecordingEngine implements DockerHttpClient {
    private static final int MOST_BYTES = 64 << 20;

    /// Of the body as it was sent; masked and written anew it has another length.
    private static final Set<String> OF_THE_WIRE = Set.of("content-length", "transfer-encoding");

    private final Supplier<DockerHttpClient> opener;
    private final String endpoint;
    private final Spool spool;
    private final WallClock clock;

    private RecordingEngine(Supplier<DockerHttpClient> opener, String endpoint, Spool spool, WallClock clock) {
        this.opener = opener;
        this.endpoint = endpoint;
        this.spool = spool;
        this.clock = clock;
    }

    static EngineApi around(DockerJavaEngineApi engine, Spool spool, WallClock clock) {
        EngineApi recording = engine.through(
                opener -> endpoint -> new RecordingEngine(() -> opener.apply(endpoint), endpoint, spool, clock));
        return (endpoint, path, budget) -> {
            Reading<EngineApi.EngineReply> reading = recording.get(endpoint, path, budget);
            // The transport hangs on after its time is up, so only the caller knows of a timeout.
            if (reading instanceof Reading.Unknown<?>(Cause cause, String _, Source source)
                    && cause == Cause.TIMED_OUT) {
                ObjectNode entry =
                        entry(spool, endpoint, path).put("at", source.at().toString());
                spool.add("docker", entry.put("failed", "timeout"));
            }
            return reading;
        };
    }

    @Override
    public Response execute(Request request) {
        ObjectNode entry = entry(spool, endpoint, request.path());
        Instant askedAt = clock.now();
        long start = System.nanoTime();
        try (DockerHttpClient client = opener.get();
                Response response = client.execute(request)) {
            return keep(entry, response, askedAt, start);
        } catch (IOException | RuntimeException e) {
            failed(entry, e, askedAt);
            throw e instanceof RuntimeException same ? same : new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}

    private Response keep(ObjectNode entry, Response response, Instant askedAt, long start) {
        Body body = Body.read(response);
        boolean replayed = response instanceof TimedResponse;
        Instant at = response instanceof TimedResponse timed ? timed.askedAt() : askedAt;
        Duration took =
                response instanceof TimedResponse timed ? timed.took() : Duration.ofNanos(System.nanoTime() - start);
        entry.put("at", at.toString()).put("status", response.getStatusCode());
        headers(entry, response.getHeaders());
        Bytes bytes = Bytes.of(body.bytes());
        if (isLog(entry.path("get").stringValue(""))) {
            spool.masking().log(entry, bytes);
        } else {
            spool.masking().body(entry, bytes);
        }
        if (!body.whole()) entry.put("truncated", true);
        spool.add("docker", entry.put("millis", replayed ? took.toMillis() : Spool.millis(took)));
        return new RecordedResponse(
                response.getStatusCode(),
                response.getHeaders(),
                RecordedResponse.stream(body.bytes(), body.whole()),
                at,
                took);
    }

    private static boolean isLog(String path) {
        return path.matches("(/v[\\d.]+)?/containers/[^/]+/logs(\\?.*)?");
    }

    private void headers(ObjectNode entry, Map<String, List<String>> headers) {
        ObjectNode json = entry.putObject("headers");
        headers.forEach((name, values) -> {
            if (!OF_THE_WIRE.contains(name.toLowerCase(Locale.ROOT))) {
                json.put(name, spool.masking().value(name, String.join(", ", values)));
            }
        });
    }

    private void failed(ObjectNode entry, Exception failure, Instant askedAt) {
        Source source = new Source(Source.Kind.ENGINE, endpoint, askedAt);
        String word = switch (EngineFailure.reading(failure, source)) {
            case Reading.Absent<?> _ -> "refused";
            case Reading.Unknown<?>(Cause cause, String _, Source _) ->
                switch (cause) {
                    case DENIED -> "denied";
                    case UNREADABLE -> "broken";
                    case FAILED -> "other";
                    case TIMED_OUT, NOT_RECORDED -> "";
                };
            case Reading.Known<?> _, Reading.NotApplicable<?> _ -> "other";
        };
        if (word.isEmpty()) return;
        entry.put("at", askedAt.toString()).put("failed", word);
        spool.add("docker", entry.put("detail", spool.masking().text(failure.toString())));
    }

    /// An endpoint may hold credentials; replay masks what it is asked in the same way.
    private static ObjectNode entry(Spool spool, String endpoint, String path) {
        return Spool.JSON
                .objectNode()
                .put("endpoint", spool.masking().text(endpoint))
                .put("get", spool.masking().text(path));
    }

    /// The bytes of a body, and whether it ended where it should.
    @SuppressWarnings("ArrayRecordComponent")
    private record Body(byte[] bytes, boolean whole) {
        static Body read(Response response) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = response.getBody()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    bytes.write(buffer, 0, n);
                    if (bytes.size() > MOST_BYTES) return new Body(bytes.toByteArray(), false);
                }
                return new Body(bytes.toByteArray(), isWhole(response, bytes.size()));
            } catch (IOException e) {
                return new Body(bytes.toByteArray(), false);
            }
        }

        private static boolean isWhole(Response response, int size) {
            String length = response.getHeader("Content-Length");
            return length == null || !length.matches("\\d{1,18}") || size >= Long.parseLong(length);
        }
    }
}

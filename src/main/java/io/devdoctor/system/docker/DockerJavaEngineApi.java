package io.devdoctor.system.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The engine's API over docker-java's `DockerHttpClient`: the seam at which engines are recorded and replayed.
///
/// The opener makes a client for one endpoint, from that endpoint alone: no file or variable of the user is read.
/// It may refuse by throwing an exception caused by NoSuchFileException (no pipe, no socket: Absent) or
/// AccessDeniedException (Unknown(DENIED)); it should for pipes, where docker-java itself waits ten seconds before it
/// says so.
public final class DockerJavaEngineApi implements EngineApi {
    private static final int MOST_BYTES = 64 << 20;
    private final Function<String, DockerHttpClient> opener;
    private final WallClock clock;
    private final int patience;

    public DockerJavaEngineApi(Function<String, DockerHttpClient> opener, WallClock clock) {
        this(opener, clock, 1);
    }

    private DockerJavaEngineApi(Function<String, DockerHttpClient> opener, WallClock clock, int patience) {
        this.opener = opener;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Duration limit(Budget budget) {
        return budget.duration().multipliedBy(patience);
    }

    @Override
    public DockerJavaEngineApi patient(int times) {
        return new DockerJavaEngineApi(opener, clock, times);
    }

    /// The same engine with every client wrapped.
    public DockerJavaEngineApi through(UnaryOperator<Function<String, DockerHttpClient>> wrapping) {
        return new DockerJavaEngineApi(wrapping.apply(opener), clock, patience);
    }

    @Override
    public Reading<EngineReply> get(String endpoint, String path, Budget budget) {
        Source source = new Source(Source.Kind.ENGINE, endpoint + " GET " + path, clock.now());
        long limit = limit(budget).toMillis();
        // Neither pipes nor Unix sockets honour a read timeout; interrupting the thread is what ends a silent call.
        FutureTask<Reading<EngineReply>> call = new FutureTask<>(() -> exchange(endpoint, path, source));
        Thread.ofVirtual().name("engine " + path).start(call);
        try {
            return call.get(limit, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            return new Reading.Unknown<>(Cause.TIMED_OUT, limit + " ms", source);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Reading.Unknown<>(Cause.FAILED, "interrupted", source);
        } catch (ExecutionException e) {
            return EngineFailure.reading(e.getCause() == null ? e : e.getCause(), source);
        }
    }

    private Reading<EngineReply> exchange(String endpoint, String path, Source source) throws IOException {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path(path)
                .build();
        Instant askedAt = clock.now();
        long start = System.nanoTime();
        try (DockerHttpClient client = opener.apply(endpoint);
                DockerHttpClient.Response response = client.execute(request)) {
            Map<String, String> headers = headers(response.getHeaders());
            byte[] body = body(response);
            if (body.length > MOST_BYTES) return unreadable("body larger than " + MOST_BYTES + " bytes", source);
            if (isShort(headers, body)) return unreadable("body ends after " + body.length + " bytes", source);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reading.Known<>(
                    response instanceof TimedResponse timed
                            ? reply(response, headers, body, timed.askedAt(), timed.took())
                            : reply(response, headers, body, askedAt, took),
                    source);
        }
    }

    private static EngineReply reply(
            DockerHttpClient.Response response,
            Map<String, String> headers,
            byte[] body,
            Instant askedAt,
            Duration took) {
        return new EngineReply(response.getStatusCode(), headers, Bytes.of(body), askedAt, took);
    }

    private static byte[] body(DockerHttpClient.Response response) throws IOException {
        try {
            // Closing the stream would read all that is left of it; the response, when closed, hangs up.
            return response.getBody().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) throw e;
            // The head of an answer came and its end did not: nobody may judge from half a document.
            throw new HalfAnswer(e);
        }
    }

    private static boolean isShort(Map<String, String> headers, byte[] body) {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("\\d{1,18}") && body.length < Long.parseLong(length);
    }

    private static Map<String, String> headers(Map<String, List<String>> raw) {
        Map<String, String> headers = new TreeMap<>();
        raw.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return Map.copyOf(headers);
    }

    private static Reading<EngineReply> unreadable(String detail, Source source) {
        return new Reading.Unknown<>(Cause.UNREADABLE, detail, source);
    }
}

package io.devdoctor.system.recorded;

import io.devdoctor.system.docker.TimedResponse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A recorded answer of an engine.
record RecordedResponse(
        int status, Map<String, List<String>> headers, InputStream content, Instant askedAt, Duration took)
        implements TimedResponse {

    static RecordedResponse of(Json json, Instant taken) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (json.has("headers")) {
            json.member("headers").textsByName().forEach((name, value) -> headers.put(name, List.of(value)));
        }
        byte[] bytes = json.content("body", "bodyBase64", json.charset("charset", StandardCharsets.UTF_8))
                .toArray();
        return new RecordedResponse(
                (int) json.member("status").number(),
                headers,
                stream(bytes, !json.truth("truncated")),
                json.instant("at", taken),
                json.millis());
    }

    static InputStream stream(byte[] bytes, boolean whole) {
        InputStream content = new ByteArrayInputStream(bytes);
        return whole ? content : new SequenceInputStream(content, new BrokenOff());
    }

    /// Refuses an entry that could not be replayed.
    static void check(Json json, Instant taken) {
        switch (json.text("failed", "")) {
            case "" -> of(json, taken);
            case "refused", "denied", "timeout", "broken", "other" -> json.millis();
            default -> throw new Malformed(json.path() + "/failed", "failure");
        }
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return content;
    }

    @Override
    public void close() {}

    private static final class BrokenOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException("the recorded answer broke off here");
        }
    }
}

package io.devdoctor.report.telemetry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Where reports are sent to.
///
/// @param base    to which the paths of OTLP are added, http or https
/// @param headers of every request, for example with a token
/// @param patience with one request
/// @param attempts how often a request is tried where the collector is busy or away
public record Collector(URI base, Map<String, String> headers, Duration patience, int attempts) {
    public Collector {
        headers = Map.copyOf(headers);
    }

    String metrics() {
        return at("v1/metrics");
    }

    String logs() {
        return at("v1/logs");
    }

    private String at(String path) {
        String text = base.toString();
        return text + (text.endsWith("/") ? "" : "/") + path;
    }
}

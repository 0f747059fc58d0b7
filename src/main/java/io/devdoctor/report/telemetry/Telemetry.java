package io.devdoctor.report.telemetry;

import io.devdoctor.report.Diagnosis;
import io.devdoctor.text.Text;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends a diagnosis to a collector by OTLP over HTTP, as metrics and as one log record for each finding that is not
/// fine. What must not leave the machine is out of the diagnosis already.
public final class Telemetry {
    /// The library's own logger prints to the terminal; failures are told in words. Held, else it would be collected
    /// and print again.
    private static final Logger TALKATIVE = Logger.getLogger("io.opentelemetry");

    private Telemetry() {}

    /// @param host by which a fleet tells its machines apart; null = not told
    /// @return why it was not accepted; empty = it was
    public static Optional<Text> send(Diagnosis diagnosis, @Nullable String host, Collector to) {
        TALKATIVE.setLevel(Level.OFF);
        Resource resource = resource(diagnosis, host);
        // One after the other: where nobody listens, once is enough.
        Optional<Text> refused = metrics(diagnosis, resource, to);
        return refused.isPresent() ? refused : logs(diagnosis, resource, to);
    }

    private static Resource resource(Diagnosis diagnosis, @Nullable String host) {
        var attributes = Attributes.builder()
                .put(AttributeKey.stringKey("service.name"), "devdoctor")
                .put(AttributeKey.stringKey("service.version"), diagnosis.version());
        if (host != null) attributes.put(AttributeKey.stringKey("host.name"), host);
        return Resource.create(attributes.build());
    }

    private static Optional<Text> metrics(Diagnosis diagnosis, Resource resource, Collector to) {
        try (OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint(to.metrics())
                .setTimeout(to.patience())
                .setConnectTimeout(to.patience())
                .setHeaders(to::headers)
                .setRetryPolicy(retry(to))
                .setComponentLoader(new Listening())
                .build()) {
            return wait(exporter.export(Metrics.of(diagnosis, resource)), to, to.metrics());
        }
    }

    private static Optional<Text> logs(Diagnosis diagnosis, Resource resource, Collector to) {
        var records = Logs.of(diagnosis, resource);
        if (records.isEmpty()) return Optional.empty();
        try (OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint(to.logs())
                .setTimeout(to.patience())
                .setConnectTimeout(to.patience())
                .setHeaders(to::headers)
                .setRetryPolicy(retry(to))
                .setComponentLoader(new Listening())
                .build()) {
            return wait(exporter.export(records), to, to.logs());
        }
    }

    private static @Nullable RetryPolicy retry(Collector to) {
        return to.attempts() < 2
                ? null
                : RetryPolicy.builder().setMaxAttempts(to.attempts()).build();
    }

    private static Optional<Text> wait(CompletableResultCode sending, Collector to, String url) {
        sending.join(to.patience().toMillis() * to.attempts() * 2, TimeUnit.MILLISECONDS);
        if (sending.isSuccess()) return Optional.empty();
        if (!sending.isDone()) return Optional.of(Text.of("otlp.refused.late", url));
        return Optional.of(
                switch (sending.getFailureThrowable()) {
                    case FailedExportException.HttpExportException http
                    when http.getResponse() != null ->
                        Text.of(
                                "otlp.refused.status",
                                url,
                                Integer.toString(http.getResponse().getStatusCode()));
                    case FailedExportException.HttpExportException http
                    when http.getCause() instanceof Listening.StrangeAnswer -> Text.of("otlp.refused.strange", url);
                    case null -> Text.of("otlp.refused.away", url);
                    case Throwable _ -> Text.of("otlp.refused.away", url);
                });
    }
}

package io.devdoctor.report.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A collector of OpenTelemetry on this machine, which keeps what it is sent.
final class Receiver implements AutoCloseable {
    final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
    final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final int status;
    private final byte[] answer;

    /// @param status with which it answers
    Receiver(int status) throws IOException {
        this(status, new byte[0]);
    }

    /// @param answer behind the status
    Receiver(int status, byte[] answer) throws IOException {
        this.status = status;
        this.answer = answer.clone();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/metrics",
                exchange -> take(exchange, body -> metrics.add(ExportMetricsServiceRequest.parseFrom(body))));
        server.createContext(
                "/v1/logs", exchange -> take(exchange, body -> logs.add(ExportLogsServiceRequest.parseFrom(body))));
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private interface Taking {
        void take(byte[] body) throws IOException;
    }

    private void take(HttpExchange exchange, Taking taking) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        taking.take(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /// Points of a metric by their attributes.
    Map<Map<String, String>, Long> points(String metric) {
        return metrics.stream()
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .filter(one -> one.getName().equals(metric))
                .flatMap(one -> one.getGauge().getDataPointsList().stream())
                .collect(Collectors.toMap(point -> attributes(point.getAttributesList()), point -> point.getAsInt()));
    }

    static Map<String, String> attributes(List<KeyValue> pairs) {
        return pairs.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        pair -> pair.getValue().hasStringValue()
                                ? pair.getValue().getStringValue()
                                : pair.getValue().toString()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

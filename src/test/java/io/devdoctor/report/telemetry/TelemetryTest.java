package io.devdoctor.report.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.Canaries;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.Generator;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a collector gets, parsed as it parses it.
class TelemetryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void everyVerdictAndEveryCheckArrivesAsANumber() throws Exception {
        Diagnosis diagnosis = diagnosis(Language.ENGLISH);
        try (Receiver receiver = new Receiver(200)) {
            assertThat(send(diagnosis, receiver)).isEmpty();

            assertThat(receiver.points("devdoctor.findings")).hasSize(Verdict.values().length);
            assertThat(receiver.points("devdoctor.findings"))
                    .containsEntry(Map.of("devdoctor.verdict", "problem"), (long)
                            diagnosis.summary().getOrDefault(Verdict.PROBLEM, 0));
            assertThat(receiver.points("devdoctor.check.status"))
                    .hasSize((int) diagnosis.findings().stream()
                            .map(Diagnosis.Item::check)
                            .distinct()
                            .count())
                    .containsEntry(Map.of("devdoctor.check.id", "wsl.config-memory", "devdoctor.area", "wsl"), 1L)
                    .containsEntry(Map.of("devdoctor.check.id", "clock.wsl", "devdoctor.area", "clock"), 2L);
            assertThat(receiver.points("devdoctor.root_causes"))
                    .containsValue((long) diagnosis.roots().size());
            assertThat(receiver.points("devdoctor.clock.offset").values()).anyMatch(offset -> offset < -41_000);
            assertThat(receiver.tokens).containsOnly("Bearer one+two");
        }
    }

    @Test
    void nothingThatWasPlantedIsSent() {
        Generator.check(25, generator -> {
            Canaries canaries = Canaries.plant(generator);
            ReportOptions options = new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "1.2.3");
            Diagnosis diagnosis = Reports.diagnose(canaries.machine(), options);
            StringBuilder sent = new StringBuilder();
            Logs.of(diagnosis, Resource.empty())
                    .forEach(log -> sent.append(log.getBodyValue()).append(log.getAttributes()));
            Metrics.of(diagnosis, Resource.empty()).forEach(sent::append);
            String told = sent.toString().toLowerCase(Locale.ROOT);
            assertThat(told).contains("about ", "devdoctor.check.status");
            for (String name : canaries.names()) assertThat(told).doesNotContain(name.toLowerCase(Locale.ROOT));
            for (Canaries.Secret secret : canaries.secrets())
                assertThat(told).doesNotContain(secret.gone().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void whatAPersonWouldLookAtArrivesInWords() throws Exception {
        Diagnosis diagnosis = diagnosis(Language.CHINESE);
        try (Receiver receiver = new Receiver(200)) {
            assertThat(send(diagnosis, receiver)).isEmpty();

            List<LogRecord> records = receiver.logs.stream()
                    .flatMap(request -> request.getResourceLogsList().stream())
                    .flatMap(resource -> resource.getScopeLogsList().stream())
                    .flatMap(scope -> scope.getLogRecordsList().stream())
                    .toList();
            assertThat(records).hasSize((int) diagnosis.findings().stream()
                    .filter(item -> item.verdict() != Verdict.OK && item.verdict() != Verdict.NOT_APPLICABLE)
                    .count());
            LogRecord memory = records.stream()
                    .filter(record -> "wsl.config-memory"
                            .equals(Receiver.attributes(record.getAttributesList())
                                    .get("devdoctor.check.id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(memory.getBody().getStringValue()).isEqualTo("WSL 的内存上限只有 2 GB");
            assertThat(memory.getSeverityText()).isEqualTo("WARNING");
            assertThat(memory.getEventName()).isEqualTo("devdoctor.finding");
            assertThat(Receiver.attributes(memory.getAttributesList())).containsKey("devdoctor.explains");
            assertThat(receiver.logs.getFirst().getResourceLogs(0).getResource().getAttributesList())
                    .anyMatch(pair -> pair.getKey().equals("host.name")
                            && pair.getValue().getStringValue().equals("desk-7"));
        }
    }

    /// The sample's user is li; neither its home nor its host may arrive.
    @Test
    void noNameArrives() throws Exception {
        try (Receiver receiver = new Receiver(200)) {
            assertThat(send(diagnosis(Language.ENGLISH), receiver)).isEmpty();

            String all = receiver.metrics.toString() + receiver.logs;
            assertThat(all).contains("path-1\\\\.wslconfig").doesNotContain("Users\\\\li", "C:\\\\Users\\\\li");
        }
    }

    @Test
    void aRefusalIsSaidWithItsStatus() throws Exception {
        try (Receiver receiver = new Receiver(401)) {
            Optional<Text> why = send(diagnosis(Language.ENGLISH), receiver);

            assertThat(why.map(Text::key)).contains("otlp.refused.status");
            assertThat(receiver.metrics).hasSize(1);
            assertThat(receiver.logs).isEmpty();
        }
    }

    /// The page of a proxy, or of what else listens at that port.
    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><title>Log in</title>", "OK", "{\"status\": \"ok\"}", "\n\u007fx", "[]"})
    void thatSomebodyElseAnswersIsSaid(String answer) throws Exception {
        try (Receiver receiver = new Receiver(200, answer.getBytes(StandardCharsets.UTF_8))) {
            Optional<Text> why = send(diagnosis(Language.ENGLISH), receiver);

            assertThat(why.map(Text::key)).contains("otlp.refused.strange");
        }
    }

    @Test
    void anAnswerOfACollectorIsUnderstood() throws Exception {
        byte[] warned = ExportMetricsServiceResponse.newBuilder()
                .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder().setErrorMessage("slow ".repeat(60)))
                .build()
                .toByteArray();
        for (byte[] answer : List.of(warned, "{\"partialSuccess\": {}}".getBytes(StandardCharsets.UTF_8))) {
            try (Receiver receiver = new Receiver(200, answer)) {
                assertThat(send(diagnosis(Language.ENGLISH), receiver)).isEmpty();
                assertThat(receiver.logs).hasSize(1);
            }
        }
    }

    @Test
    void thatNobodyListensIsSaid() throws Exception {
        URI nobody = nobody();

        Optional<Text> why =
                Telemetry.send(diagnosis(Language.ENGLISH), null, new Collector(nobody, Map.of(), PATIENCE, 1));

        assertThat(why.map(Text::key)).contains("otlp.refused.away");
    }

    private static URI nobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/");
        }
    }

    private static Optional<Text> send(Diagnosis diagnosis, Receiver receiver) {
        Map<String, String> headers = Map.of("Authorization", "Bearer one+two");
        return Telemetry.send(diagnosis, "desk-7", new Collector(receiver.address(), headers, PATIENCE, 1));
    }

    private static Diagnosis diagnosis(Language language) throws RecordingException {
        var result =
                new Examination(Samples.open("starved-zh-cn"), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
        return Reports.diagnose(result, new ReportOptions(language, true, ZoneOffset.UTC, "1.2.3"));
    }
}

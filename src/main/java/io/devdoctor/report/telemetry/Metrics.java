package io.devdoctor.report.telemetry;

import io.devdoctor.check.Area;
import io.devdoctor.check.Verdict;
import io.devdoctor.report.Diagnosis;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A diagnosis in numbers: how many findings have each verdict, how each check ended, how far each clock is off.
final class Metrics {
    static final String SCOPE = "io.devdoctor";
    private static final AttributeKey<String> VERDICT = AttributeKey.stringKey("devdoctor.verdict");
    private static final AttributeKey<String> CHECK = AttributeKey.stringKey("devdoctor.check.id");
    private static final AttributeKey<String> AREA = AttributeKey.stringKey("devdoctor.area");
    private static final AttributeKey<String> CLOCK = AttributeKey.stringKey("devdoctor.clock.kind");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("devdoctor.clock.name");

    private Metrics() {}

    static Collection<MetricData> of(Diagnosis diagnosis, Resource resource) {
        Reading reading = new Reading();
        try (SdkMeterProvider provider = SdkMeterProvider.builder()
                .setResource(resource)
                .registerMetricReader(reading)
                .build()) {
            Meter meter = provider.meterBuilder(SCOPE)
                    .setInstrumentationVersion(diagnosis.version())
                    .build();
            findings(meter, diagnosis);
            checks(meter, diagnosis);
            clocks(meter, diagnosis);
            return List.copyOf(reading.all());
        }
    }

    /// Each verdict has a number, so that an alert ends when it is 0 again.
    private static void findings(Meter meter, Diagnosis diagnosis) {
        LongGauge gauge = meter.gaugeBuilder("devdoctor.findings")
                .ofLongs()
                .setUnit("{finding}")
                .setDescription("Findings of the last examination that are not muted, by verdict")
                .build();
        for (Verdict verdict : Verdict.values()) {
            gauge.set(
                    diagnosis.summary().getOrDefault(verdict, 0),
                    Attributes.of(VERDICT, verdict.name().toLowerCase(Locale.ROOT)));
        }
        meter.gaugeBuilder("devdoctor.root_causes")
                .ofLongs()
                .setUnit("{cause}")
                .setDescription("Findings that explain others")
                .build()
                .set(diagnosis.roots().size());
    }

    /// By the worst of its findings.
    private static void checks(Meter meter, Diagnosis diagnosis) {
        LongGauge gauge = meter.gaugeBuilder("devdoctor.check.status")
                .ofLongs()
                .setUnit("1")
                .setDescription("0 = nothing to do, 1 = a warning or not to be checked, 2 = a problem")
                .build();
        Map<String, Integer> worst = new LinkedHashMap<>();
        Map<String, Area> areas = new LinkedHashMap<>();
        for (Diagnosis.Item item : diagnosis.findings()) {
            worst.merge(item.check(), status(item.verdict()), Math::max);
            areas.put(item.check(), item.area());
        }
        worst.forEach((check, status) -> gauge.set(
                status,
                Attributes.of(
                        CHECK, check, AREA, areas.getOrDefault(check, Area.HOST).id())));
    }

    private static int status(Verdict verdict) {
        return switch (verdict) {
            case OK, INFO, NOT_APPLICABLE -> 0;
            case WARNING, UNKNOWN -> 1;
            case PROBLEM -> 2;
        };
    }

    private static void clocks(Meter meter, Diagnosis diagnosis) {
        if (diagnosis.clocks().all().isEmpty()) return;
        LongGauge gauge = meter.gaugeBuilder("devdoctor.clock.offset")
                .ofLongs()
                .setUnit("ms")
                .setDescription(
                        diagnosis.clocks().againstTrueTime()
                                ? "How much each clock is ahead of true time"
                                : "How much each clock is ahead of the machine's own")
                .build();
        for (Diagnosis.Clock clock : diagnosis.clocks().all()) {
            String kind = clock.kind().name().toLowerCase(Locale.ROOT);
            gauge.set(clock.offset(), Attributes.of(CLOCK, kind, NAME, clock.name()));
        }
    }

    /// Reads once what was measured once; the readers of the library do so again and again, on a thread.
    private static final class Reading implements MetricReader {
        private CollectionRegistration registration = CollectionRegistration.noop();

        Collection<MetricData> all() {
            return registration.collectAllMetrics();
        }

        @Override
        public void register(CollectionRegistration given) {
            registration = given;
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return AggregationTemporality.CUMULATIVE;
        }

        @Override
        public CompletableResultCode forceFlush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}

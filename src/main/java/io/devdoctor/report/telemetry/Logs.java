package io.devdoctor.report.telemetry;

import io.devdoctor.report.Diagnosis;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A diagnosis in words: a record for each finding that a person would look at.
final class Logs {
    private static final String EVENT = "devdoctor.finding";

    private Logs() {}

    static List<LogRecordData> of(Diagnosis diagnosis, Resource resource) {
        Kept kept = new Kept();
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(kept)
                .build()) {
            Logger logger = provider.loggerBuilder(Metrics.SCOPE)
                    .setInstrumentationVersion(diagnosis.version())
                    .build();
            diagnosis
                    .findings()
                    .forEach(item -> severity(item)
                            .ifPresent(severity -> logger.logRecordBuilder()
                                    .setEventName(EVENT)
                                    .setTimestamp(diagnosis.taken())
                                    .setSeverity(severity)
                                    .setSeverityText(item.verdict().name())
                                    .setBody(item.title())
                                    .setAllAttributes(attributes(item, diagnosis))
                                    .emit()));
            return List.copyOf(kept.records);
        }
    }

    /// Empty for what is fine, muted or not there.
    private static Optional<Severity> severity(Diagnosis.Item item) {
        return switch (item.verdict()) {
            case PROBLEM -> Optional.of(Severity.ERROR);
            case WARNING -> Optional.of(Severity.WARN);
            case UNKNOWN -> Optional.of(Severity.INFO2);
            case INFO -> Optional.of(Severity.INFO);
            case OK, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static Attributes attributes(Diagnosis.Item item, Diagnosis diagnosis) {
        AttributesBuilder attributes = Attributes.builder()
                .put("devdoctor.check.id", item.check())
                .put("devdoctor.area", item.area().id())
                .put("devdoctor.verdict", item.verdict().name().toLowerCase(Locale.ROOT))
                .put("devdoctor.certainty", item.certainty().name().toLowerCase(Locale.ROOT))
                .put("devdoctor.message", item.message())
                .put("devdoctor.language", diagnosis.language().tag());
        if (!item.subject().isEmpty()) attributes.put("devdoctor.subject", item.subject());
        if (item.file() != null) attributes.put("code.file.path", item.file());
        if (item.line() > 0) attributes.put("code.line.number", item.line());
        List<String> causes =
                item.causedBy().stream().map(Diagnosis.Ref::check).distinct().toList();
        if (!causes.isEmpty()) attributes.put(AttributeKey.stringArrayKey("devdoctor.caused_by"), causes);
        long explains = diagnosis.roots().stream()
                .filter(root -> root.cause().equals(item.ref()))
                .mapToLong(root -> root.explains().size())
                .sum();
        if (explains > 0) attributes.put("devdoctor.explains", explains);
        return attributes.build();
    }

    /// Keeps what is emitted; the processors of the library send it from a thread of their own.
    private static final class Kept implements LogRecordProcessor {
        private final List<LogRecordData> records = new ArrayList<>();

        @Override
        public void onEmit(Context context, ReadWriteLogRecord record) {
            records.add(record.toLogRecordData());
        }
    }
}

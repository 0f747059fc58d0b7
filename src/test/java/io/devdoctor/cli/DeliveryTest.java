package io.devdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    /// As the specification of OpenTelemetry writes them: pairs with commas between, values as in a URL.
    @Test
    void headersComeFromTheVariableOfOpenTelemetry() {
        Map<String, String> environment =
                Map.of("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20a+b=, x-tenant = seven ,nonsense,=x");

        assertThat(Delivery.headers(environment))
                .containsOnly(Map.entry("Authorization", "Bearer a+b="), Map.entry("x-tenant", "seven"));
        assertThat(Delivery.headers(Map.of())).isEmpty();
    }
}

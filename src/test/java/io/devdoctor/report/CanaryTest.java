package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.testing.Generator;
import io.devdoctor.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Machines are generated, secrets and names planted in every place that a document has, and looked for in each
/// format: the names in redacted ones, the secrets in all.
class CanaryTest {
    private static final int ROUNDS = 25;

    @ParameterizedTest
    @EnumSource
    void nothingThatWasPlantedIsFound(ReportFormat format) {
        Generator.check(ROUNDS, generator -> {
            Canaries canaries = Canaries.plant(generator);
            ExaminationResult result = canaries.machine();
            String redacted = write(result, format, true);
            for (String gone : canaries.names()) {
                assertThat(redacted.toLowerCase(Locale.ROOT)).doesNotContain(gone.toLowerCase(Locale.ROOT));
            }
            for (Canaries.Secret secret : canaries.secrets()) {
                assertThat(redacted).doesNotContain(secret.gone());
                assertThat(write(result, format, false)).doesNotContain(secret.gone());
            }
        });
    }

    private static String write(ExaminationResult result, ReportFormat format, boolean redacted) {
        ReportOptions options = new ReportOptions(Language.ENGLISH, redacted, ZoneOffset.UTC, "1.2.3").bilingually();
        return new String(Reports.write(result, format, options), StandardCharsets.UTF_8);
    }
}

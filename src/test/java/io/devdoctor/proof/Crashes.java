package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Part;
import java.util.Set;
import java.util.stream.Collectors;

/// What no input may bring about.
final class Crashes {
    private static final Set<String> EVERY_CHECK =
            Checks.ALL.stream().map(Check::info).map(info -> info.id()).collect(Collectors.toSet());

    private Crashes() {}

    /// No check and no probe ended with an exception, and every check has spoken.
    static void none(ExaminationResult result, String when) {
        for (Finding finding : result.findings()) {
            assertThat(finding.message().key())
                    .as(finding.check().id() + " " + when + ": " + finding.evidence())
                    .isNotEqualTo("unknown.CRASHED");
        }
        for (Part<?> part : Part.ALL) {
            assertThat(result.machine().part(part).toString())
                    .as(part + " " + when)
                    .doesNotContain("\n  at ");
        }
        assertThat(result.findings().stream()
                        .map(finding -> finding.check().id())
                        .collect(Collectors.toSet()))
                .as(when)
                .isEqualTo(EVERY_CHECK);
    }
}

package io.devdoctor.proof;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The same healthy machine in another language is judged alike, word for word of the outcomes.
class LanguagesTest {
    /// Healthy machines: files named by a language alone.
    static final List<Proof> HEALTHY = Proof.all().stream()
            .filter(proof -> proof.toString().matches("languages/[a-z]{2}-[A-Z]{2}\\.json"))
            .toList();

    /// What these checks tell follows from the language or from the person's name.
    private static final Set<String> ABOUT_THE_LANGUAGE = Set.of("host.code-page", "host.user-name");

    @Test
    void sevenLanguagesBesideEnglish() {
        assertThat(HEALTHY).hasSize(7);
    }

    @ParameterizedTest
    @FieldSource("HEALTHY")
    void judgesAsInEnglish(Proof proof) throws RecordingException {
        List<Finding> english = new Examination(Samples.open("healthy-en"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
        assertThat(lines(proof.examine().findings())).isEqualTo(lines(english));
    }

    private static TreeSet<String> lines(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !ABOUT_THE_LANGUAGE.contains(finding.check().id()))
                .map(Proof::line)
                .map(line -> line.replaceAll("Users\\\\[^\\\\]+", "Users"))
                .collect(toCollection(TreeSet::new));
    }
}

package io.devdoctor.check;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every check of the catalogue exists, stands in the area that its id names, and is never worse than it may be.
class CatalogueTest {
    /// Where ids of an area do not all begin with its name.
    private static final Map<Area, Set<String>> GROUPS =
            Map.of(Area.PROJECT, Set.of("project", "dockerfile", "dockerignore", "compose"));

    static final List<String> SAMPLES = Samples.NAMES;

    @Test
    void everyCheckExistsInItsArea() {
        Set<String> existing = Checks.ALL.stream()
                .map(Check::info)
                .filter(info -> GROUPS.getOrDefault(
                                info.area(), Set.of(info.area().id()))
                        .contains(info.id().substring(0, info.id().indexOf('.'))))
                .map(CheckInfo::id)
                .collect(toCollection(TreeSet::new));
        assertThat(existing).containsAll(Catalogue.ids());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void noFindingIsWorseThanItsCheckMayBe(String sample) throws RecordingException {
        List<Finding> findings = new Examination(Samples.open(sample), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
        assertThat(findings).isNotEmpty();
        findings.forEach(Catalogue::admits);
    }
}

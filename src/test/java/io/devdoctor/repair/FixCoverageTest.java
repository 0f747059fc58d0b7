package io.devdoctor.repair;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.fix.Fix;
import io.devdoctor.probe.Probes;
import io.devdoctor.proof.Proof;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whatever fix any machine of ours is offered in the finished areas runs on the simulated Windows as well.
class FixCoverageTest {
    private static final Set<Area> FINISHED = EnumSet.allOf(Area.class);

    @Test
    void everyAutomaticFixHasACourse() throws RecordingException {
        Set<String> offered = findings().stream()
                .filter(finding -> FINISHED.contains(finding.check().area()))
                .flatMap(finding -> finding.fixes().stream())
                .filter(fix -> !fix.isManual())
                .map(Fix::id)
                .collect(toCollection(TreeSet::new));
        Set<String> run = SimulatedWindowsTest.all().map(Course::fix).collect(toCollection(TreeSet::new));
        assertThat(run).containsAll(offered);
    }

    private static List<Finding> findings() throws RecordingException {
        List<Finding> all = new ArrayList<>();
        for (Proof proof : Proof.all()) all.addAll(proof.examine().findings());
        for (String sample : Samples.NAMES) {
            all.addAll(new Examination(Samples.open(sample), Probes.ALL, Checks.ALL)
                    .run(_ -> {}, new Cancellation())
                    .findings());
        }
        return all;
    }
}

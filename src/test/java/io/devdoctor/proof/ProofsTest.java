package io.devdoctor.proof;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.Catalogue;
import io.devdoctor.testing.FindingAssert;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every proof holds, and every check of the finished areas has one.
class ProofsTest {
    static final List<Proof> PROOFS = Proof.all();

    /// Areas whose checks must all be proven.
    private static final Set<Area> FINISHED = EnumSet.allOf(Area.class);

    @ParameterizedTest
    @FieldSource("PROOFS")
    void findsWhatIsThereAndNothingElse(Proof proof) throws RecordingException {
        ExaminationResult result = proof.examine();
        result.findings().forEach(FindingAssert::canBeSaid);
        result.findings().forEach(Catalogue::admits);
        assertThat(lines(result.findings().stream().filter(Proof::isNotable).toList()))
                .isEqualTo(proof.notable());
        assertThat(lines(result.findings())).containsAll(proof.also());
        proof.offers()
                .forEach((check, fixes) -> assertThat(offered(result, check))
                        .as("offered by " + check)
                        .isEqualTo(fixes));
        if (proof.tellsRoots()) {
            Set<String> roots = result.causes().roots().stream()
                    .map(root -> root.cause().check().id())
                    .collect(toCollection(TreeSet::new));
            assertThat(roots).isEqualTo(proof.roots());
        }
    }

    private static Set<String> offered(ExaminationResult result, String check) {
        return result.findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .flatMap(finding -> finding.fixes().stream())
                .map(Fix::id)
                .collect(toCollection(TreeSet::new));
    }

    /// Fires and stays silent, both from recorded bytes.
    @Test
    void everyCheckOfAFinishedAreaIsProven() throws RecordingException {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Finding finding : everything()) {
            String id = finding.check().id();
            if (finding.verdict() == Verdict.OK) silent.add(id);
            if (finding.verdict().isIllness() || finding.verdict() == Verdict.INFO) fired.add(id);
        }
        Set<String> finished = Checks.ALL.stream()
                .filter(check -> FINISHED.contains(check.info().area()))
                .map(check -> check.info().id())
                .collect(toCollection(TreeSet::new));
        assertThat(fired).as("fires from recorded bytes").containsAll(finished);
        assertThat(silent).as("is silent from recorded bytes").containsAll(finished);
    }

    private static List<Finding> everything() throws RecordingException {
        List<Finding> all = new ArrayList<>();
        for (Proof proof : PROOFS) all.addAll(proof.examine().findings());
        for (String sample : Samples.NAMES) {
            all.addAll(new Examination(Samples.open(sample), Probes.ALL, Checks.ALL)
                    .run(_ -> {}, new Cancellation())
                    .findings());
        }
        return all;
    }

    private static TreeSet<String> lines(List<Finding> findings) {
        return findings.stream().map(Proof::line).collect(toCollection(TreeSet::new));
    }
}

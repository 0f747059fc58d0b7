package io.devdoctor.proof;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.testing.Catalogue;
import io.devdoctor.testing.FindingAssert;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every proof holds. `HandbookTest` knows that every check has some.
class ProofsTest {
    static final List<Proof> PROOFS = Proof.all();

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

    private static TreeSet<String> lines(List<Finding> findings) {
        return findings.stream().map(Proof::line).collect(toCollection(TreeSet::new));
    }
}

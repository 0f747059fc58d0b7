package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Only what was read again about the same subject, and is well, proves a cure.
class ComplaintTest {
    private static final Subject DISTRO = Subject.distro("Debian");
    private static final Subject OTHER = Subject.distro("Ubuntu");
    private static final Subject MIRROR = Subject.of(Subject.Kind.MIRROR, "https://dead.example");
    private static final CheckInfo CHECK = new CheckInfo("test.check", Area.WSL, Set.of(), List.of());
    private static final Evidence PROOF =
            Evidence.of("test.what", "", new Source(Source.Kind.DERIVED, "test", Instant.EPOCH));

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"OK", "INFO"})
    void wellIsGone(Verdict verdict) {
        assertThat(ill(DISTRO).isGoneFrom(List.of(finding(DISTRO, verdict, "well"))))
                .isTrue();
        assertThat(ill(DISTRO).isGoneFrom(List.of(finding(Subject.MACHINE, verdict, "well"))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_APPLICABLE", "UNKNOWN", "WARNING", "PROBLEM"})
    void whatCannotBeReadAndAnotherIllnessAreNotGone(Verdict verdict) {
        for (Subject subject : List.of(DISTRO, Subject.MACHINE)) {
            Finding now = finding(subject, verdict, "another");
            assertThat(ill(DISTRO).isGoneFrom(List.of(now))).isFalse();
            assertThat(ill(DISTRO).isSeenIn(now)).isTrue();
        }
    }

    @Test
    void nothingSaidIsNotGone() {
        assertThat(ill(DISTRO).isGoneFrom(List.of())).isFalse();
        assertThat(ill(MIRROR).isGoneFrom(List.of(finding(Subject.MACHINE, Verdict.NOT_APPLICABLE, "none"))))
                .isFalse();
    }

    @Test
    void aSubjectThatWentIsGoneUnlessItIsADistribution() {
        Finding other = finding(OTHER, Verdict.OK, "well");
        assertThat(ill(MIRROR).isGoneFrom(List.of(other))).isTrue();
        assertThat(ill(DISTRO).isGoneFrom(List.of(other))).isFalse();
        assertThat(ill(DISTRO)
                        .isGoneFrom(
                                List.of(finding(DISTRO, Verdict.OK, "well"), finding(OTHER, Verdict.WARNING, "ill"))))
                .isTrue();
    }

    @Test
    void aLineThatMovedIsTheSameSubject() {
        Complaint complaint = ill(Subject.line("f", 3, "wsl2.memory"));
        assertThat(complaint.isGoneFrom(List.of(finding(Subject.line("f", 4, "wsl2.memory"), Verdict.WARNING, "ill"))))
                .isFalse();
        assertThat(complaint.isGoneFrom(List.of(finding(Subject.line("f", 4, "wsl2.swap"), Verdict.WARNING, "ill"))))
                .isTrue();
    }

    private static Complaint ill(Subject subject) {
        return new Complaint(
                new Finding.Key(CHECK.id(), subject), Verdict.WARNING, Text.of("test.ill"), "test/fix", List.of());
    }

    private static Finding finding(Subject subject, Verdict verdict, String words) {
        Text text = Text.of("test." + words);
        return new Finding(
                CHECK, subject, verdict, Certainty.CERTAIN, text, text, List.of(PROOF), List.of(), List.of());
    }
}

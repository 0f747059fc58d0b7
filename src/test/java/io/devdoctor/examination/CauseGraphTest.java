package io.devdoctor.examination;

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

class CauseGraphTest {
    private static final CheckInfo FIRMWARE = info("host.virtualization");
    private static final CheckInfo PLATFORM = info("host.platform", CheckInfo.any("host.virtualization"));
    private static final CheckInfo DISTRO = info("wsl.distro", CheckInfo.any("host.platform"));
    private static final CheckInfo CLOCK = info("clock.wsl", CheckInfo.sameWorld("wsl.distro"));

    @Test
    void followsCausesToTheirRoot() {
        Finding firmware = finding(FIRMWARE, Subject.MACHINE, Verdict.PROBLEM);
        Finding platform = finding(PLATFORM, Subject.MACHINE, Verdict.WARNING);
        Finding distro = finding(DISTRO, Subject.distro("Ubuntu"), Verdict.UNKNOWN);

        CauseGraph graph = CauseGraph.of(List.of(firmware, platform, distro));

        assertThat(graph.roots()).hasSize(1);
        assertThat(graph.roots().getFirst().cause()).isSameAs(firmware);
        // The distro's nearest cause is a warning of its own, which follows from the firmware.
        assertThat(graph.roots().getFirst().explains()).containsExactly(platform, distro);
        assertThat(graph.isConsequence(distro)).isTrue();
        assertThat(graph.isConsequence(firmware)).isFalse();
    }

    @Test
    void oneDistributionNeverExplainsAnother() {
        Finding debian = finding(DISTRO, Subject.distro("Debian"), Verdict.PROBLEM);
        Finding clockOfDebian = finding(CLOCK, Subject.distro("Debian"), Verdict.WARNING);
        Finding clockOfUbuntu = finding(CLOCK, Subject.distro("Ubuntu"), Verdict.WARNING);

        CauseGraph graph = CauseGraph.of(List.of(debian, clockOfDebian, clockOfUbuntu));

        assertThat(graph.causedBy()).containsOnlyKeys(clockOfDebian);
    }

    @Test
    void whatIsHealthyOrOnlyWorthKnowingExplainsNothingAndNeedsNoExplanation() {
        Finding firmware = finding(FIRMWARE, Subject.MACHINE, Verdict.INFO);
        Finding platform = finding(PLATFORM, Subject.MACHINE, Verdict.PROBLEM);
        Finding distro = finding(DISTRO, Subject.distro("Ubuntu"), Verdict.OK);

        CauseGraph graph = CauseGraph.of(List.of(firmware, platform, distro));

        assertThat(graph.causedBy()).isEmpty();
        assertThat(graph.roots()).isEmpty();
    }

    @Test
    void anUnreadFactIsNoCause() {
        Finding platform = finding(PLATFORM, Subject.MACHINE, Verdict.UNKNOWN);
        Finding distro = finding(DISTRO, Subject.distro("Ubuntu"), Verdict.PROBLEM);

        assertThat(CauseGraph.of(List.of(platform, distro)).causedBy()).isEmpty();
    }

    @Test
    void theRootThatExplainsMostOfTheWorstComesFirst() {
        CheckInfo memory = info("wsl.memory");
        CheckInfo killed = info("container.killed", CheckInfo.any("wsl.memory"));
        Finding low = finding(memory, Subject.MACHINE, Verdict.WARNING);
        Finding first = finding(killed, Subject.container("a", "npipe"), Verdict.PROBLEM);
        Finding second = finding(killed, Subject.container("b", "npipe"), Verdict.PROBLEM);
        Finding firmware = finding(FIRMWARE, Subject.MACHINE, Verdict.PROBLEM);
        Finding platform = finding(PLATFORM, Subject.MACHINE, Verdict.PROBLEM);

        CauseGraph graph = CauseGraph.of(List.of(low, first, second, firmware, platform));

        assertThat(graph.roots()).extracting(root -> root.cause()).containsExactly(low, firmware);
    }

    @Test
    void oneSilenceIsToldOnce() {
        Finding clock = finding(info("clock.engine", CheckInfo.any("docker.engine")), Subject.MACHINE, Verdict.UNKNOWN);
        Finding engine = finding(info("docker.engine"), Subject.MACHINE, Verdict.UNKNOWN);
        Finding memory =
                finding(info("docker.memory", CheckInfo.any("docker.engine")), Subject.MACHINE, Verdict.UNKNOWN);
        Finding other = elsewhere(info("host.memory"));

        CauseGraph graph = CauseGraph.of(List.of(clock, engine, memory, other));

        assertThat(graph.roots()).isEmpty();
        assertThat(graph.explainedBy(engine)).containsExactly(clock, memory);
        assertThat(graph.causesOf(memory)).containsExactly(engine);
        assertThat(graph.isConsequence(engine)).isFalse();
        assertThat(graph.isConsequence(other)).isFalse();
    }

    @Test
    void whatACauseExplainsIsNoSilenceOfItsOwn() {
        Finding platform = finding(PLATFORM, Subject.MACHINE, Verdict.PROBLEM);
        Finding distro = finding(DISTRO, Subject.distro("Ubuntu"), Verdict.UNKNOWN);
        Finding alone = finding(info("host.memory"), Subject.MACHINE, Verdict.UNKNOWN);

        CauseGraph graph = CauseGraph.of(List.of(platform, distro, alone));

        assertThat(graph.causesOf(distro)).containsExactly(platform);
        assertThat(graph.isConsequence(alone)).isFalse();
        assertThat(graph.silences()).isEmpty();
    }

    @Test
    void aCircleEndsTheSearch() {
        CheckInfo one = info("a.one", CheckInfo.any("a.two"));
        CheckInfo two = info("a.two", CheckInfo.any("a.one"));
        Finding first = finding(one, Subject.MACHINE, Verdict.PROBLEM);
        Finding second = finding(two, Subject.MACHINE, Verdict.PROBLEM);

        assertThat(CauseGraph.of(List.of(first, second)).roots()).isEmpty();
    }

    private static CheckInfo info(String id, CheckInfo.Cause... causes) {
        return new CheckInfo(id, Area.WSL, Set.of(), List.of(causes));
    }

    private static Finding elsewhere(CheckInfo info) {
        Source source = new Source(Source.Kind.DERIVED, "another place", Instant.EPOCH);
        Finding found = finding(info, Subject.MACHINE, Verdict.UNKNOWN);
        return new Finding(
                info,
                found.subject(),
                found.verdict(),
                found.certainty(),
                found.title(),
                found.message(),
                List.of(new Evidence(Text.of("e"), "", source)),
                List.of(),
                List.of());
    }

    private static Finding finding(CheckInfo info, Subject subject, Verdict verdict) {
        Source source = new Source(Source.Kind.DERIVED, "test", Instant.EPOCH);
        return new Finding(
                info,
                subject,
                verdict,
                Certainty.CERTAIN,
                Text.of("t"),
                Text.of("m"),
                List.of(new Evidence(Text.of("e"), subject.name(), source)),
                List.of(),
                List.of());
    }

    @Test
    void aWarningDoesNotPassAnEdgeForProblems() {
        CheckInfo engine =
                info("docker.engine", CheckInfo.any("docker.endpoint").whenBroken());
        Finding silent = finding(engine, Subject.MACHINE, Verdict.PROBLEM);
        Finding warning = finding(info("docker.endpoint"), Subject.MACHINE, Verdict.WARNING);
        Finding problem = finding(info("docker.endpoint"), Subject.MACHINE, Verdict.PROBLEM);

        assertThat(CauseGraph.of(List.of(warning, silent)).causedBy()).isEmpty();
        assertThat(CauseGraph.of(List.of(problem, silent)).causedBy()).containsOnlyKeys(silent);
    }

    @Test
    void whatWasReadIsNotExplainedByWhatOnlyPreventsReading() {
        CheckInfo mirrors =
                info("docker.mirrors", CheckInfo.any("docker.engine").ofUnread());
        Finding engine = finding(info("docker.engine"), Subject.MACHINE, Verdict.PROBLEM);
        Finding dead = finding(mirrors, Subject.of(Subject.Kind.MIRROR, "a"), Verdict.WARNING);
        Finding unread = finding(mirrors, Subject.MACHINE, Verdict.UNKNOWN);

        assertThat(CauseGraph.of(List.of(engine, dead, unread)).causedBy()).containsOnlyKeys(unread);
    }
}

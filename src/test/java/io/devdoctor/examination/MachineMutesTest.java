package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Source;
import io.devdoctor.store.Mute;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MachineMutesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String FILE = "/home/li/.local/state/devdoctor/settings.json";
    private static final Subject UBUNTU = Subject.distro("Ubuntu");
    private static final Subject DEBIAN = Subject.distro("Debian");
    private final Machine machine =
            Machine.of(io.devdoctor.testing.Facts.windows().platform(), NOW);

    private static Finding finding(Subject subject, Verdict verdict, String title) {
        return finding("wsl.release", subject, verdict, title);
    }

    private static Finding finding(String check, Subject subject, Verdict verdict, String title) {
        Evidence seen = new Evidence(Text.of("version"), title, new Source(Source.Kind.COMMAND, "wsl --version", NOW));
        return new Finding(
                new CheckInfo(check, Area.WSL, Set.of(), List.of()),
                subject,
                verdict,
                Certainty.CERTAIN,
                Text.of("evidence.value.said", title),
                Text.of("more"),
                List.of(seen),
                List.of(),
                List.of());
    }

    private Mute mute(Finding finding) {
        return new Muting("known", Optional.empty(), false).of(finding, machine, NOW);
    }

    private Mute until(Finding finding, String day) {
        return new Muting("known", Optional.of(LocalDate.parse(day)), false).of(finding, machine, NOW);
    }

    private Mute untilChanged(Finding finding) {
        return new Muting("known", Optional.empty(), true).of(finding, machine, NOW);
    }

    private static List<Finding> heard(Mute mute, Finding... found) {
        return new MachineMutes(List.of(mute), FILE).hear(List.of(found), NOW);
    }

    private static Finding spoken(Mute mute, Finding found) {
        Finding heard = heard(mute, found).getFirst();
        assertThat(heard.isMuted()).isFalse();
        assertThat(heard.verdict()).isEqualTo(found.verdict());
        assertThat(heard.evidence()).hasSize(found.evidence().size() + 1);
        Evidence why = heard.evidence().getLast();
        assertThat(why.source().what()).isEqualTo(FILE);
        return heard;
    }

    private static MuteState state(Mute mute, Finding... found) {
        return new MachineMutes(List.of(mute), FILE)
                .standings(List.of(found), NOW)
                .getFirst()
                .state();
    }

    @Test
    void keepsEverythingThatWasFound() {
        Finding old = finding(UBUNTU, Verdict.PROBLEM, "old");
        Finding heard = heard(mute(old), old).getFirst();
        assertThat(heard.verdict()).isEqualTo(Verdict.OK);
        assertThat(heard.muted())
                .contains(new Muted(
                        Verdict.PROBLEM,
                        List.of(new Muted.Word(new Muted.By.Person(NOW), "known", Optional.empty(), false))));
        assertThat(heard.title()).isEqualTo(old.title());
        assertThat(heard.evidence()).isEqualTo(old.evidence());
        assertThat(heard.unmuted()).isEqualTo(old);
        assertThat(state(mute(old), old)).isEqualTo(MuteState.ACTIVE);
    }

    @Test
    void isAboutOneSubjectOfOneCheck() {
        Mute mute = mute(finding(UBUNTU, Verdict.WARNING, "old"));
        Finding other = finding(DEBIAN, Verdict.WARNING, "old");
        Finding elsewhere = finding("wsl.disk", UBUNTU, Verdict.WARNING, "old");
        assertThat(heard(mute, other, elsewhere)).containsExactly(other, elsewhere);
        assertThat(state(mute, other, elsewhere)).isEqualTo(MuteState.IDLE);
    }

    @Test
    void holdsToTheEndOfItsLastDay() {
        Finding old = finding(UBUNTU, Verdict.WARNING, "old");
        assertThat(heard(until(old, "2026-11-20"), old)).allMatch(Finding::isMuted);
        Finding heard = spoken(until(old, "2026-11-19"), old);
        assertThat(heard.evidence().getLast().value()).isEqualTo("2026-11-19: known");
        assertThat(state(until(old, "2026-11-19"), old)).isEqualTo(MuteState.EXPIRED);
        assertThat(state(until(old, "2026-11-19"))).isEqualTo(MuteState.EXPIRED);
    }

    @Test
    void holdsUntilTheValueChangesWhereThatIsWanted() {
        Finding one = finding(UBUNTU, Verdict.WARNING, "2.1 is old");
        Finding other = finding(UBUNTU, Verdict.WARNING, "2.2 is old");
        assertThat(heard(untilChanged(one), one)).allMatch(Finding::isMuted);
        assertThat(heard(mute(one), other)).allMatch(Finding::isMuted);
        Finding heard = spoken(untilChanged(one), other);
        assertThat(heard.evidence().getLast().value()).isEqualTo("2.1 is old");
        assertThat(state(untilChanged(one), other)).isEqualTo(MuteState.CHANGED);
    }

    @Test
    void speaksAgainWhenItSaysAnotherSentence() {
        Finding low = titled(Text.of("check.wsl.config-memory.low.title", Text.size(1 << 30)));
        Finding lower = titled(Text.of("check.wsl.config-memory.low.title", Text.size(1 << 29)));
        Finding high = titled(Text.of("check.wsl.config-memory.high.title", Text.size(1), Text.size(2)));
        assertThat(heard(mute(low), lower)).allMatch(Finding::isMuted);
        Finding heard = spoken(mute(low), high);
        assertThat(heard.evidence().getLast().what().key()).isEqualTo("evidence.mute.SENTENCE");
        assertThat(heard.evidence().getLast().value()).isEqualTo("known");
        assertThat(state(mute(low), high)).isEqualTo(MuteState.CHANGED);
    }

    @Test
    void holdsWhateverIsSaidWhereAnOlderMuteDoesNotTell() {
        Mute now = mute(titled(Text.of("check.wsl.config-memory.low.title", Text.size(1))));
        Mute older = new Mute(
                now.check(),
                now.about(),
                now.verdict(),
                now.reason(),
                now.until(),
                now.value(),
                Optional.empty(),
                now.project(),
                now.at(),
                now.unknown());
        Finding high = titled(Text.of("check.wsl.config-memory.high.title", Text.size(1), Text.size(2)));
        assertThat(heard(older, high)).allMatch(Finding::isMuted);
        assertThat(heard(now, high)).noneMatch(Finding::isMuted);
    }

    private static Finding titled(Text title) {
        Finding plain = finding(UBUNTU, Verdict.WARNING, "old");
        return new Finding(
                plain.check(),
                plain.subject(),
                plain.verdict(),
                plain.certainty(),
                title,
                plain.message(),
                plain.evidence(),
                plain.places(),
                plain.fixes(),
                plain.muted());
    }

    @Test
    void speaksAgainWhenItIsWorse() {
        Mute mute = mute(finding(UBUNTU, Verdict.WARNING, "old"));
        spoken(mute, finding(UBUNTU, Verdict.PROBLEM, "old"));
        assertThat(state(mute, finding(UBUNTU, Verdict.PROBLEM, "old"))).isEqualTo(MuteState.WORSE);
        assertThat(heard(mute, finding(UBUNTU, Verdict.INFO, "old"))).allMatch(Finding::isMuted);
    }

    @Test
    void whatCannotBeCheckedIsMutedByItselfAlone() {
        Finding unread = finding(UBUNTU, Verdict.UNKNOWN, "no answer");
        spoken(mute(finding(UBUNTU, Verdict.PROBLEM, "old")), unread);
        assertThat(heard(mute(unread), unread)).allMatch(Finding::isMuted);
        spoken(mute(unread), finding(UBUNTU, Verdict.INFO, "old"));
    }

    @Test
    void hidesNothingThatIsWell() {
        Mute mute = mute(finding(UBUNTU, Verdict.WARNING, "old"));
        Finding well = finding(UBUNTU, Verdict.OK, "new");
        assertThat(heard(mute, well)).containsExactly(well);
        assertThat(state(mute, well)).isEqualTo(MuteState.IDLE);
    }

    @Test
    void followsALineThatAnEditMoved() {
        Finding third = finding(Subject.line(".wslconfig", 3, "wsl2.memory"), Verdict.WARNING, "m");
        Finding fifth = finding(Subject.line(".wslconfig", 5, "wsl2.memory"), Verdict.WARNING, "m");
        Finding swap = finding(Subject.line(".wslconfig", 3, "wsl2.swap"), Verdict.WARNING, "s");
        Finding elsewhere = finding(Subject.line("wsl.conf", 5, "wsl2.memory"), Verdict.WARNING, "m");
        assertThat(heard(mute(third), fifth, swap, elsewhere))
                .filteredOn(Finding::isMuted)
                .hasSize(1)
                .allMatch(one -> one.subject().equals(fifth.subject()));
        assertThat(heard(mute(third), third, fifth))
                .filteredOn(Finding::isMuted)
                .hasSize(1)
                .allMatch(one -> one.subject().equals(third.subject()));
        Finding ninth = finding(Subject.line(".wslconfig", 9, "wsl2.memory"), Verdict.WARNING, "m");
        assertThat(heard(mute(third), fifth, ninth)).noneMatch(Finding::isMuted);
    }

    @Test
    void leavesWhatTheProjectMutedToTheProject() {
        Muted.Word word =
                new Muted.Word(new Muted.By.Comment(new Finding.Place("Dockerfile", 3)), "", Optional.empty(), false);
        Finding muted = finding(UBUNTU, Verdict.WARNING, "old").muted(List.of(word));
        assertThat(heard(mute(muted), muted)).containsExactly(muted);
        assertThat(mute(muted).verdict()).isEqualTo("WARNING");
    }

    @Test
    void countsAsPassedAndIsCountedApart() {
        Finding old = finding(UBUNTU, Verdict.PROBLEM, "old");
        Finding fine = finding(DEBIAN, Verdict.OK, "new");
        ExaminationResult all = result(List.of(old, fine));
        ExaminationResult heard = all.hearing(new MachineMutes(List.of(mute(old)), FILE), NOW);
        assertThat(heard.summary()).containsEntry(Verdict.OK, 1).containsEntry(Verdict.PROBLEM, 0);
        assertThat(heard.muted()).hasSize(1);
        assertThat(heard.headline().title().key()).isEqualTo("headline.healthy");
        assertThat(heard.headline().message().key()).isEqualTo("headline.healthy.muted");
        assertThat(heard.hearing(MachineMutes.NONE, NOW)).isEqualTo(all);
    }

    @Test
    void tellsWhatWasOvertakenOnceHoweverOftenItIsHeard() {
        Finding old = finding(UBUNTU, Verdict.WARNING, "old");
        MachineMutes past = new MachineMutes(List.of(until(old, "2026-11-19")), FILE);
        ExaminationResult once = result(List.of(old)).hearing(past, NOW);
        assertThat(once.hearing(past, NOW)).isEqualTo(once);
        assertThat(once.findings().getFirst().evidence()).hasSize(2);
    }

    @Test
    void explainsNothingOnceItIsMuted() {
        Finding cause = finding(UBUNTU, Verdict.PROBLEM, "old");
        Finding follower =
                finding("wsl.disk", UBUNTU, Verdict.WARNING, "full").explainedBy(List.of(CheckInfo.any("wsl.release")));
        ExaminationResult all = result(List.of(cause, follower));
        assertThat(all.causes().roots()).hasSize(1);
        ExaminationResult heard = all.hearing(new MachineMutes(List.of(mute(cause)), FILE), NOW);
        assertThat(heard.causes().roots()).isEmpty();
        assertThat(heard.findings()).contains(follower);
    }

    @Test
    void isHeardInAnExaminationButNotWhenAFixIsProved() throws Exception {
        Examination examination = new Examination(
                Samples.open("starved-zh-cn"), io.devdoctor.probe.Probes.ALL, io.devdoctor.check.Checks.ALL);
        Examination memory = examination.only(check -> check.id().equals("wsl.config-memory"));
        ExaminationResult plain = memory.run(_ -> {}, new Cancellation());
        Finding ill = plain.findings().stream()
                .filter(finding -> finding.verdict().isIllness())
                .findFirst()
                .orElseThrow();
        Mute mute = new Muting("known", Optional.empty(), true).of(ill, plain.machine(), plain.startedAt());
        ExaminationResult heard = examination
                .muting(new MachineMutes(List.of(mute), FILE))
                .only(check -> check.id().equals("wsl.config-memory"))
                .run(_ -> {}, new Cancellation());
        assertThat(heard.muted()).extracting(Finding::key).containsExactly(ill.key());
        Reexamination again = new Reexamination(
                Samples.open("starved-zh-cn"), io.devdoctor.probe.Probes.ALL, io.devdoctor.check.Checks.ALL);
        assertThat(again.of(Set.of("wsl.config-memory"))).contains(ill);
    }

    @Test
    void aReasonIsOneLineAndNotBlank() {
        assertThat(new Muting("  a\n b\t", Optional.empty(), false).reason()).isEqualTo("a b");
        assertThat(new Muting("x".repeat(9000), Optional.empty(), false).reason())
                .hasSize(Muting.LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> new Muting(" \n", Optional.empty(), false));
    }

    private ExaminationResult result(List<Finding> findings) {
        return new ExaminationResult(
                new Origin.Live(), machine, findings, CauseGraph.of(findings), NOW, Duration.ofSeconds(1));
    }
}

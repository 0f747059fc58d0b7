package io.devdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person copies from a report is run by a shell.
class FixTargetTest {
    private static final String PLAIN = "devdoctor fix docker.daemon-config";

    @Test
    void namesWhatIsMeant() {
        assertThat(command("C:\\Program Files\\a.json")).isEqualTo(PLAIN + " --subject \"C:\\Program Files\\a.json\"");
        assertThat(command("/etc/docker/daemon.json")).isEqualTo(PLAIN + " --subject /etc/docker/daemon.json");
        assertThat(command("构建 服务")).isEqualTo(PLAIN + " --subject \"构建 服务\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(reboot)",
                "`reboot`",
                "a\" ; reboot ; \"",
                "%COMSPEC%",
                "!x!",
                "a\u201D; reboot",
                "a\nreboot",
                "a\u202Eb",
                "folder\\"
            })
    void leavesOutWhatAShellWouldTakeForMore(String subject) {
        assertThat(command(subject)).isEqualTo(PLAIN);
    }

    @Test
    void leavesOutWhatTheReaderIsNotShown() {
        Finding finding = finding("a.json");
        assertThat(new FixTarget(SickMachine.ill().add(finding).result())
                        .command(finding, finding.fixes().getFirst(), _ -> "path-1"))
                .isEqualTo(PLAIN);
    }

    private static String command(String subject) {
        Finding finding = finding(subject);
        return new FixTarget(SickMachine.ill().add(finding).result())
                .command(finding, finding.fixes().getFirst(), word -> word);
    }

    private static Finding finding(String subject) {
        return SickMachine.finding(
                        SickMachine.info("docker.daemon-config", Area.DOCKER),
                        Subject.of(Subject.Kind.FILE, subject),
                        Verdict.WARNING,
                        "About it",
                        SickMachine.evidence("read", "value", "source"))
                .fixedBy(Fix.safe(
                        "docker.daemon-config/x", Text.of("Remove it"), new Step.Manual(Text.of("Do it."), null)));
    }
}

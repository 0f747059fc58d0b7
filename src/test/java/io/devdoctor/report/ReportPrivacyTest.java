package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What must not leave the machine is put wherever a text of a finding can stand, and looked for in every document.
class ReportPrivacyTest {
    private static final String TOKEN = "ghp_" + "a1B2c3D4".repeat(4) + "e5F6";
    private static final String PASSWORD = "hunter2-Sommer";
    private static final List<String> SECRETS = List.of(
            "GITHUB=" + TOKEN,
            "http://proxyuser:" + PASSWORD + "@proxy.corp.example:7890",
            "MYSQL_ROOT_PASSWORD=" + PASSWORD);
    private static final List<String> IDENTITIES = List.of(
            "C:\\Users\\li\\.wslconfig",
            "/mnt/c/Users/li/code",
            "host LI-PC.corp.example",
            "li.wei@corp.example",
            "10.30.0.3:443",
            "https://hub.corp.example/v2/");
    private static final List<String> EVERYBODYS = List.of(
            "docker.m.daocloud.io", "ghcr.io", "127.0.0.1", "172.17.0.1", "Ubuntu-24.04", "docker-desktop", "2.7.14.0");

    static Stream<Arguments> documents() {
        return Stream.of(ReportFormat.values())
                .flatMap(format -> Stream.of(Language.values()).map(language -> Arguments.of(format, language)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingTellsWhoseMachineItIs(ReportFormat format, Language language) {
        String document = Documents.write(canaries(IDENTITIES), format, language, true);
        SoftAssertions all = new SoftAssertions();
        for (String name : List.of("Users\\li", "Users/li", "LI-PC", "li.wei", "corp.example", "10.30.0.3")) {
            all.assertThat(document.replace("\\\\", "\\")).doesNotContainIgnoringCase(name);
        }
        all.assertAll();
        assertThat(document)
                .contains("path-1")
                .contains("host-1")
                .contains("ip-1")
                .contains("registry-1");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void secretsAreMaskedEvenWhereNamesAreShown(ReportFormat format, Language language) {
        for (boolean redacted : List.of(true, false)) {
            String document = Documents.write(canaries(SECRETS), format, language, redacted);
            assertThat(document).doesNotContain(TOKEN).doesNotContain(PASSWORD).contains("****");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesAreShownToWhomAsksForThem(ReportFormat format, Language language) {
        String document = Documents.write(canaries(IDENTITIES), format, language, false);
        assertThat(document).contains("LI-PC").contains("10.30.0.3");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsEverybodysStays(ReportFormat format, Language language) {
        String document = Documents.write(canaries(EVERYBODYS), format, language, true);
        assertThat(document).contains(EVERYBODYS);
    }

    /// One finding for each: in its title, message, evidence, source, place, subject, fix; and in the consequences.
    private static ExaminationResult canaries(List<String> canaries) {
        SickMachine machine = SickMachine.ill();
        for (String canary : canaries) {
            machine.add(finding(
                            info("docker.daemon-config", Area.DOCKER),
                            Subject.of(Subject.Kind.FILE, canary),
                            Verdict.WARNING,
                            "Something about " + canary + " is odd",
                            evidence("read " + canary, "{\"value\": \"" + canary + "\"}", "GET " + canary))
                    .at(canary, 1)
                    .fixedBy(Fix.safe(
                            "docker.daemon-config/x",
                            Text.of("Remove " + canary),
                            new Step.Manual(Text.of("Do it."), null))));
        }
        return machine.result();
    }
}

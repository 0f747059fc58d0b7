package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Platform;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.Generator;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Machines are generated, secrets and names planted in every place that a document has, and looked for in each
/// format: the names in redacted ones, the secrets in all.
class CanaryTest {
    private static final int ROUNDS = 25;
    private static final String TAIL = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0";
    private static final String PASSWORD = "Kanarienvogel7";

    /// A secret as it stands in a text, and the part that must be gone.
    private record Secret(String text, String gone) {}

    private static final List<Secret> SECRETS = List.of(
            token("ghp_", 36),
            token("gho_", 36),
            token("ghs_", 36),
            token("github_pat_", 40),
            token("glpat-", 20),
            new Secret("AKIAQ4CANARYBIRD7XYZ", "Q4CANARYBIRD7XYZ"),
            token("xoxb-", 30),
            token("npm_", 36),
            token("pypi-", 40),
            token("dckr_pat_", 27),
            token("AIza", 35),
            new Secret("https://x.blob.example/c?sv=2024&sig=" + TAIL + "%3D", TAIL),
            new Secret("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ." + TAIL, "eyJzdWIiOiJjYW5hcnkifQ"),
            new Secret("-----BEGIN PRIVATE KEY-----\nMIIC" + TAIL + "\n-----END PRIVATE KEY-----", TAIL),
            new Secret("https://bot:" + PASSWORD + "@git.example/x.git", PASSWORD),
            new Secret("http_proxy=http://me:" + PASSWORD + "@10.1.2.3:8080", PASSWORD),
            new Secret("{\"auths\": {\"r.example\": {\"auth\": \"Y2FuYXJ5OmNhbmFyeQ==\"}}}", "Y2FuYXJ5OmNhbmFyeQ"),
            new Secret("POSTGRES_PASSWORD=" + PASSWORD, PASSWORD));

    private static Secret token(String prefix, int length) {
        return new Secret(prefix + TAIL.substring(0, length), TAIL.substring(0, length));
    }

    private static final List<String> USERS = List.of("wangxm", "王小明", "Zhang San", "j.doe");
    private static final List<String> HOSTS = List.of("DESKTOP-7QK2L1M", "WANGXM-X1", "小明的电脑");

    @ParameterizedTest
    @EnumSource
    void nothingThatWasPlantedIsFound(ReportFormat format) {
        Generator.check(ROUNDS, generator -> {
            String user = generator.oneOf(USERS);
            String host = generator.oneOf(HOSTS);
            String home = "C:\\Users\\" + user;
            List<String> names = List.of(
                    home + "\\src",
                    "/mnt/c/Users/" + user + "/src",
                    "\\\\" + host + "\\share",
                    "wang.xm@contoso.example",
                    "https://hub.contoso.example:5000/v2/",
                    "10.53.21.7",
                    "203.99.8.7",
                    "fd12:3456:789a::5");
            List<Secret> secrets = new ArrayList<>();
            for (int i = 0; i < 3; i++) secrets.add(generator.oneOf(SECRETS));
            List<String> planted = new ArrayList<>(List.of(generator.oneOf(names), generator.oneOf(names)));
            secrets.forEach(secret -> planted.add(secret.text()));
            ExaminationResult result = machine(user, host, home, planted);
            String redacted = write(result, format, true);
            for (String gone : List.of(user, host, "contoso", "10.53.21.7", "203.99.8.7", "fd12:3456")) {
                assertThat(redacted.toLowerCase(Locale.ROOT)).doesNotContain(gone.toLowerCase(Locale.ROOT));
            }
            for (Secret secret : secrets) {
                assertThat(redacted).doesNotContain(secret.gone());
                assertThat(write(result, format, false)).doesNotContain(secret.gone());
            }
        });
    }

    private static String write(ExaminationResult result, ReportFormat format, boolean redacted) {
        ReportOptions options = new ReportOptions(Language.ENGLISH, redacted, ZoneOffset.UTC, "1.2.3").bilingually();
        return new String(Reports.write(result, format, options), StandardCharsets.UTF_8);
    }

    /// Each in a title, message, evidence, source, place, subject, reason and fix.
    private static ExaminationResult machine(String user, String host, String home, List<String> planted) {
        SickMachine sick = SickMachine.ill();
        for (String canary : planted) {
            sick.add(finding(
                            info("docker.daemon-config", Area.DOCKER),
                            Subject.of(Subject.Kind.FILE, canary),
                            Verdict.WARNING,
                            "About " + canary,
                            evidence("read " + canary, "{\"value\": \"" + canary + "\"}", "GET " + canary))
                    .at(canary, 1)
                    .fixedBy(Fix.safe(
                            "docker.daemon-config/x",
                            Text.of("Remove " + canary),
                            new Step.Manual(Text.of("Do it."), null))));
        }
        ExaminationResult ill = sick.result();
        Platform like = Facts.windows().platform();
        Machine machine = Machine.of(
                new Platform(
                        like.family(),
                        like.version(),
                        like.locale(),
                        like.ansiCodePage(),
                        like.oemCodePage(),
                        like.timeZone(),
                        user,
                        home,
                        host),
                ill.machine().taken());
        return new ExaminationResult(
                ill.origin(), machine, ill.findings(), CauseGraph.of(ill.findings()), ill.startedAt(), ill.took());
    }
}

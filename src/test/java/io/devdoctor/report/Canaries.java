package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;

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
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;

/// Secrets and names planted on a machine.
///
/// @param texts what is planted: names of the machine and secrets
public record Canaries(String user, String host, List<Secret> secrets, List<String> texts) {
    private static final String TAIL = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0";
    private static final String PASSWORD = "Kanarienvogel7";

    /// A secret as it stands in a text, and the part that must be gone.
    public record Secret(String text, String gone) {}

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

    public static Canaries plant(Generator generator) {
        String user = generator.oneOf(USERS);
        String host = generator.oneOf(HOSTS);
        List<String> names = List.of(
                home(user) + "\\src",
                "/mnt/c/Users/" + user + "/src",
                "\\\\" + host + "\\share",
                "wang.xm@contoso.example",
                "https://hub.contoso.example:5000/v2/",
                "10.53.21.7",
                "203.99.8.7",
                "fd12:3456:789a::5");
        List<Secret> secrets = new ArrayList<>();
        for (int i = 0; i < 3; i++) secrets.add(generator.oneOf(SECRETS));
        List<String> texts = new ArrayList<>(List.of(generator.oneOf(names), generator.oneOf(names)));
        secrets.forEach(secret -> texts.add(secret.text()));
        return new Canaries(user, host, secrets, texts);
    }

    public static List<Secret> allSecrets() {
        return SECRETS;
    }

    /// What must not be told of the machine.
    public List<String> names() {
        return List.of(user, host, "contoso", "10.53.21.7", "203.99.8.7", "fd12:3456");
    }

    private static String home(String user) {
        return "C:\\Users\\" + user;
    }

    /// Each in a title, message, evidence, source, place, subject, reason and fix.
    public ExaminationResult machine() {
        SickMachine sick = SickMachine.ill();
        for (String canary : texts) {
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
                        home(user),
                        host),
                ill.machine().taken());
        return new ExaminationResult(
                ill.origin(), machine, ill.findings(), CauseGraph.of(ill.findings()), ill.startedAt(), ill.took());
    }
}

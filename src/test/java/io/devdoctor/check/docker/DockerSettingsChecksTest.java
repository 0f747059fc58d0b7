package io.devdoctor.check.docker;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.NOW;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.Facts.unknown;
import static io.devdoctor.testing.FindingAssert.examine;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.outcome;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerSettingsChecksTest {
    private static final String DEAD = "https://docker.mirrors.ustc.edu.cn";
    private static final String GOOD = "https://docker.m.daocloud.io";
    private static final Reading<Interval> OFFSET = known(Interval.around(Duration.ZERO, Duration.ofMillis(20)));
    private static final Reading<Clocks> ONLINE =
            known(new Clocks(OFFSET, List.of(new Clocks.Sample("ntp.aliyun.com", OFFSET)), List.of(), absent()));
    private final Check daemon = new DaemonConfigCheck();
    private final Check mirrors = new RegistryMirrorsCheck();
    private final Check disk = new DiskUsageCheck();

    private static final String IMAGE = "sha256:" + "a".repeat(64);
    private static final String CACHE = "k2v9x0qj5c1mfd8w3nhe4ylzb";

    @Test
    void fileThatIsNotThereOrFineIsFine() {
        expect(daemon, new DockerFacts().windows(), Verdict.OK, "absent");
        expect(daemon, json("{\"experimental\": false, \"log-opts\": {\"max-file\": \"3\"}}"), Verdict.OK, "ok");
        expect(daemon, json(" "), Verdict.OK, "ok");
        Machine unread = new DockerFacts().daemonJson(denied()).windows();
        expect(daemon, unread, Verdict.UNKNOWN, "unknown");
    }

    @Test
    void fullWidthCommaIsFoundAndRepaired() {
        Finding finding = expect(
                daemon, json("{\r\n  \"debug\": true，\r\n  \"experimental\": false\r\n}"), Verdict.PROBLEM, "broken");
        assertThat(Objects.requireNonNull(finding.place()).line()).isEqualTo(2);
        assertThat(title(finding)).isEqualTo("daemon.json is broken in line 2");
        assertThat(after(finding)).isEqualTo("{\r\n  \"debug\": true,\r\n  \"experimental\": false\r\n}");
        assertThat(finding.fixes().getFirst().takesEffect()).isEqualTo(TakesEffect.NOW);
    }

    @Test
    void damageWithMoreThanOneReadingIsLeftToThePerson() {
        Finding cut = expect(daemon, json("{\"debug\": tr"), Verdict.PROBLEM, "broken");
        assertThat(cut.fixes().getFirst().isManual()).isTrue();
        Machine nul = new DockerFacts().daemonJson(new byte[12]).windows();
        assertThat(expect(daemon, nul, Verdict.PROBLEM, "broken")
                        .fixes()
                        .getFirst()
                        .isManual())
                .isTrue();
    }

    @Test
    void refusedKeysAreRemovedAndNothingElse() {
        Finding graph = expect(
                daemon, json("{\n  \"debug\": true,\n  \"graph\": \"Z:/docker\"\n}\n"), Verdict.PROBLEM, "refused");
        assertThat(after(graph)).isEqualTo("{\n  \"debug\": true\n}\n");
        Finding unknownKey = expect(daemon, json("{\"registry-mirorrs\": []}"), Verdict.PROBLEM, "refused");
        assertThat(unknownKey.evidence()).anyMatch(evidence -> evidence.value().contains("registry-mirorrs"));
        Finding type = expect(daemon, json("{\"log-opts\": {\"max-file\": 3}}"), Verdict.PROBLEM, "refused");
        assertThat(type.fixes().getFirst().isManual()).isTrue();
    }

    /// What we write is plain UTF-8: an edit of any kind takes the mark away, and nothing else with it.
    @Test
    void anEditLeavesNoByteOrderMark() {
        Finding graph = expect(
                daemon,
                json("\uFEFF{\r\n  \"debug\": true,\r\n  \"graph\": \"Z:/docker\"\r\n}\r\n"),
                Verdict.PROBLEM,
                "refused");
        assertThat(after(graph)).isEqualTo("{\r\n  \"debug\": true\r\n}\r\n");
    }

    @Test
    void keyUnknownToOurTableIsOnlyLikelyWrongOnANewerEngine() {
        Machine newer = new DockerFacts()
                .engineVersion("30.0.0")
                .daemonJson("{\"new-key\": 1}")
                .windows();
        expect(daemon, newer, Verdict.WARNING, "unknown-keys");
        DockerFacts stopped = new DockerFacts().stopped().daemonJson("{\"new-key\": 1}");
        expect(daemon, stopped.install("4.89.0").windows(), Verdict.PROBLEM, "refused");
        expect(daemon, stopped.install("4.95.0").windows(), Verdict.WARNING, "unknown-keys");
        expect(daemon, stopped.install("").windows(), Verdict.WARNING, "unknown-keys");
    }

    @ParameterizedTest
    @CsvSource({"docker.1ms.run", "https://user:pw@m.example", "https://m.example?x=1", "ftp://m.example"})
    void mirrorThatTheEngineRefuses(String mirror) {
        expect(daemon, json("{\"registry-mirrors\": [\"" + mirror + "\"]}"), Verdict.PROBLEM, "bad-mirrors");
    }

    @Test
    void idleAndRepeatedKeysAreSaid() {
        Finding idle = expect(
                daemon,
                json("{\"registry-mirror\": [], \"debug\": true, \"debug\": false}"),
                Verdict.INFO,
                "no-effect");
        assertThat(title(idle)).contains("registry-mirror").contains("debug");
    }

    @ParameterizedTest
    @CsvSource({"data-root", "hosts"})
    void whatDockerDesktopDecidesIsNotForTheFile(String key) {
        String text = "{\"" + key + "\": " + (key.equals("hosts") ? "[\"tcp://0.0.0.0:2375\"]" : "\"D:/d\"") + "}";
        Finding owned = expect(daemon, json(text), Verdict.WARNING, "owned-by-desktop");
        assertThat(owned.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(title(owned)).endsWith(key);
        expect(daemon, new DockerFacts().plain().daemonJson(text).on(Facts.linux()), Verdict.OK, "ok");
    }

    /// The engine itself takes both; that Docker Desktop may not is the matter of docker.config-files.
    @Test
    void aMarkDoesNotKeepTheEngineFromReading() {
        expect(daemon, json("\uFEFF{\"debug\": true}"), Verdict.OK, "ok");
        Machine utf16 = new DockerFacts()
                .daemonJson("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE))
                .windows();
        expect(daemon, utf16, Verdict.OK, "ok");
    }

    @Test
    void mirrorsThatTheEngineDoesNotHaveYet() {
        String file = "{\"registry-mirrors\": [\"" + GOOD + "\"]}";
        expect(daemon, new DockerFacts().daemonJson(file).mirrors(GOOD + "/").windows(), Verdict.OK, "ok");
        expect(daemon, new DockerFacts().daemonJson(file).windows(), Verdict.WARNING, "not-applied");
        // An engine that does not answer tells nothing.
        expect(daemon, new DockerFacts().daemonJson(file).stopped().windows(), Verdict.OK, "ok");
    }

    @Test
    void onLinuxTheFileBelongsToRoot() {
        Machine linux =
                new DockerFacts().plain().daemonJson("{\"debug\": true,}").on(Facts.linux());
        Finding broken = expect(daemon, linux, Verdict.PROBLEM, "broken");
        assertThat(broken.fixes().getFirst().isManual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        200, application/json, 210,  OK,      ok
        401, application/json, 210,  OK,      ok
        401, application/json, 3500, INFO,    slow
        200, text/html;q=1,    210,  WARNING, web-page
        403, text/html,        210,  WARNING, refuses
        404, text/plain,       210,  WARNING, refuses
        503, text/plain,       210,  WARNING, refuses
        """)
    void mirrorAnswers(int status, String type, long millis, Verdict verdict, String outcome) {
        Machine machine = mirrored(known(new HttpAnswer(status, type, "registry/2.0", millis)));
        expect(mirrors, machine, verdict, outcome);
    }

    @ParameterizedTest
    @CsvSource({"200", "401"})
    void mirrorThatDoesNotCallItselfARegistryIsDoubted(int status) {
        Machine machine = mirrored(known(new HttpAnswer(status, "application/json", "", 210)));
        Finding doubtful = expect(mirrors, machine, Verdict.WARNING, "no-registry");
        assertThat(doubtful.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({"dns", "tcp", "tls"})
    void deadMirrorNamesTheStep(String step) {
        Finding dead = expect(mirrors, online(unknown(Reading.Cause.FAILED, step)), Verdict.WARNING, "dead");
        assertThat(dead.title().args().getLast())
                .hasToString("Nested[value=Text[key=mirror.step." + step + ", args=[]]]");
    }

    @Test
    void deadMirrorIsCutOutOfTheFileAndNothingElse() {
        Finding dead = expect(mirrors, online(timedOut()), Verdict.WARNING, "dead");
        assertThat(after(dead)).isEqualTo("{\"registry-mirrors\": [\"" + GOOD + "\"], \"debug\": true}");
        assertThat(dead.fixes().getFirst().takesEffect()).isEqualTo(TakesEffect.NOW);
    }

    @Test
    void withoutAnySignOfLifeNoMirrorIsTakenAway() {
        Finding dead = expect(mirrors, mirrored(unknown(Reading.Cause.FAILED, "dns")), Verdict.WARNING, "dead");
        assertThat(dead.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.isManual()).isTrue();
            assertThat(fix.id()).endsWith("offline");
        });
    }

    @Test
    void behindAProxyNoMirrorIsCalledDeadForCertain() {
        List<Reading<String>> proxies = List.of(known("10.0.0.1:3128"), known("automatic"), denied());
        for (Reading<String> proxy : proxies) {
            Machine machine = mirrored(timedOut(), proxy).with(Part.CLOCKS, ONLINE);
            Finding dead = expect(mirrors, machine, Verdict.WARNING, "dead-directly");
            assertThat(dead.certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(dead.fixes())
                    .singleElement()
                    .satisfies(fix -> assertThat(fix.isManual()).isTrue());
        }
    }

    @Test
    void eachMirrorIsJudgedByItself() {
        Mirror dead = new Mirror(DEAD, true, true, unknown(Reading.Cause.FAILED, "dns"));
        Mirror good = new Mirror(GOOD, true, true, known(new HttpAnswer(401, "", "registry/2.0", 90)));
        Machine machine =
                machine(new RegistryMirrors(known(List.of(DEAD, GOOD)), absent(), List.of(dead, good), absent()));
        assertThat(examine(mirrors, machine).stream()
                        .map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly(DEAD + " dead", GOOD + " ok");
    }

    @Test
    void noMirrorsAndUnreadMirrors() {
        expect(mirrors, machine(new RegistryMirrors(absent(), absent(), List.of(), absent())), Verdict.OK, "none");
        expect(
                mirrors,
                machine(new RegistryMirrors(denied(), absent(), List.of(), absent())),
                Verdict.UNKNOWN,
                "unknown");
        expect(
                mirrors,
                new DockerFacts().windows().with(Part.REGISTRY_MIRRORS, absent()),
                Verdict.NOT_APPLICABLE,
                "not-applicable");
        expect(mirrors, mirrored(unknown(Reading.Cause.NOT_RECORDED, "")), Verdict.UNKNOWN, "unknown");
        Machine nowhere = new DockerFacts()
                .nowhere()
                .windows()
                .with(Part.REGISTRY_MIRRORS, known(new RegistryMirrors(absent(), absent(), List.of(), absent())));
        expect(mirrors, nowhere, Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @Test
    void rubbishIsListedObjectByObjectAndVolumesStay() {
        Finding much = expect(disk, usage(usage(8 * GB, 6 * GB)), Verdict.WARNING, "much");
        Fix fix = much.fixes().getFirst();
        assertThat(fix.effects()).containsExactlyInAnyOrder(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE);
        assertThat(fix.steps().stream().map(step -> ((Step.EngineCall) step).change()))
                .containsExactly(
                        new EngineChange.RemoveImage(IMAGE, "<none> aaaaaaaaaaaa", 7 * GB),
                        new EngineChange.RemoveBuildCache(CACHE, "RUN go build", 6 * GB));
    }

    @Test
    void littleRubbishIsInformationOrNothing() {
        expect(disk, usage(usage(2 * GB, GB / 2)), Verdict.INFO, "some");
        DiskUsage little = usage(GB, GB / 2);
        expect(disk, usage(little), Verdict.UNKNOWN, "unknown");
        DiskUsage sized = new DiskUsage(GB, List.of(), little.containers(), little.volumes(), little.cache());
        expect(disk, usage(sized), Verdict.OK, "ok");
        expect(
                disk,
                new DockerFacts().windows().with(Part.DISK_USAGE, timedOut()).with(Part.WSL_DISKS, absent()),
                Verdict.UNKNOWN,
                "unknown");
        expect(
                disk,
                new DockerFacts()
                        .stopped()
                        .windows()
                        .with(Part.DISK_USAGE, absent())
                        .with(Part.WSL_DISKS, absent()),
                Verdict.NOT_APPLICABLE,
                "not-applicable");
    }

    /// The first image shares 1 GB; its use by containers is known to be none.
    private static DiskUsage usage(long dangling, long cache) {
        return new DiskUsage(
                20 * GB,
                List.of(
                        new DiskUsage.Image(IMAGE, List.of(), dangling, GB, 0, NOW),
                        new DiskUsage.Image("sha256:bbbb", List.of(), 9 * GB, 0, -1, NOW),
                        new DiskUsage.Image("sha256:cccc", List.of("golang:1.26"), GB, 0, 0, NOW)),
                List.of(new DiskUsage.ContainerLayer("d1", "db", "running", GB)),
                List.of(new DiskUsage.Volume("data", 50 * GB, 0, false)),
                List.of(
                        new DiskUsage.Cache(CACHE, "regular", cache, false, false, "RUN go build"),
                        new DiskUsage.Cache("c2", "regular", GB, true, false, "in use"),
                        new DiskUsage.Cache("c3", "regular", GB, false, true, "shared")));
    }

    private static Machine usage(DiskUsage usage) {
        return new DockerFacts().windows().with(Part.DISK_USAGE, known(usage)).with(Part.WSL_DISKS, absent());
    }

    private static Machine json(String json) {
        return new DockerFacts().daemonJson(json).windows();
    }

    private static Machine mirrored(Reading<HttpAnswer> answer) {
        return mirrored(answer, absent());
    }

    private static Machine mirrored(Reading<HttpAnswer> answer, Reading<String> proxy) {
        return machine(new RegistryMirrors(
                known(List.of(DEAD)), absent(), List.of(new Mirror(DEAD, true, false, answer)), proxy));
    }

    private static Machine online(Reading<HttpAnswer> answer) {
        return mirrored(answer).with(Part.CLOCKS, ONLINE);
    }

    private static Machine machine(RegistryMirrors mirrors) {
        String file = "{\"registry-mirrors\": [\"" + DEAD + "\", \"" + GOOD + "\"], \"debug\": true}";
        return new DockerFacts()
                .daemonJson(file)
                .windows()
                .with(Part.BUILDERS, absent())
                .with(Part.REGISTRY_MIRRORS, known(mirrors));
    }

    private static String after(Finding finding) {
        List<Step> steps = finding.fixes().getFirst().steps();
        // Docker Desktop runs on this machine: stopped before the edit, started after it.
        assertThat(steps).hasSize(3).element(1).isInstanceOf(Step.EditFile.class);
        return new String(
                Objects.requireNonNull(((Step.EditFile) steps.get(1)).after()).toArray(), StandardCharsets.UTF_8);
    }
}

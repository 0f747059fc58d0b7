package io.devdoctor.check.wsl;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.FindingAssert.examine;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.outcome;
import static io.devdoctor.testing.FindingAssert.title;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslConfigFile;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import io.devdoctor.testing.WslFacts;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WslConfigChecksTest {
    private static final String PATH = "C:\\Users\\li\\.wslconfig";
    private final Check syntax = new ConfigSyntaxCheck();
    private final Check keys = new ConfigKeysCheck();
    private final Check memory = new ConfigMemoryCheck();
    private final Check processors = new ConfigProcessorsCheck();

    @Test
    void noFileIsHealthy() {
        expect(syntax, machine((String) null), Verdict.OK, "none");
        expect(keys, machine((String) null), Verdict.OK, "none");
        expect(memory, machine((String) null), Verdict.OK, "ok");
        expect(processors, machine((String) null), Verdict.OK, "ok");
    }

    @Test
    void goodFileIsHealthy() {
        Machine machine = machine("[wsl2]\r\nmemory=8GB\r\nprocessors=4 # half\r\n");
        expect(syntax, machine, Verdict.OK, "ok");
        expect(keys, machine, Verdict.OK, "ok");
        expect(memory, machine, Verdict.OK, "ok");
        expect(processors, machine, Verdict.OK, "ok");
    }

    @Test
    void refusedFileIsUnknown() {
        Machine refused = machine((String) null)
                .with(Part.WSL_CONFIG, known(new WslConfigFile(PATH, denied(), absent(), Map.of())));
        for (Check check : List.of(syntax, keys, memory, processors)) {
            expect(check, refused, Verdict.UNKNOWN, "unknown");
        }
    }

    @Test
    void eightWithoutUnitIsEightBytes() {
        Machine machine = machine("[wsl2]\r\nmemory=8\r\n");
        Finding misread = expect(syntax, machine, Verdict.PROBLEM, "misread");
        assertThat(title(misread)).isEqualTo("WSL misreads line 2 of .wslconfig: memory=8");
        assertThat(after(misread)).isEqualTo("[wsl2]\r\nmemory=8GB\r\n");
        Finding low = expect(memory, machine, Verdict.WARNING, "low-bytes");
        assertThat(title(low)).isEqualTo("WSL is limited to 256 MB of memory");
        assertThat(after(low)).isEqualTo("[wsl2]\r\nmemory=8GB\r\n");
        assertThat(low.place()).isEqualTo(new Finding.Place(PATH, 2));
    }

    /// Distribution of blame: the misread line explains the low limit, another line does not.
    @Test
    void misreadMemoryLineExplainsTheLimitAndNoOtherLineDoes() {
        assertThat(causesOf(machine("[wsl2]\nmemory=8\n"))).containsExactly("wsl.config-memory by .wslconfig:2");
        assertThat(causesOf(machine("[wsl2]\nmemory=2GB\nswap=1 GB\n"))).isEmpty();
    }

    /// One automatic fix after the other, until none is left.
    private String cured(Check check, String file) {
        return examine(check, machine(file)).stream()
                .filter(finding -> finding.fixes().stream().anyMatch(fix -> !fix.isManual()))
                .findFirst()
                .map(finding -> cured(check, after(finding)))
                .orElse(file);
    }

    @Test
    void ofTwoLinesThePersonKeepsOne() {
        Finding twice = expect(syntax, machine("[wsl2]\nmemory=8GB\nMemory=6GB\n"), Verdict.WARNING, "line-lost");
        assertThat(twice.fixes()).allMatch(Fix::isManual);
        assertThat(twice.fixes().getFirst().title().args().toString()).contains("wsl2.memory=8GB", "wsl2.Memory=6GB");
        Finding same = expect(syntax, machine("[wsl2]\nmemory=8GB\nmemory=8GB\n"), Verdict.WARNING, "line-lost");
        assertThat(after(same)).isEqualTo("[wsl2]\nmemory=8GB\n");
    }

    @Test
    void onlyZerosSayWhatHappened() {
        Finding lost = expect(syntax, machine(new byte[64]), Verdict.PROBLEM, "zeros");
        assertThat(title(lost)).isEqualTo(".wslconfig holds only zero bytes: its text is lost");
        assertThat(lost.fixes()).allMatch(Fix::isManual);
    }

    private List<String> causesOf(Machine machine) {
        List<Finding> all = new ArrayList<>(examine(syntax, machine));
        all.addAll(examine(memory, machine));
        return CauseGraph.of(all).causedBy().entrySet().stream()
                .map(entry -> entry.getKey().check().id() + " by "
                        + entry.getValue().getFirst().subject().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # host GB, value,  verdict, outcome
        16, 2GB,        WARNING, low
        16, 4GB,        OK,      ok
        16, 12GB,       OK,      ok
        16, 13GB,       WARNING, high
        16, 16GB,       WARNING, high
        16, 99GB,       WARNING, above-host
        4,  1GB,        OK,      ok
        4,  2GB,        WARNING, high
        6,  2GB,        OK,      ok
        16, 0,          OK,      ok
        16, '8 GB',     OK,      ok
        16, 3072MB,     WARNING, low
        64, 8GB,        WARNING, low
        64, 16GB,       OK,      ok
        8,  2GB,        OK,      ok
        8,  1GB,        WARNING, low
        8,  6GB,        WARNING, high
        """)
    void memory(long host, String value, Verdict verdict, String outcome) {
        Machine machine = machine("[wsl2]\nmemory=" + value + "\n")
                .with(Part.HOST, new HostFacts().memory(host * GB, GB).host());
        expect(memory, machine, verdict, outcome);
    }

    /// The advice itself must never be found too high or too low again.
    @Test
    void adviceIsAlwaysWell() {
        for (long gigabytes = 3; gigabytes <= 256; gigabytes++) {
            for (long reserved : List.of(0L, 200L << 20)) {
                Machine host = machine("[wsl2]\nmemory=257MB\n")
                        .with(
                                Part.HOST,
                                new HostFacts()
                                        .memory(gigabytes * GB - reserved, GB)
                                        .host());
                Finding found = examine(memory, host).getFirst();
                if (found.verdict() == Verdict.OK) continue;
                if (gigabytes < 8) {
                    assertThat(found.fixes()).isEmpty();
                    continue;
                }
                Machine cured = machine(after(found))
                        .with(
                                Part.HOST,
                                new HostFacts()
                                        .memory(gigabytes * GB - reserved, GB)
                                        .host());
                assertThat(outcome(examine(memory, cured).getFirst()))
                        .as(gigabytes + " GB")
                        .isEqualTo("ok");
            }
        }
    }

    /// Where no limit leaves both enough, none is set.
    @Test
    void noLimitOnASmallComputerIsNotCuredByAnother() {
        Machine small = machine((String) null)
                .with(Part.HOST, new HostFacts().memory(6 * GB, GB).host());
        Finding found = expect(memory, small, Verdict.WARNING, "high-default");
        assertThat(found.fixes()).isEmpty();
        assertThat(found.message().args().toString()).contains("memory.not-enough");
    }

    @Test
    void aLimitIsSetWithTheNextStartOfWsl() {
        Fix fix = expect(memory, machine("[wsl2]\nmemory=2GB\n"), Verdict.WARNING, "low")
                .fixes()
                .getFirst();
        assertThat(fix.isSafe()).isTrue();
        assertThat(fix.takesEffect()).isEqualTo(TakesEffect.WSL_RESTART);
    }

    @Test
    void runningVirtualMachineIsEvidence() {
        Machine machine = machine("[wsl2]\nmemory=2GB\n")
                .with(
                        Part.WSL_ANSWER,
                        known(new WslAnswer(
                                absent(),
                                Map.of(
                                        "Ubuntu",
                                        new WslAnswer.Live(
                                                known(2030542848L),
                                                known(8),
                                                known("6.6"),
                                                absent(),
                                                absent(),
                                                Map.of(),
                                                absent(),
                                                absent(),
                                                absent(),
                                                absent(),
                                                absent(),
                                                absent())))));
        assertThat(expect(memory, machine, Verdict.WARNING, "low").evidence())
                .anyMatch(evidence -> evidence.value().equals("2030542848"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # logical, value, verdict, outcome
        8,  4,    OK,      ok
        8,  2,    OK,      ok
        8,  1,    WARNING, low
        16, 2,    WARNING, low
        8,  9,    WARNING, above
        8,  0,    OK,      ok
        8,  -1,   OK,      ok
        8,  many, OK,      ok
        1,  1,    OK,      ok
        """)
    void processors(int logical, String value, Verdict verdict, String outcome) {
        Machine machine = machine("[wsl2]\nprocessors=" + value + "\n")
                .with(Part.HOST, new HostFacts().processors(logical).host());
        Finding found = expect(processors, machine, verdict, outcome);
        if (verdict != Verdict.OK) {
            assertThat(after(found)).isEqualTo("[wsl2]\nprocessors=" + logical / 2 + "\n");
        }
    }

    @Test
    void everyLineHasItsOwnCureAndTheRestStays() {
        String file = """
            ; limits
            [wsl2]
            memory=8 GB
            swap=1.5GB
            kernel=C:\\temp\\new
            guiApplications=yes
            memory=4GB
            processors=many
            """;
        List<Finding> found = examine(syntax, machine(file));
        assertThat(found.stream().map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly(
                        ".wslconfig:1 line-lost",
                        ".wslconfig:3 line-lost",
                        ".wslconfig:4 line-lost",
                        ".wslconfig:5 misread",
                        ".wslconfig:6 line-lost",
                        ".wslconfig:7 line-lost",
                        ".wslconfig:8 line-lost");
        assertThat(after(found.getFirst())).isEqualTo(file.replace("; limits", "# limits"));
        assertThat(after(found.get(2))).isEqualTo(file.replace("1.5GB", "1536MB"));
        assertThat(cured(syntax, file)).isEqualTo("""
            # limits
            [wsl2]
            memory=8GB
            swap=1536MB
            kernel=C:\\\\temp\\\\new
            guiApplications=true
            memory=4GB
            processors=many
            """);
        // What "many" means, and which of two amounts, nobody can know, so only words are offered.
        assertThat(found.subList(5, 7))
                .allMatch(finding -> finding.fixes().getFirst().isManual());
    }

    @Test
    void keysAreMovedRenamedOrCommentedOut() {
        String file = """
            [wsl2]
            autoMemoryReclaim=gradual
            locahostForwarding=true
            pageReporting=false
            [experimental]
            sparseVhd=true
            """;
        List<Finding> found = examine(keys, machine(file));
        assertThat(found.stream().map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly(
                        ".wslconfig:2 ignored", ".wslconfig:3 ignored", ".wslconfig:4 ignored", ".wslconfig:6 idle");
        assertThat(after(found.get(1))).isEqualTo(file.replace("locahost", "localhost"));
        assertThat(cured(keys, file)).isEqualTo("""
            [wsl2]
            localhostForwarding=true
            # pageReporting=false
            [experimental]
            # sparseVhd=true
            autoMemoryReclaim=gradual
            """);
    }

    @Test
    void keysAreJudgedForTheInstalledRelease() {
        Machine old = machine("[wsl2]\nnetworkingMode=mirrored\n[experimental]\nsparseVhd=false\n")
                .with(Part.WSL, new WslFacts().version("1.2.5.0").wsl());
        Finding found = expect(keys, old, Verdict.WARNING, "too-new");
        assertThat(title(found)).isEqualTo("Line 2 of .wslconfig needs a newer WSL");
    }

    /// Exactly the releases that still obey the setting damage disks with it.
    @Test
    void sparseDisksAreDangerousWhereTheyAreMade() {
        Machine old = machine("[experimental]\nsparseVhd=true\n")
                .with(Part.WSL, new WslFacts().version("2.5.4.0").wsl());
        Finding found = expect(keys, old, Verdict.WARNING, "sparse");
        assertThat(found.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(after(found)).isEqualTo("[experimental]\n# sparseVhd=true\n");
        expect(keys, old.with(Part.WSL, new WslFacts().version("2.5.6.0").wsl()), Verdict.INFO, "idle");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        Finding dropped = expect(keys, machine("[wsl2]\npageReportingOrder=1\n"), Verdict.WARNING, "ignored");
        assertThat(dropped.message().args().getLast()).asString().contains("REMOVED_KEY.bare");
        Finding bytes = expect(syntax, machine("[wsl2]\nswap=524288\n"), Verdict.PROBLEM, "misread");
        assertThat(bytes.message().args().getLast()).asString().contains("SIZE_WITHOUT_UNIT.bare");
        assertThat(bytes.fixes()).allMatch(fix -> fix.isManual());
    }

    @Test
    void recoveryModeHasACost() {
        expect(keys, machine("[wsl2]\nsafeMode=true\n"), Verdict.WARNING, "costly");
    }

    @Test
    void encodingThatLosesTheFileIsAProblemAndIsCured() {
        byte[] utf16 = "[wsl2]\r\nmemory=8GB\r\n".getBytes(StandardCharsets.UTF_16BE);
        byte[] marked = new byte[utf16.length + 2];
        marked[0] = (byte) 0xFE;
        marked[1] = (byte) 0xFF;
        System.arraycopy(utf16, 0, marked, 2, utf16.length);
        Finding lost = expect(syntax, machine(marked), Verdict.PROBLEM, "file-lost");
        assertThat(after(lost)).isEqualTo("[wsl2]\r\nmemory=8GB\r\n");
    }

    @Test
    void anyBytesAreJudged() {
        byte[] noise = new byte[4096];
        new java.util.Random(1).nextBytes(noise);
        for (Check check : List.of(syntax, keys, memory, processors)) {
            assertThat(examine(check, machine(noise))).isNotEmpty();
        }
    }

    @Test
    void withoutWslTheFileDoesNotMatter() {
        Machine none = machine("[wsl2]\nmemory=8\n")
                .with(Part.WSL, new WslFacts().notInstalled().wsl());
        for (Check check : List.of(syntax, keys, memory, processors)) {
            expect(check, none, Verdict.NOT_APPLICABLE, "not-applicable");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsWords(Language language) {
        assertThat(WslConfigProblem.Kind.values())
                .allMatch(kind -> Messages.of(language).has("wslconfig.problem." + kind));
    }

    private static String after(Finding finding) {
        Step.EditFile edit = (Step.EditFile) finding.fixes().getFirst().steps().getFirst();
        Bytes after = edit.after();
        return after == null ? "" : new String(after.toArray(), UTF_8);
    }

    private static Machine machine(@Nullable String file) {
        return machine(file == null ? null : file.getBytes(UTF_8));
    }

    private static Machine machine(byte @Nullable [] file) {
        Reading<FileContent> content =
                file == null ? absent() : known(new FileContent(PATH, Bytes.of(file), Facts.NOW));
        return Facts.windows()
                .with(Part.HOST, new HostFacts().host())
                .with(Part.WSL, new WslFacts().wsl())
                .with(Part.POLICIES, HostFacts.free())
                .with(Part.WSL_ANSWER, known(new WslAnswer(absent(), Map.of())))
                .with(Part.WSL_CONFIG, known(new WslConfigFile(PATH, content, absent(), Map.of())));
    }
}

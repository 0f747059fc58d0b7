package io.devdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.Wish;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Source;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Mute;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `mute`, `unmute` and what `check` says of it, on a machine with one check whose findings the test decides.
class MuteCommandTest {
    private static final String ID = "wsl.release";
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private List<Finding> found = List.of();
    private final List<List<String>> asked = new ArrayList<>();

    @BeforeEach
    void create() throws IOException {
        data().create();
        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.WARNING, "Ubuntu is old"));
    }

    @Test
    void mutesWhatIsFoundAndTakesItBack() {
        assertThat(run("check")).isEqualTo(ExitCode.WARNINGS);
        assertThat(run("mute", ID, "--reason", "ticket 7")).isZero();
        assertThat(out()).contains("Ubuntu is old", "Reason: ticket 7", "for good", "devdoctor unmute wsl.release");
        assertThat(run("check")).isZero();
        assertThat(out())
                .contains("Muted: one finding", "Ubuntu is old", "[Warning, wsl.release]", "ticket 7", "1 muted");
        assertThat(run("unmute", ID)).isZero();
        assertThat(out()).contains("ticket 7");
        assertThat(run("check")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).doesNotContain("uted");
    }

    @Test
    void needsAReasonADayToComeAndAKnownCheck() {
        assertThat(run("mute", ID)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("needs a reason");
        assertThat(run("mute", ID, "--reason", "  ")).isEqualTo(ExitCode.USAGE);
        assertThat(run("mute", ID, "--reason", "r", "--until", "2020-01-01")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("2020-01-01 is past");
        assertThat(run("mute", ID, "--reason", "r", "--until", "2027-02-30")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("2027-02-30 is not a day").doesNotContain("java.", "Usage:");
        assertThat(run("mute", "wsl.relaese", "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesWhereThereIsNothingToMute() {
        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.OK, "Ubuntu is new"));
        assertThat(run("mute", ID, "--reason", "r")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("finds nothing that could be muted");
        assertThat(kept()).isEmpty();
    }

    @Test
    void asksWhichOneIsMeant() {
        found = List.of(
                finding(Subject.distro("Ubuntu"), Verdict.WARNING, "Ubuntu is old"),
                finding(Subject.distro("Debian"), Verdict.WARNING, "Debian is old"));
        assertThat(run("mute", ID, "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Ubuntu", "Debian");
        assertThat(run("mute", ID, "--reason", "r", "--subject", "Arch")).isEqualTo(ExitCode.USAGE);
        assertThat(run("mute", ID, "--reason", "r", "--subject", "Debian")).isZero();
        assertThat(run("mute", ID, "--reason", "s", "--subject", "Ubuntu")).isZero();
        assertThat(kept()).extracting(Mute::reason).containsExactly("r", "s");
        assertThat(run("unmute", ID)).isEqualTo(ExitCode.USAGE);
        assertThat(run("unmute", ID, "--subject", "Arch")).isEqualTo(ExitCode.USAGE);
        assertThat(run("unmute", ID, "--subject", "Debian")).isZero();
        assertThat(kept()).extracting(Mute::reason).containsExactly("s");
    }

    @Test
    void tellsTwoSettingsOfTheMachineApart() {
        found = List.of(
                finding(Subject.machine("wsl2.memory"), Verdict.WARNING, "memory"),
                finding(Subject.machine("wsl2.swap"), Verdict.WARNING, "swap"));
        assertThat(run("mute", ID, "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("wsl2.memory", "wsl2.swap");
        assertThat(run("mute", ID, "--reason", "r", "--subject", "wsl2.swap")).isZero();
        assertThat(kept())
                .singleElement()
                .satisfies(mute -> assertThat(mute.about()).contains(new Mute.About("MACHINE", "", "wsl2.swap")));
        assertThat(run("unmute", ID, "--subject", "wsl2.swap")).isZero();
    }

    @Test
    void mutingAgainReplacesTheReason() {
        assertThat(run("mute", ID, "--reason", "old")).isZero();
        assertThat(run("mute", ID, "--reason", "new", "--until-changed")).isZero();
        assertThat(kept()).singleElement().satisfies(mute -> {
            assertThat(mute.reason()).isEqualTo("new");
            assertThat(mute.value()).contains("Ubuntu is old");
        });
    }

    @Test
    void leavesToTheProjectWhatTheProjectMuted() {
        Muted.Word word = new Muted.Word(
                new Muted.By.ProjectFile(new Finding.Place("/src/.devdoctor.yml", 3)),
                "decided",
                Optional.empty(),
                false);
        found = List.of(found.getFirst().muted(List.of(word)));
        assertThat(run("mute", ID, "--reason", "r")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("muted already", ".devdoctor.yml:3", "decided");
        assertThat(kept()).isEmpty();
    }

    @Test
    void listsEveryMuteWithItsState() throws IOException {
        assertThat(run("mute")).isZero();
        assertThat(out()).contains("Nothing is muted");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(run(
                        "mute",
                        ID,
                        "--reason",
                        "ticket 7",
                        "--until",
                        today.plusDays(9).toString(),
                        "--until-changed"))
                .isZero();
        assertThat(states()).containsExactly("active");
        assertThat(run("mute", "--list")).isZero();
        assertThat(out())
                .contains(
                        "wsl.release [Ubuntu]",
                        "Ubuntu is old",
                        "ticket 7",
                        today.plusDays(9).toString());

        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.WARNING, "Ubuntu is very old"));
        assertThat(states()).containsExactly("changed");
        run("mute");
        assertThat(out()).contains("Not muted any more", "“Ubuntu is old”", "Ubuntu is very old");
        assertThat(run("check")).isEqualTo(ExitCode.WARNINGS);
        assertThat(out()).contains("was muted while it said: Ubuntu is old");

        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.PROBLEM, "Ubuntu is old"));
        assertThat(states()).containsExactly("worse");
        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.OK, "Ubuntu is new"));
        assertThat(states()).containsExactly("idle");
        replace(today.plusDays(9).toString(), "2026-01-01");
        assertThat(states()).containsExactly("expired");
        assertThat(run("mute")).isZero();
        assertThat(out()).contains("until 2026-01-01");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void listsWhatItCannotUnderstand() throws IOException {
        Files.writeString(data().settings(), "{\"mutes\":[{\"check\":\"wsl.release\",\"reason\":7}]}");
        assertThat(run("mute")).isZero();
        assertThat(out()).contains("cannot be understood", "\"reason\":7");
        assertThat(json().at("/unclear/0").asString()).contains("\"reason\":7");
        assertThat(run("check")).isEqualTo(ExitCode.WARNINGS);
    }

    @Test
    void looksIntoTheFolderOfAProjectThatWasMuted() throws IOException {
        Mute mute = new Mute(
                ID,
                Optional.empty(),
                "WARNING",
                "r",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.toString()),
                NOW,
                java.util.Map.of());
        settings().change(now -> now.withMutes(now.mutes().with(mute)), NOW);
        assertThat(states()).containsExactly("active");
        assertThat(asked.getLast()).containsExactly(folder.toString());
    }

    @Test
    void masksSecretsInTheList() {
        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.WARNING, "http://li:hunter2@proxy:8080 is old"));
        assertThat(run("mute", ID, "--reason", "token=ghp_0123456789abcdefghijABCDEFGHIJ012345", "--until-changed"))
                .isZero();
        found = List.of(finding(Subject.distro("Ubuntu"), Verdict.WARNING, "http://li:hunter3@proxy:8080 is old"));
        String all = out();
        run("mute");
        all += out();
        run("mute", "--format", "json");
        all += out();
        run("check");
        all += out();
        assertThat(all).doesNotContain("hunter", "ghp_0123").contains("changed");
    }

    @Test
    void saysThatNothingIsMutedByBrokenSettings() throws IOException {
        assertThat(run("mute", ID, "--reason", "r")).isZero();
        Files.writeString(data().settings(), "{\"mutes\":[");
        assertThat(run("mute")).isZero();
        assertThat(err()).contains("settings could not be read");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).anyMatch(name -> name.contains("settings.json.broken-"));
        }
    }

    @Test
    void changesNothingBeforeItHasToldThatTheSettingsWereSetAside() throws IOException {
        assertThat(run("mute", ID, "--reason", "r")).isZero();
        Files.writeString(data().settings(), "{\"mutes\":[");
        assertThat(run("mute", ID, "--reason", "r")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing was changed", "settings.json.broken-");
        assertThat(data().settings()).doesNotExist();
        assertThat(run("mute", ID, "--reason", "r")).isZero();
        Files.writeString(data().settings(), "{\"mutes\":[");
        assertThat(run("unmute", ID)).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("settings.json.broken-");
    }

    private List<String> states() {
        return json().get("mutes")
                .valueStream()
                .map(mute -> mute.get("state").asString())
                .toList();
    }

    private JsonNode json() {
        assertThat(run("mute", "--format", "json")).isZero();
        return JsonMapper.shared().readTree(out());
    }

    private void replace(String old, String next) throws IOException {
        Files.writeString(data().settings(), Files.readString(data().settings()).replace(old, next));
    }

    private List<Mute> kept() {
        return settings().load(NOW).settings().mutes().all();
    }

    private DataFolder data() {
        return new DataFolder(folder);
    }

    private SettingsFile settings() {
        return new SettingsFile(data(), AtomicFile.onDisk());
    }

    private static Finding finding(Subject subject, Verdict verdict, String title) {
        Evidence seen = new Evidence(Text.of("version"), title, new Source(Source.Kind.COMMAND, "wsl --version", NOW));
        return new Finding(
                new CheckInfo(ID, Area.WSL, Set.of(), List.of()),
                subject,
                verdict,
                Certainty.CERTAIN,
                Text.of("evidence.value.said", title),
                Text.of("more"),
                List.of(seen),
                List.of(),
                List.of());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("")), stream(out), stream(err), false, false, false, 100);
        // One for the command and its examination, as in the app.
        SettingsFile file = settings();
        CliServices services = new CliServices(
                new Here(file),
                Reports::write,
                () -> {
                    throw new AssertionError("nothing is changed here");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                file,
                Language.ENGLISH,
                folder,
                "test");
        return DevDoctorCommand.run(services, terminal, arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private final class Here implements Machines {
        private final SettingsFile file;

        private Here(SettingsFile file) {
            this.file = file;
        }

        @Override
        public Examination live(Wish wish) {
            asked.add(wish.projects());
            Check check = new Check() {
                @Override
                public CheckInfo info() {
                    return new CheckInfo(ID, Area.WSL, Set.of(), List.of());
                }

                @Override
                public List<Finding> examine(Machine machine) {
                    return found;
                }
            };
            MachineMutes mutes = new MachineMutes(
                    file.load(NOW).settings().mutes().all(), data().settings().toString());
            try {
                return new Examination(Samples.open("healthy-en"), List.of(), List.of(check)).muting(mutes);
            } catch (RecordingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Examination recorded(Path file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Examination sample(String name) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<String> samples() {
            return List.of();
        }

        @Override
        public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
            throw new AssertionError("not asked for");
        }
    }
}

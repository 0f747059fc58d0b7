package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Source;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Entry;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a person uses it, with mouse and keys, on a machine of fixed facts.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private final FixtureMachines machines =
            new FixtureMachines(() -> new MachineMutes(kept().mutes().all(), "settings.json"));
    private final FakeSurroundings outside = new FakeSurroundings();
    private Workbench bench;

    @TempDir
    Path folder;

    private final FakeRepairs repairs = new FakeRepairs(machines);

    private SettingsFile settings() {
        return new SettingsFile(new DataFolder(folder.resolve("own")), AtomicFile.onDisk());
    }

    private Settings kept() {
        return settings().load(Instant.EPOCH).settings();
    }

    @Start
    void start(Stage stage) throws IOException {
        new DataFolder(folder.resolve("own")).create();
        settings()
                .change(
                        now -> now.withLanguage(Settings.Language.ENGLISH).withTheme(Settings.Theme.LIGHT),
                        Instant.EPOCH);
        DesktopServices services = new DesktopServices(
                machines,
                repairs,
                (result, format, options) -> document(format.name(), options),
                new HistoryStore(new DataFolder(folder).create(), AtomicFile.onDisk()),
                settings(),
                folder,
                "0.1.0");
        bench = DesktopApp.workbench(services, new FxMailbox(), outside);
        stage.setScene(new MainView(bench).scene(1000, 800));
        stage.show();
        bench.repairs().readJournal();
        bench.examinations().examine(new Target.Live());
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> bench.history().busy().get() == 0);
    }

    @Test
    void curesAndTakesBack(FxRobot robot) throws Exception {
        examined();
        choose(robot, "clock.wsl-Ubuntu");
        assertThat(said(robot, "#detail")).contains("wsl.exe -d Ubuntu -u root -e hwclock --hctosys --utc");

        press(robot, "#apply-clock.wsl/from-hardware");
        assertThat(bench.repairs().attempts().values()).hasOnlyElementsOfType(Attempt.Asking.class);
        press(robot, "#consent-apply");
        until(() -> said(robot, "#detail").contains("Fixed and verified."));
        until(() -> bench.examinations().state().get().result().isPresent());
        assertThat(said(robot, "#detail")).contains("Cured: clock.wsl");

        press(robot, "#go-changes");
        assertThat(said(robot, "#changes")).contains("Set the clock of Ubuntu from Windows", "fixed");
    }

    @Test
    void everythingAboutAChangeIsShownAndWhatStandsInTheWayOfItsUndo(FxRobot robot) throws Exception {
        examined();
        Finding memory = StarvedMachine.memory();
        Fix fix = memory.fixes().getFirst();
        repairs.record("20261120T040301Z-first", memory, fix, Entry.State.CURED);
        repairs.record("20261120T040302Z-later", memory, fix, Entry.State.CURED);
        Step.EditFile edit = (Step.EditFile) fix.steps().getFirst();
        Bytes since = Bytes.of("[wsl2]\r\nmemory=6GB\r\n".getBytes(StandardCharsets.UTF_8));
        Conflict conflict = new Conflict.InFile(edit.path(), edit.before(), edit.after(), since);
        repairs.changeSince(
                "20261120T040301Z-first", conflict, repairs.entries().getFirst());
        bench.repairs().readJournal();
        press(robot, "#go-changes");
        until(() -> robot.lookup("#details-20261120T040301Z-first").tryQuery().isPresent());
        press(robot, "#details-20261120T040301Z-first");
        assertThat(said(robot, "#changes"))
                .contains("memory=", "8GB", "Asked for by the desktop app", "Step 1 done", "Ended: fixed")
                .contains("12 older entries were let go")
                .doesNotContain("hunter2");
        until(() -> said(robot, "#changes").contains("6GB"));
        assertThat(said(robot, "#changes")).contains("Undo that one first", "What changed since");
        press(robot, "#undo-first-20261120T040302Z-later");
        until(() -> repairs.entries().getFirst().state() == Entry.State.UNDONE);
        press(robot, "#details-20261120T040301Z-first");
        until(() -> !said(robot, "#changes").contains("6GB"));
    }

    @Test
    void manyChangesCanBeFiltered(FxRobot robot) throws Exception {
        examined();
        Finding memory = StarvedMachine.memory();
        for (int i = 0; i < 112; i++) {
            repairs.record(
                    "20261120T0403%02dZ-n".formatted(i), memory, memory.fixes().getFirst(), Entry.State.CURED);
        }
        bench.repairs().readJournal();
        press(robot, "#go-changes");
        until(() -> robot.lookup("#entry-20261120T0403111Z-n").tryQuery().isPresent());
        assertThat(robot.lookup(".entry").queryAll()).hasSize(100);
        assertThat(said(robot, "#changes")).contains("12 older changes are not shown");
        robot.interact(() -> query(robot, "#changes-filter", TextField.class).setText("fixed 20261120T040307Z"));
        assertThat(robot.lookup(".entry").queryAll()).hasSize(1);
        robot.interact(() -> query(robot, "#changes-filter", TextField.class).setText("nothing like it"));
        assertThat(said(robot, "#changes")).contains("No change matches.");
    }

    @Test
    void safeFixIsTakenBackFromTheToast(FxRobot robot) throws Exception {
        examined();
        assertThat(said(robot, "#detail")).contains("memory=", "8GB");
        press(robot, "#apply-wsl.config-memory/advised");
        until(() -> said(robot, "#detail").contains("Applied; takes effect after WSL restarts."));
        until(() -> robot.lookup("#toast-undo").tryQuery().isPresent());
        press(robot, "#toast-undo");
        until(() -> said(robot, "#detail").contains("Taken back; everything is as it was."));
    }

    @Test
    void deletionIsAgreedToByItself(FxRobot robot) throws Exception {
        examined();
        choose(robot, "docker.disk-usage-" + StarvedMachine.ENDPOINT);
        press(robot, "#apply-docker.disk-usage/clean");
        CheckBox box = query(robot, "#consent-deletes", CheckBox.class);
        assertThat(box.getText()).contains("<none> 3 weeks old", "RUN npm ci", "17 GB");
        assertThat(query(robot, "#consent-apply", Button.class).isDisabled()).isTrue();
        robot.interact(box::fire);
        assertThat(query(robot, "#consent-apply", Button.class).isDisabled()).isFalse();
        press(robot, "#consent-cancel");
        assertThat(bench.repairs().attempts()).isEmpty();
    }

    @Test
    void aProjectIsAddedExaminedAndForgotten(FxRobot robot) throws Exception {
        examined();
        assertThat(said(robot, "#projects")).contains("Add a folder, or drop one here");
        outside.folder = Optional.of(folder);
        press(robot, "#add-project");
        until(() -> machines.asked.getLast().equals(List.of(folder.toString())));
        until(() -> kept().projects().equals(List.of(folder.toString())));
        assertThat(said(robot, "#projects")).contains(String.valueOf(folder.getFileName()));
        assertThat(bench.window().page().get()).isEqualTo(new Page.OfProject(folder.toString()));
        assertThat(said(robot, "#project")).contains(folder.toString());

        press(robot, "#add-project");
        assertThat(kept().projects()).hasSize(1);
        robot.interact(() -> bench.settings().removeProject(folder.toString()));
        assertThat(said(robot, "#projects")).contains("Add a folder, or drop one here");
    }

    @Test
    void speaksTheOtherLanguageAtOnce(FxRobot robot) throws Exception {
        examined();
        assertThat(Rows.seek(robot, "group-PROBLEM").getAccessibleText()).isEqualTo("Problems 3");
        press(robot, "#switch-language");
        assertThat(Rows.seek(robot, "group-PROBLEM").getAccessibleText()).isEqualTo("问题 3");
        assertThat(said(robot, "#overview")).contains("问题").doesNotContain("Problems");
        assertThat(said(robot, "#detail")).contains("证据");
        until(() -> kept().language() == Settings.Language.CHINESE);
        assertThat(bench.wording().language()).isEqualTo(Language.CHINESE);
    }

    @Test
    void changesTheThemeAtOnce(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.settings().choose(Settings.Theme.DARK));
        assertThat(robot.lookup("#overview").query().getScene().getUserAgentStylesheet())
                .contains("dark");
        until(() -> kept().theme() == Settings.Theme.DARK);
    }

    @Test
    void findsWhatIsSearchedFor(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("windows-build");
        until(() -> said(robot, "#overview").contains("Windows 11 24H2 runs WSL 2"));
        assertThat(said(robot, "#overview")).doesNotContain("Debian still runs on WSL 1");
        robot.write("zzz");
        until(() -> said(robot, "#overview").contains("Nothing matches"));
        robot.type(KeyCode.ESCAPE);
        until(() -> Rows.find(robot, "row-wsl.distro-version-Debian").isPresent());
    }

    @Test
    void opensARecordingForPreviewOnly(FxRobot robot) throws Exception {
        examined();
        outside.toOpen = Optional.of(Path.of("colleague.devdoctor"));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        until(() -> said(robot, "#overview").contains("colleague.devdoctor"));
        until(() -> said(robot, "#detail").contains("there is no machine to change"));
        assertThat(robot.lookup(".apply").queryAll()).isEmpty();
        until(() -> kept().recentRecordings().equals(List.of("colleague.devdoctor")));
    }

    @Test
    void foldsWhatCouldNotBeCheckedBeneathItsCause(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.examinations().examine(new Target.Sample("hung-wsl-en")));
        until(() -> bench.examinations().state().get().isReplay());
        examined();
        assertThat(Rows.find(robot, "row-wsl.interop-")).isEmpty();
        Node fold = robot.lookup(".consequences").query();
        assertThat(fold.getAccessibleText()).matches("\\d\\d checks could not be made because of it, folded");
        robot.interact(() -> bench.window()
                .reveal(bench.examinations().state().get().findings().stream()
                        .filter(finding -> finding.check().id().equals("wsl.interop"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(Rows.find(
                        robot,
                        "row-"
                                + bench.window()
                                        .chosen()
                                        .get()
                                        .map(it -> it.check().id() + "-"
                                                + it.subject().name())
                                        .orElseThrow()))
                .isPresent();
    }

    @Test
    void saysWhyARecordingCannotBeOpened(FxRobot robot) throws Exception {
        examined();
        outside.toOpen = Optional.of(Path.of("notes.txt"));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        until(() -> said(robot, "#overview").contains("notes.txt"));
        assertThat(bench.examinations().state().get().isReplay()).isFalse();
    }

    @Test
    void worksByKeysAlone(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.type(KeyCode.DOWN);
        assertThat(chosen()).isEqualTo("wsl.config-memory");
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertThat(chosen()).isEqualTo("clock.wsl");
        robot.type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.UP);
        robot.type(KeyCode.ENTER);
        assertThat(focused(robot).getId()).isEqualTo("apply-wsl.config-memory/advised");
        robot.type(KeyCode.SPACE);
        until(() -> said(robot, "#detail").contains("Applied; takes effect after WSL restarts."));
        until(() -> !bench.repairs().busy().get()
                && !bench.repairs().entries().get().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> said(robot, "#detail").contains("Taken back; everything is as it was."));
        robot.type(KeyCode.F5);
        examined();
    }

    @Test
    void exportsWhatItShows(FxRobot robot) throws Exception {
        examined();
        Path file = folder.resolve("report.md");
        outside.toSave = Optional.of(file);
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        press(robot, "#export-MARKDOWN");
        until(() -> query(robot, "#export-preview", TextArea.class).getText().equals("MARKDOWN redacted=true"));
        robot.interact(() -> query(robot, "#export-redacted", CheckBox.class).fire());
        until(() -> query(robot, "#export-preview", TextArea.class).getText().equals("MARKDOWN redacted=false"));
        press(robot, "#export-save");
        until(() -> Files.exists(file) && Files.readString(file).equals("MARKDOWN redacted=false"));
    }

    @Test
    void showsItsOwnFailureAndGoesOn(FxRobot robot) throws Exception {
        examined();
        bench.errands()
                .run(
                        () -> {
                            throw new IllegalStateException("password=hunter2 was wrong");
                        },
                        _ -> {});
        until(() -> robot.lookup("#failure-copy").tryQuery().isPresent());
        press(robot, "#failure-copy");
        assertThat(outside.copied.getLast()).contains("IllegalStateException").doesNotContain("hunter2");
        press(robot, "#failure-continue");
        assertThat(robot.lookup("#failure").tryQuery()).isEmpty();
    }

    @Test
    void copiesEvidence(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> robot.lookup("#detail")
                .lookup(".evidence .button")
                .<Button>query()
                .fire());
        assertThat(outside.copied.getLast()).isEqualTo(".wslconfig: memory=8  (" + StarvedMachine.CONFIG + ":2)");
    }

    /// Secrets are masked always, on a person's own window too.
    @Test
    void neverShowsOrCopiesASecret(FxRobot robot) throws Exception {
        examined();
        String proxy = "http://li:hunter2canary@proxy.example:3128";
        Finding memory = StarvedMachine.memory();
        Source source = memory.evidence().getFirst().source();
        Fix fix = Fix.safe(
                "docker.proxy/canary",
                io.devdoctor.text.Text.of("Use " + proxy),
                new Step.EditFile(
                        "/etc/docker/daemon.json",
                        bytes("{\"auths\":{\"r.example\":{\"auth\":\"aHVudGVyMmNhbmFyeQ==\"}}}\na\n"),
                        bytes("{\"auths\":{\"r.example\":{\"auth\":\"aHVudGVyMmNhbmFyeQ==\"}}}\nb\n")));
        Finding leaky = memory.with(Evidence.of("cli.fix", "HTTP_PROXY=" + proxy, source))
                .fixedBy(fix);
        robot.interact(() -> bench.window().choose(leaky));

        assertThat(said(robot, "#detail"))
                .contains("proxy.example", "r.example")
                .doesNotContain("hunter2canary", "aHVudGVyMmNhbmFyeQ");
        robot.interact(() -> robot.lookup("#detail").lookup(".evidence .button").queryAll().stream()
                .map(Button.class::cast)
                .forEach(Button::fire));
        assertThat(outside.copied).anyMatch(text -> text.contains("proxy.example"));
        assertThat(outside.copied).noneMatch(text -> text.contains("hunter2canary"));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private void examined() throws Exception {
        until(() -> bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String chosen() {
        return bench.window().chosen().get().orElseThrow().check().id();
    }

    private static Node focused(FxRobot robot) {
        return robot.lookup("#overview").query().getScene().getFocusOwner();
    }

    private void choose(FxRobot robot, String row) {
        Rows.choose(robot, bench, row);
    }

    /// Fires the button whatever the pointer could reach: ids hold characters that CSS selectors do not know.
    private static void press(FxRobot robot, String id) {
        Node node = node(robot, id.substring(1));
        robot.interact(() -> ((javafx.scene.control.ButtonBase) node).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T extends Node> T query(FxRobot robot, String id, Class<T> type) {
        return type.cast(node(robot, id.substring(1)));
    }

    private static Node node(FxRobot robot, String id) {
        AtomicReference<Optional<Node>> found = new AtomicReference<>(Optional.empty());
        WaitForAsyncUtils.waitForFxEvents();
        // On the window's own thread, which may be about to make its nodes anew.
        robot.interact(() ->
                found.set(robot.lookup((Node node) -> id.equals(node.getId())).tryQuery()));
        return found.get().orElseThrow(() -> new AssertionError("nothing to be seen of " + id));
    }

    /// Every word that can be read within a node.
    private static String said(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Node node = node(robot, id.substring(1));
            for (Node each : node.lookupAll("*")) {
                if (each instanceof Label label) words.append(label.getText()).append('\n');
                if (each instanceof Text text) words.append(text.getText()).append('\n');
            }
        });
        return words.toString();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private static byte[] document(String format, ReportOptions options) {
        return (format + " redacted=" + options.redacted()).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void foldsThePicturesWhereTheyWouldPushTheFindingsDown(FxRobot robot) throws Exception {
        examined();
        ButtonBase fold = robot.lookup("#fold-pictures").queryAs(ButtonBase.class);
        Node cards = fold.getParent().getChildrenUnmodifiable().getLast();
        assertThat(cards.isManaged()).isFalse();
        robot.interact(fold::fire);
        assertThat(cards.isManaged()).isTrue();
        robot.interact(fold::fire);
        assertThat(cards.isManaged()).isFalse();
    }
}

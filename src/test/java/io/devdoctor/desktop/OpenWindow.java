package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// An open window on a machine of fixed facts, with hands and eyes for it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // what TestFX starts with is not known to be started first
abstract class OpenWindow extends Hands {
    final FixtureMachines machines = new FixtureMachines();
    final FakeRepairs repairs = new FakeRepairs(machines);
    final FakeSurroundings outside = new FakeSurroundings();
    Workbench bench;

    @TempDir
    Path folder;

    private Stage stage;
    private boolean firstRun;

    /// To be called before [#open], for a window without settings.
    void neverHereBefore() {
        firstRun = true;
    }

    /// To be called by the test's own `@Start`, which is not looked for here.
    void open(Stage shown) throws IOException {
        stage = shown;
        SettingsFile settings = new SettingsFile(new DataFolder(folder).create(), AtomicFile.onDisk());
        if (!firstRun) {
            settings.change(
                    now -> now.withLanguage(Settings.Language.ENGLISH).withTheme(Settings.Theme.LIGHT), Instant.EPOCH);
        }
        DesktopServices services = new DesktopServices(
                machines,
                repairs,
                (_, _, _) -> "report".getBytes(StandardCharsets.UTF_8),
                new HistoryStore(new DataFolder(folder).create(), AtomicFile.onDisk()),
                settings,
                folder,
                "0.1.0");
        bench = DesktopApp.workbench(services, new FxMailbox(), outside);
        stage.setScene(new MainView(bench).scene(1000, 800));
        stage.show();
        DesktopApp.begin(bench, new Target.Live());
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        until(() -> bench.history().busy().get() == 0);
    }

    void examined() throws Exception {
        until(() -> bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    Node focused() {
        return stage.getScene().getFocusOwner();
    }
}

package io.devdoctor.desktop;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.examination.ExaminationResult;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Walks once through the window as a person would, and closes it. See `Rehearsal`.
public final class Walk {
    /// The Headless platform has a screen of 1000 x 1000.
    private static final double WIDTH = 1000;

    private static final double HEIGHT = 800;
    /// How long each place is looked at, in frames: its layout and its pictures are there by then.
    private static final int FRAMES = 5;
    private static final int PATIENCE = 5;
    private final DesktopServices services;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    public Walk(DesktopServices services) {
        this.services = services;
    }

    /// Blocks until the window is closed again.
    public void run() {
        Platform.startup(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> ended.completeExceptionally(e));
            open(new Stage());
        });
        // An examination that fails never ends: the build must.
        ended.orTimeout(PATIENCE, TimeUnit.MINUTES).join();
    }

    private void open(Stage stage) {
        Workbench bench = DesktopApp.workbench(services, new FxMailbox(), new StageSurroundings(stage));
        stage.setScene(new MainView(bench).scene(WIDTH, HEIGHT));
        stage.show();
        DesktopApp.begin(bench, new Target.Live());
        Iterator<Runnable> steps = steps(bench, stage).iterator();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                boolean examining = bench.examinations().state().get().result().isEmpty();
                if (examining || ++frames % FRAMES != 0) return;
                if (steps.hasNext()) steps.next().run();
                else {
                    stop();
                    stage.hide();
                    ended.complete(true);
                }
            }
        }.start();
    }

    private static List<Runnable> steps(Workbench bench, Stage stage) {
        return List.of(
                () -> bench.examinations().examine(new Target.Sample("starved-zh-cn")),
                () -> worst(bench),
                () -> go(bench, new Page.OfArea(Area.WSL)),
                () -> go(bench, new Page.Changes()),
                () -> go(bench, new Page.History()),
                () -> go(bench, new Page.Settings()),
                () -> go(bench, new Page.FixAll()),
                () -> go(bench, new Page.Overview()),
                () -> bench.window().query().set("memory"),
                () -> bench.window().query().set(""),
                () -> press(stage, KeyCode.E, true),
                () -> press(stage, KeyCode.ESCAPE, false),
                () -> press(stage, KeyCode.F1, false),
                () -> press(stage, KeyCode.ESCAPE, false));
    }

    private static void worst(Workbench bench) {
        bench.examinations().state().get().result().map(ExaminationResult::findings).stream()
                .flatMap(List::stream)
                .filter(finding -> !finding.fixes().isEmpty())
                .findFirst()
                .ifPresent(bench.window()::choose);
    }

    private static void go(Workbench bench, Page page) {
        bench.window().page().set(page);
    }

    private static void press(Stage stage, KeyCode key, boolean control) {
        stage.getScene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }
}

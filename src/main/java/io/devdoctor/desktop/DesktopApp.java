package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Errands;
import io.devdoctor.desktop.model.ExaminationModel;
import io.devdoctor.desktop.model.HistoryModel;
import io.devdoctor.desktop.model.MuteModel;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.PendingModel;
import io.devdoctor.desktop.model.PlanModel;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.desktop.model.SettingsModel;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.model.WatchModel;
import io.devdoctor.desktop.model.WindowModel;
import io.devdoctor.desktop.model.Workshop;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The desktop app: opens the window, examines, and returns when the window is closed.
public final class DesktopApp {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final DesktopServices services;
    private final Target first;
    private final Arrivals arrivals;
    private final Frame frame;

    /// @param first    what is examined as the window opens
    /// @param arrivals tells of later starts, which raise this window instead
    /// @param frame    what the system draws around the window
    public DesktopApp(DesktopServices services, Target first, Arrivals arrivals, Frame frame) {
        this.services = services;
        this.first = first;
        this.arrivals = arrivals;
        this.frame = frame;
    }

    /// Blocks until the window is closed and what was chosen last is kept.
    ///
    /// @throws UnsupportedOperationException if there is no display, or a library of the window system is missing
    public void run() {
        CompletableFuture<SettingsModel> closed = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                open(new Stage(), closed);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
                Platform.exit();
            }
        });
        closed.join().finish();
    }

    private void open(Stage stage, CompletableFuture<SettingsModel> closed) {
        Workbench bench = workbench(services, new FxMailbox(), new StageSurroundings(stage));
        Settings settings = bench.settings().settings().get();
        stage.setTitle("DevDoctor");
        stage.getIcons().setAll(Mark.ofWindow());
        stage.setScene(new MainView(bench).scene(WIDTH, HEIGHT));
        MainStage window = new MainStage(stage, settings.window());
        AtomicBoolean leaving = new AtomicBoolean();
        Background background = new Background(bench, new AwtTray(), window::raise, () -> {
            leaving.set(true);
            // Hidden or not, it is closed now, and what follows from that happens.
            stage.show();
            stage.hide();
        });
        Platform.setImplicitExit(false);
        stage.setOnHiding(_ -> bench.settings().remember(window.bounds()));
        stage.setOnHidden(_ -> {
            if (!leaving.get() && background.staysOpen()) return;
            background.end();
            closed.complete(bench.settings());
        });
        // What nobody caught on this thread is a failure of ours: it is shown, and the window stays.
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, e) -> bench.errands().failed(e));
        dress(bench, stage);
        frame.ready();
        stage.show();
        StartTimes.note(bench.examinations());
        begin(bench, first);
        background.begin();
        arrivals.listen(wish -> bench.errands().tell(() -> welcome(bench, window, wish)));
    }

    /// Each time it is shown anew the system has a new window, with the toolkit's icon.
    private void dress(Workbench bench, Stage stage) {
        Runnable dress = () -> bench.errands()
                .run(
                        () -> {
                            frame.mark(Mark::atLeast);
                            return true;
                        },
                        _ -> {});
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> dress.run());
        stage.outputScaleXProperty().subscribe((_, _) -> dress.run());
    }

    /// DevDoctor was started once more.
    static void welcome(Workbench bench, MainStage window, Optional<Path> recording) {
        window.raise();
        recording.ifPresent(file -> {
            bench.settings().rememberRecording(file.toString());
            bench.window().page().set(new Page.Overview());
            bench.examinations().examine(new Target.Recording(file));
        });
    }

    /// What happens without being asked for once the window is open: the journal is read, what was restarted since the
    /// last time is looked at, and a machine is examined.
    static void begin(Workbench bench, Target first) {
        // Not even until the recording is read.
        if (!(first instanceof Target.Live)) bench.settings().dismissWelcome();
        bench.repairs().readJournal();
        bench.pending().settle();
        bench.history().read();
        bench.examinations().examine(first);
    }

    /// The models of one window; also the tests' way in.
    public static Workbench workbench(DesktopServices services, Executor window, Surroundings surroundings) {
        SettingsModel settings = new SettingsModel(services.settings(), Locale.getDefault(), window);
        Errands errands = new Errands(window);
        ExaminationModel examinations = new ExaminationModel(services.machines(), settings::projects, errands);
        Workshop workshop = new Workshop(services.repairs(), errands, examinations::again);
        RepairModel repairs = new RepairModel(services.repairs(), workshop, settings::projects);
        PlanModel plan =
                new PlanModel(services.repairs(), errands, workshop, examinations, repairs, settings::projects);
        MuteModel mutes = new MuteModel(settings, examinations, errands);
        PendingModel pending = new PendingModel(services.repairs(), workshop, examinations, repairs);
        HistoryModel history =
                new HistoryModel(services.history(), services.version(), examinations, settings, errands);
        WatchModel watch = new WatchModel(services.machines(), settings, errands, new Ticking());
        WindowModel reader = new WindowModel(examinations, settings.wording());
        return new Workbench(
                services,
                errands,
                examinations,
                repairs,
                mutes,
                plan,
                pending,
                history,
                watch,
                reader,
                settings,
                surroundings);
    }
}

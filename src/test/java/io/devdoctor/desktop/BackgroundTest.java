package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.WatchModel;
import io.devdoctor.desktop.view.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The icon in the notification area, on a system of which the test knows everything.
@SuppressWarnings("NullAway.Init") // what TestFX starts with is not known to be started first
class BackgroundTest extends OpenWindow {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Tray.Face>> face = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Runnable> tick = new AtomicReference<>(() -> {});
    private volatile boolean supported = true;
    private Background background;

    private final class FakeTray implements Tray {
        @Override
        public boolean show(Face next, Actions actions) {
            face.set(Optional.of(next));
            return supported;
        }

        @Override
        public void tell(String title, String words) {
            heard.add(title + " | " + words);
        }

        @Override
        public void remove() {
            face.set(Optional.empty());
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
        WatchModel watch = new WatchModel(machines, bench.settings(), bench.errands(), (_, next) -> {
            tick.set(next);
            return () -> tick.set(() -> {});
        });
        Workbench mine = new Workbench(
                bench.services(),
                bench.errands(),
                bench.examinations(),
                bench.repairs(),
                bench.mutes(),
                bench.plan(),
                bench.pending(),
                bench.history(),
                watch,
                bench.window(),
                bench.settings(),
                bench.surroundings());
        background = new Background(mine, new FakeTray(), () -> heard.add("raise"), () -> heard.add("exit"));
        background.begin();
    }

    private void watch(FxRobot robot, boolean on) throws Exception {
        robot.interact(() -> bench.settings().watch(now -> now.withOn(on)));
        until(() -> face.get().isPresent() == on);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Tray.Face seen() {
        return face.get().orElseThrow();
    }

    private boolean staysOpen(FxRobot robot) {
        AtomicBoolean stays = new AtomicBoolean();
        robot.interact(() -> stays.set(background.staysOpen()));
        return stays.get();
    }

    @Test
    void doesNothingUnlessAskedFor(FxRobot robot) throws Exception {
        examined();
        assertThat(face.get()).isEmpty();
        assertThat(staysOpen(robot)).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void outlivesItsWindowAndSaysSoOnce(FxRobot robot) throws Exception {
        examined();
        watch(robot, true);
        until(() -> staysOpen(robot));
        assertThat(staysOpen(robot)).isTrue();
        assertThat(heard).hasSize(1).first().asString().contains("goes on watching");
        assertThat(bench.settings().settings().get().watching().told()).isTrue();
        watch(robot, false);
        assertThat(staysOpen(robot)).isFalse();
    }

    @Test
    void endsWithItsWindowWhereThereIsNoNotificationArea(FxRobot robot) throws Exception {
        examined();
        supported = false;
        watch(robot, true);
        assertThat(staysOpen(robot)).isFalse();
    }

    @Test
    void looksWhenItTicksAndSpeaksTheLanguageOfTheWindow(FxRobot robot) throws Exception {
        examined();
        watch(robot, true);
        assertThat(seen().words()).isEqualTo("DevDoctor is watching.");
        tick.get().run();
        until(() -> seen().words().startsWith("DevDoctor looked at"));
        assertThat(heard).as("the first look").isEmpty();
        robot.interact(bench.settings()::switchLanguage);
        until(() -> seen().exit().equals("退出"));
    }

    @Test
    void opensExaminesAndEndsByItsMenu() throws Exception {
        examined();
        int before = machines.asked.size();
        background.open();
        background.examine();
        background.exit();
        until(() -> heard.equals(List.of("raise", "raise", "exit")));
        until(() -> machines.asked.size() == before + 1);
    }
}

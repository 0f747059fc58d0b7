package io.devdoctor.desktop;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.store.Settings.Theme;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Pictures of fix all safe and of what waits; see [GalleryTest].
@EnabledIfSystemProperty(named = "devdoctor.gallery", matches = ".+", disabledReason = "draws pictures for people")
class PlanGalleryTest {
    @BeforeAll
    static void start() throws InterruptedException {
        Gallery.start();
    }

    @Test
    void plan() throws Exception {
        GalleryTest.picture("plan", new Target.Live(), Theme.LIGHT, 1280, 800, PlanGalleryTest::open);
        GalleryTest.picture("plan", new Target.Live(), Theme.DARK, 1920, 1080, PlanGalleryTest::open);
        Target starved = new Target.Sample("starved-zh-cn");
        GalleryTest.picture("plan-recorded", starved, Theme.LIGHT, 1280, 800, PlanGalleryTest::open);
        GalleryTest.picture("plan-recorded", starved, Theme.DARK, 1920, 1600, PlanGalleryTest::open);
    }

    @Test
    void ended() throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            GalleryTest.picture("plan-ended", new Target.Live(), theme, 1280, 800, bench -> {
                fake(bench).fails = "wsl.default-version";
                open(bench);
                bench.plan().state().subscribe(_ -> bench.plan().apply());
            });
        }
    }

    @Test
    void underWay() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        GalleryTest.picture("plan-running", new Target.Live(), Theme.LIGHT, 1280, 800, bench -> {
            fake(bench).gate = treatment -> {
                if (treatment.fix().takesEffect() == TakesEffect.NOW) await(seen);
            };
            open(bench);
            bench.plan().state().subscribe(_ -> bench.plan().apply());
        });
        seen.countDown();
    }

    @Test
    void pending() throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            GalleryTest.picture(
                    "pending",
                    new Target.Live(),
                    theme,
                    1280,
                    800,
                    bench -> bench.repairs().readJournal());
            GalleryTest.picture("pending-asking", new Target.Live(), theme, 1280, 1100, bench -> {
                bench.repairs().readJournal();
                ask(bench);
            });
        }
        GalleryTest.picture("pending-unread", new Target.Live(), Theme.LIGHT, 1024, 900, bench -> {
            fake(bench).containers = FakeRepairs.unread();
            bench.repairs().readJournal();
            ask(bench);
        });
        GalleryTest.picture("settled", new Target.Live(), Theme.LIGHT, 1280, 800, bench -> {
            fake(bench).restarted = true;
            bench.repairs().readJournal();
            bench.pending().settle();
        });
    }

    @Test
    void consent() throws Exception {
        Fix fix = Fix.of(
                "network.reserved-ports/keep",
                Text.of("Keep port 8080 for your container"),
                Set.of(Effect.ADMIN, Effect.STOPS_WSL, Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS),
                new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null),
                new Step.RunTool(Tool.WINNAT_STOP, List.of(), new Step.RunTool(Tool.WINNAT_START, List.of(), null)));
        Finding finding = StarvedMachine.memory().fixedBy(fix);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            GalleryTest.picture("consent", new Target.Live(), theme, 1280, 1300, bench -> {
                bench.window().choose(finding);
                bench.repairs().ask(finding, fix);
            });
        }
    }

    /// Asks as soon as it is known what waits.
    private static void ask(Workbench bench) {
        AtomicBoolean asked = new AtomicBoolean();
        bench.pending().state().subscribe(state -> {
            if (!state.works().isEmpty() && asked.compareAndSet(false, true)) {
                bench.pending().ask(state.works().getFirst());
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FakeRepairs fake(Workbench bench) {
        return (FakeRepairs) bench.services().repairs();
    }

    private static void open(Workbench bench) {
        bench.plan().make();
        bench.window().page().set(new Page.FixAll());
    }
}

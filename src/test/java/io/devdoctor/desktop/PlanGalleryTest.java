package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.Settings.Theme;
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
        GalleryTest.picture(
                "plan-ended", new Target.Live(), Theme.LIGHT, 1280, 800, PlanGalleryTest::open, "#plan-apply");
        GalleryTest.picture(
                "plan-ended", new Target.Live(), Theme.DARK, 1280, 800, PlanGalleryTest::open, "#plan-apply");
    }

    private static void open(Workbench bench) {
        bench.plan().make();
        bench.window().page().set(new Page.FixAll());
    }
}

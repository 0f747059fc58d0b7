package io.devdoctor.desktop;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.repair.Entry;
import io.devdoctor.store.Settings;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Pictures of single states that the gallery has no room for: `mvn test -Dtest=StateGalleryTest
/// -Ddevdoctor.gallery=target/gallery`; see [GalleryTest].
@EnabledIfSystemProperty(named = "devdoctor.gallery", matches = ".+", disabledReason = "draws pictures for people")
class StateGalleryTest {
    @BeforeAll
    static void start() throws InterruptedException {
        Gallery.start();
    }

    @Test
    void states() throws Exception {
        Settings.Theme light = Settings.Theme.LIGHT;
        for (Settings.Theme theme : List.of(light, Settings.Theme.DARK)) {
            GalleryTest.picture("changes-open", new Target.Live(), theme, 1280, 1300, bench -> {
                bench.window().page().set(new Page.Changes());
                bench.repairs().readJournal();
                bench.repairs().journal().open().clear();
                bench.repairs()
                        .entries()
                        .subscribe(entries -> entries.stream()
                                .filter(entry -> entry.state() == Entry.State.CURED)
                                .forEach(bench.repairs().journal()::toggle));
            });
        }
        GalleryTest.picture("deletion", new Target.Live(), light, 1280, 1100, bench -> {
            Finding finding = finding(bench, "docker.disk-usage");
            bench.window().choose(finding);
            bench.repairs().ask(finding, finding.fixes().getFirst());
        });
        for (Settings.Theme theme : List.of(light, Settings.Theme.DARK)) {
            GalleryTest.picture("mute", new Target.Live(), theme, 1024, 700, bench -> {
                Finding finding = finding(bench, "clock.wsl");
                bench.window().choose(finding);
                bench.mutes().ask(finding);
                bench.mutes().reason().set("asked in ticket 7");
            });
            GalleryTest.picture("muted", new Target.Live(), theme, 1280, 1300, bench -> {
                bench.mutes().ask(finding(bench, "clock.wsl"));
                bench.mutes().reason().set("The clock of Ubuntu is set by hand for our tests, see ticket 7");
                bench.examinations()
                        .state()
                        .subscribe(run -> run.findings().stream()
                                .filter(Finding::isMuted)
                                .findFirst()
                                .ifPresent(bench.window()::reveal));
                bench.mutes().mute(finding(bench, "clock.wsl"));
            });
        }
        GalleryTest.picture(
                "failure",
                new Target.Live(),
                light,
                1280,
                800,
                bench -> bench.errands().failed(new IllegalStateException("drawn for the gallery, token=hunter2")));
    }

    private static Finding finding(Workbench bench, String check) {
        return bench.examinations().state().get().findings().stream()
                .filter(it -> it.check().id().equals(check))
                .findFirst()
                .orElseThrow();
    }
}

package io.devdoctor.desktop;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.GalleryPlan.Screen;
import io.devdoctor.desktop.model.KeptSamples;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/// The screens of the gallery: every page of the window, on the machine that shows most on it.
final class GalleryScreens {
    private static final String STARVED = "starved-zh-cn";
    private static final String HEALTHY = "healthy-en";
    private static final String OLD = "no-virtualization-en";
    private static final String HUNG = "hung-wsl-en";
    private static final List<String> FARED = List.of(HEALTHY, OLD, HEALTHY, HUNG, HEALTHY, STARVED);

    static final List<Screen> ALL = List.of(
            sample("overview-starved", STARVED, _ -> {}),
            sample("overview-healthy", HEALTHY, _ -> {}),
            sample("overview-no-virtualization", OLD, _ -> {}),
            sample("overview-hung", HUNG, _ -> {}),
            sample("area-wsl", STARVED, on(new Page.OfArea(Area.WSL))),
            sample("area-docker", HEALTHY, on(new Page.OfArea(Area.DOCKER))),
            sample("area-network", HUNG, on(new Page.OfArea(Area.NETWORK))),
            new Screen("export", OLD, new Target.Sample(OLD), _ -> {}, "#export"),
            sample("area-clock", STARVED, on(new Page.OfArea(Area.CLOCK))),
            project("project"),
            live("changes", bench -> {
                bench.window().page().set(new Page.Changes());
                bench.repairs().readJournal();
            }),
            sample("fix-all", STARVED, bench -> {
                bench.plan().make();
                bench.window().page().set(new Page.FixAll());
            }),
            sample("history", HEALTHY, GalleryScreens::history),
            live("settings", on(new Page.Settings())));

    /// What the README shows beside a picture of the gallery, drawn in English: large enough for all that they hold.
    static final List<Screen> README = List.of(sample("readme-overview", STARVED, _ -> {}), project("readme-project"));

    private GalleryScreens() {}

    private static Screen project(String name) {
        return new Screen(
                name,
                "shop",
                new Target.Recording(Path.of("shop.devdoctor")),
                on(new Page.OfProject(ShopMachine.FOLDER)),
                "");
    }

    private static Screen sample(String name, String machine, Consumer<Workbench> prepare) {
        return new Screen(name, machine, new Target.Sample(machine), prepare, "");
    }

    private static Screen live(String name, Consumer<Workbench> prepare) {
        return new Screen(name, "live", new Target.Live(), prepare, "");
    }

    private static Consumer<Workbench> on(Page page) {
        return bench -> bench.window().page().set(page);
    }

    private static void history(Workbench bench) {
        Instant first = Instant.parse("2026-11-18T00:00:00Z");
        try {
            for (int i = 0; i < FARED.size(); i++) {
                KeptSamples.keep(bench.services().history(), FARED.get(i), first.plus(i * 9L, ChronoUnit.HOURS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench.window().page().set(new Page.History());
        bench.history().read();
    }
}

package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.model.WatchWords;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.examination.Watch;
import io.devdoctor.store.Watching;
import java.util.Optional;

/// DevDoctor without its window: the icon in the notification area, what it tells, and what closing the window means.
final class Background implements Tray.Actions {
    private final Workbench bench;
    private final Tray tray;
    private final Runnable raise;
    private final Runnable exit;
    private final WatchWords words;
    /// Whether the icon is there, so that the window can be found again.
    private boolean shown;

    /// @param raise brings the window back
    /// @param exit  ends DevDoctor
    Background(Workbench bench, Tray tray, Runnable raise, Runnable exit) {
        this.bench = bench;
        this.tray = tray;
        this.raise = raise;
        this.exit = exit;
        this.words = new WatchWords(bench.wording());
    }

    void begin() {
        bench.settings().settings().map(now -> now.watching().on()).subscribe(this::obey);
        bench.watch().latest().subscribe(this::looked);
        bench.wording().messages().subscribe(this::face);
        bench.watch().begin();
    }

    /// Whether DevDoctor goes on without its window; asked as that is closed.
    boolean staysOpen() {
        Watching watching = bench.settings().settings().get().watching();
        if (!watching.on() || !shown) return false;
        if (!watching.told()) {
            bench.settings().watch(Watching::withTold);
            tray.tell(bench.wording().say("watch.stays"), bench.wording().say("watch.stays.why"));
        }
        return true;
    }

    private void obey(boolean watching) {
        if (watching) face();
        else {
            shown = false;
            tray.remove();
        }
    }

    private void looked(Optional<Watch.Look> look) {
        if (look.isEmpty()) return;
        face();
        words.news(look.get()).ifPresent(news -> tray.tell(news.title(), news.words()));
    }

    private void face() {
        if (!bench.settings().settings().get().watching().on()) return;
        Optional<Watch.Look> look = bench.watch().latest().get();
        Tray.Face face = new Tray.Face(
                Mark.ofTray(look.map(Watch.Look::worst)),
                words.state(look),
                bench.wording().say("watch.open"),
                bench.wording().say("watch.examine"),
                bench.wording().say("watch.exit"));
        bench.errands().run(() -> tray.show(face, this), there -> shown = there);
    }

    @Override
    public void open() {
        bench.errands().tell(raise);
    }

    @Override
    public void examine() {
        bench.errands().tell(() -> {
            raise.run();
            bench.window().page().set(new Page.Overview());
            bench.examinations().examine(new Target.Live());
        });
    }

    @Override
    public void exit() {
        bench.errands().tell(exit);
    }

    /// Nothing of it remains.
    void end() {
        bench.watch().end();
        tray.remove();
    }
}

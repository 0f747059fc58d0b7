package io.devdoctor.desktop.model;

import io.devdoctor.examination.Machines;
import io.devdoctor.examination.Watch;
import io.devdoctor.store.Watching;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Watches this machine as long as its person wants that, and holds what was seen last.
public final class WatchModel {
    private final Watch watch;
    private final SettingsModel settings;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<Optional<Watch.Look>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());

    public WatchModel(Machines machines, SettingsModel settings, Errands errands, Watch.Ticker ticker) {
        this.watch = new Watch(machines::watched, ticker);
        this.settings = settings;
        this.errands = errands;
    }

    /// The newest look; nothing before the first and while nobody watches.
    public ReadOnlyObjectProperty<Optional<Watch.Look>> latest() {
        return latest.getReadOnlyProperty();
    }

    /// From now on as the settings say.
    public void begin() {
        settings.settings().map(now -> new Wish(now.watching())).subscribe(this::obey);
    }

    public void end() {
        watch.end();
    }

    /// What of the settings makes a watch begin anew.
    private record Wish(boolean on, int minutes) {
        Wish(Watching watching) {
            this(watching.on(), watching.minutes());
        }
    }

    private void obey(Wish wish) {
        watch.end();
        latest.set(Optional.empty());
        if (!wish.on()) return;
        watch.begin(Duration.ofMinutes(wish.minutes()), look -> errands.tell(() -> show(look)));
    }

    /// One that arrives after the watch was ended is of no interest any more.
    private void show(Watch.Look look) {
        if (settings.settings().get().watching().on()) latest.set(Optional.of(look));
    }
}

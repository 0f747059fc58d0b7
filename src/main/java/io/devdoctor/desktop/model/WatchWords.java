package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Watch;
import io.devdoctor.examination.Watch.Look;
import java.util.Comparator;
import java.util.Optional;

/// What a watch says.
public final class WatchWords {
    private final Wording wording;

    public WatchWords(Wording wording) {
        this.wording = wording;
    }

    /// A notification.
    public record News(String title, String words) {}

    /// One for all that has changed, about the worst of it.
    public Optional<News> news(Look look) {
        int others = look.news().size() - 1;
        return look.news().stream()
                .max(Comparator.<Watch.News, Boolean>comparing(news -> !news.better())
                        .thenComparing(news -> news.finding().verdict().rank()))
                .map(news -> others == 0
                        ? about(news)
                        : new News(
                                about(news).title(),
                                wording.say("watch.and-more", about(news).words(), others)));
    }

    private News about(Watch.News news) {
        Finding finding = news.finding();
        String name = wording.say(finding.check().nameKey());
        return news.better()
                ? new News(wording.say("watch.better", name), wording.say("watch.better.words"))
                : new News(wording.say(finding.title()), wording.say(finding.message()));
    }

    /// In one short line.
    public String state(Optional<Look> look) {
        return look.map(seen -> wording.say(
                        "watch.state." + seen.worst(), wording.format().timeOfDay(seen.at())))
                .orElseGet(() -> wording.say("watch.state.waiting"));
    }
}

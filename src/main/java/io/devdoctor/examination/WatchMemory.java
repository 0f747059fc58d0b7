package io.devdoctor.examination;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Watch.News;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What earlier looks have seen and told. Only one thread at a time looks.
final class WatchMemory {
    /// What comes and goes is told once in this time, not each time.
    static final Duration QUIET = Duration.ofHours(1);

    private final Map<Finding.Key, Finding> ill = new HashMap<>();
    private final Map<Finding.Key, Told> told = new HashMap<>();
    private boolean looked;

    private record Told(Verdict verdict, Instant at) {}

    /// What a person should hear of. What could not be read is neither better nor worse than it was.
    List<News> compare(List<Finding> found, Instant now) {
        List<News> news = new ArrayList<>();
        for (Finding finding : found) {
            if (finding.verdict() == Verdict.UNKNOWN) continue;
            if (finding.verdict().isIllness()) worse(finding, now, news);
            else better(ill.remove(finding.key()), finding, news);
        }
        gone(found, news);
        if (looked) return news;
        // Whoever turns the watch on has just seen how things are.
        looked = true;
        return List.of();
    }

    private void worse(Finding finding, Instant now, List<News> news) {
        Finding before = ill.put(finding.key(), finding);
        if (before != null && before.verdict().rank() >= finding.verdict().rank()) return;
        Told last = told.get(finding.key());
        boolean heard = last != null
                && last.verdict().rank() >= finding.verdict().rank()
                && now.isBefore(last.at().plus(QUIET));
        if (heard) return;
        told.put(finding.key(), new Told(finding.verdict(), now));
        news.add(new News(finding, false));
    }

    private static void better(@Nullable Finding before, Finding now, List<News> news) {
        if (before != null) news.add(new News(now, true));
    }

    /// A drive that was full and is not there any more, another engine in its place.
    private void gone(List<Finding> found, List<News> news) {
        Set<String> read = found.stream()
                .filter(finding -> finding.verdict() != Verdict.UNKNOWN)
                .map(finding -> finding.check().id())
                .collect(Collectors.toSet());
        Set<Finding.Key> still = found.stream().map(Finding::key).collect(Collectors.toSet());
        List<Finding.Key> gone = ill.keySet().stream()
                .filter(key -> read.contains(key.check()) && !still.contains(key))
                .toList();
        for (Finding.Key key : gone) {
            Finding before = ill.remove(key);
            if (before != null) news.add(new News(before, true));
        }
    }
}

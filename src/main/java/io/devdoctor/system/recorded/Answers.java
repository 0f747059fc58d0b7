package io.devdoctor.system.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recorded answers by request. Equal requests are answered in recorded order; the last answer stays.
final class Answers<K, V> {
    private final Map<K, List<V>> answers = new HashMap<>();
    private final Map<K, Integer> next = new HashMap<>();

    void add(K request, V answer) {
        answers.computeIfAbsent(request, _ -> new ArrayList<>()).add(answer);
    }

    synchronized Optional<V> next(K request) {
        List<V> all = answers.get(request);
        if (all == null) return Optional.empty();
        int turn = next.merge(request, 1, Integer::sum) - 1;
        return Optional.of(all.get(Math.min(turn, all.size() - 1)));
    }
}

package io.devdoctor.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who got which pseudonym in one document, in order of first appearance.
final class Ledger {
    private static final class Entry {
        private final String name;
        private final Set<Shape> shape;
        private final Optional<String> sameNetworkAs;
        private int count;

        Entry(String name, Set<Shape> shape, Optional<String> sameNetworkAs) {
            this.name = name;
            this.shape = shape;
            this.sameNetworkAs = sameNetworkAs;
        }
    }

    private final Naming naming;
    private final Map<Kind, Map<String, Entry>> entries = new EnumMap<>(Kind.class);
    private final Map<String, String> networks = new LinkedHashMap<>();

    Ledger(Naming naming) {
        this.naming = naming;
        for (Kind kind : Kind.values()) {
            entries.put(kind, new LinkedHashMap<>());
        }
    }

    boolean isWellFormed() {
        return naming.isWellFormed();
    }

    /// The pseudonym of a thing, known by `key`, and counts one use.
    String use(Kind kind, String key, Set<Shape> shape) {
        return used(entry(kind, key, shape, Optional.empty()));
    }

    /// The pseudonym of an address within a network.
    String useAddress(String key, Set<Shape> shape, String network) {
        Entry entry = entry(Kind.IP, key, shape, Optional.ofNullable(networks.get(network)));
        networks.putIfAbsent(network, entry.name);
        return used(entry);
    }

    /// Gives a thing its number before it is seen, so that the same thing has the same number in every document.
    void reserve(Kind kind, String key, Set<Shape> shape) {
        entry(kind, key, shape, Optional.empty());
    }

    Collection<String> keys(Kind kind) {
        return List.copyOf(of(kind).keySet());
    }

    private Entry entry(Kind kind, String key, Set<Shape> shape, Optional<String> network) {
        Map<String, Entry> known = of(kind);
        int number = known.size() + 1;
        return known.computeIfAbsent(key, _ -> new Entry(naming.name(kind, number, key), shape, network));
    }

    private static String used(Entry entry) {
        entry.count++;
        return entry.name;
    }

    private Map<String, Entry> of(Kind kind) {
        return entries.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    }

    List<Pseudonym> legend() {
        List<Pseudonym> legend = new ArrayList<>();
        entries.forEach((kind, known) -> known.values().stream()
                .filter(entry -> entry.count > 0)
                .map(entry -> new Pseudonym(entry.name, kind, entry.shape, entry.sameNetworkAs, entry.count))
                .forEach(legend::add));
        return List.copyOf(legend);
    }

    Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        entries.forEach((kind, known) -> counts.put(
                kind, known.values().stream().mapToInt(entry -> entry.count).sum()));
        return counts;
    }
}

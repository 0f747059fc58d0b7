package io.devdoctor.machine.project;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what was worked out from facts that never change, so that thirty checks do not work it out thirty times. Says
/// nothing of its own: any two are equal.
public final class Derivations {
    private final Map<Object, Object> done = new HashMap<>();

    /// @param key what is worked out; the same key stands for one type for ever
    @SuppressWarnings("unchecked")
    public synchronized <T> T get(Object key, Supplier<T> work) {
        Object known = done.get(key);
        if (known == null) {
            known = work.get();
            done.put(key, known);
        }
        return (T) known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Derivations;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}

package io.devdoctor.format.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables with which a Compose file is read: those of the shell come before those of `.env`.
///
/// @param values  by name
/// @param defined names that have a value which nobody told
/// @param open    any other name may have one too
public record ComposeVariables(Map<String, String> values, Set<String> defined, boolean open) {
    public static final ComposeVariables NONE = new ComposeVariables(Map.of(), Set.of());

    public ComposeVariables {
        values = Map.copyOf(values);
        defined = Set.copyOf(defined);
    }

    public ComposeVariables(Map<String, String> values, Set<String> defined) {
        this(values, defined, false);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean isUntold(String name) {
        return !values.containsKey(name) && (open || defined.contains(name));
    }

    /// Those of a `.env`, behind what is there already.
    ComposeVariables and(DotEnv file) {
        Map<String, String> all = new HashMap<>();
        Set<String> untold = new java.util.HashSet<>(defined);
        for (DotEnv.Entry entry : file.entries()) {
            if (entry.known()) all.put(entry.name(), entry.value());
            else untold.add(entry.name());
        }
        all.putAll(values);
        return new ComposeVariables(all, untold, open || !file.read());
    }
}

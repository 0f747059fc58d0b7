package io.devdoctor.check.drives;

import io.devdoctor.machine.Containers.Container;
import java.util.List;
import java.util.Map;

/// What Docker Desktop wrote down about a bind when the container was made: labels
/// `desktop.docker.io/binds/<n>/{Source,SourceKind,Target}`.
///
/// @param source as the person named it: `C:\code`, or a path inside the distribution
/// @param kind   `hostFile` for Windows, `wsl` for a distribution; "" where it was not written down
record BindLabel(String source, String kind, String target) {
    private static final String LABELS = "desktop.docker.io/binds/";
    private static final String SOURCE = "/Source";

    static List<BindLabel> of(Container container) {
        Map<String, String> labels = container.labels();
        return labels.keySet().stream()
                .filter(key -> key.startsWith(LABELS) && key.endsWith(SOURCE))
                .sorted()
                .map(key -> key.substring(0, key.length() - SOURCE.length()))
                .map(one -> new BindLabel(
                        labels.getOrDefault(one + SOURCE, ""),
                        labels.getOrDefault(one + "/SourceKind", ""),
                        labels.getOrDefault(one + "/Target", "")))
                .toList();
    }

    /// Other kinds are no folders: the socket of the engine, for example.
    boolean isFolder() {
        return kind.isEmpty() || kind.equalsIgnoreCase("hostFile") || kind.equalsIgnoreCase("wsl");
    }
}

package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// Whether the registries that this machine pulls from have addresses here, as Windows and as each running
/// distribution finds them.
///
/// @param asked the default registry first
public record NameResolution(List<Asked> asked) {
    public NameResolution {
        asked = List.copyOf(asked);
    }

    /// @param windows the addresses; Absent = Windows found none
    /// @param distros the same by distribution; only running ones are asked
    public record Asked(String name, Reading<List<String>> windows, Map<String, Reading<List<String>>> distros) {
        public Asked {
            distros = Map.copyOf(distros);
        }
    }
}

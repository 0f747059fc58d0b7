package io.devdoctor.machine;

import java.util.List;

/// Ports that Windows withholds, and who listens where.
///
/// @param excluded TCP ranges over IPv4 of `netsh interface ipv4 show excludedportrange protocol=tcp`
public record Network(Reading<List<PortRange>> excluded, Reading<List<Listener>> listeners) {

    /// @param administered marked with `*`: an explicit bind inside it works, so it is harmless
    public record PortRange(int first, int last, boolean administered) {
        public boolean contains(int port) {
            return first <= port && port <= last;
        }
    }

    /// @param program the executable's base name, "" if it may not be known
    public record Listener(int port, String address, String protocol, long pid, String program) {}
}

package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// Volumes of the engine that lie on a Windows share (`GET /volumes`, driver local, type cifs).
public record Volumes(List<Cifs> cifs) {
    public Volumes {
        cifs = List.copyOf(cifs);
    }

    /// @param server  host or address, of `addr=` or of the device `//server/share`
    /// @param port    445 where the options name none
    /// @param options of `o=…`, names in lower case; values of secrets are `****`, an option without a value is ""
    /// @param reachable whether something accepts TCP connections there, asked from this computer; Absent = refused
    public record Cifs(
            String name,
            String device,
            String server,
            int port,
            Map<String, String> options,
            Reading<Boolean> reachable,
            Source source) {
        public Cifs {
            options = Map.copyOf(options);
        }
    }
}

package io.devdoctor.system;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import java.time.Instant;
import java.util.List;

/// Memory, processors, volumes, listeners, routes, addresses and uptime.
public interface Hardware {
    Reading<Host.Memory> memory();

    Reading<Host.Processor> processor();

    Reading<List<Host.Volume>> volumes();

    Reading<List<Network.Listener>> listeners();

    Reading<List<Network.Route>> routes();

    /// Those of adapters that are up, loopback and link-local ones left out.
    Reading<List<Network.Address>> addresses();

    /// Base names of the running programs, for example `com.docker.backend.exe`.
    Reading<List<String>> programs();

    Reading<Instant> booted();
}

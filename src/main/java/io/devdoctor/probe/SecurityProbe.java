package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Security;
import io.devdoctor.machine.Security.Antivirus;
import io.devdoctor.machine.Security.WinsockProvider;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads which security products and Winsock layers there are; names only, nothing of what they protect.
public final class SecurityProbe implements Probe<Security> {
    @Override
    public Part<Security> part() {
        return Part.SECURITY;
    }

    @Override
    public Reading<Security> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        // WMI may take its whole budget: everything else is read meanwhile.
        var antivirus = together(() -> antivirus(system));
        var programs = together(() -> system.hardware().programs());
        Reading<List<WinsockProvider>> winsock = new WinsockCatalog(
                        system.registry(), OutputText.codePage(system.platform().ansiCodePage()))
                .read();
        Security security = new Security(antivirus.join(), winsock, programs.join());
        return new Reading.Known<>(security, new Source(Source.Kind.DERIVED, "security", known.taken()));
    }

    private static Reading<List<Antivirus>> antivirus(Ports system) {
        return system.wmi()
                .rows("root\\SecurityCenter2", "AntiVirusProduct", List.of("displayName", "productState"), "")
                .map(rows -> rows.stream().flatMap(SecurityProbe::product).toList());
    }

    private static Stream<Antivirus> product(Map<String, Object> row) {
        return row.get("displayName") instanceof String name && row.get("productState") instanceof Number state
                ? Stream.of(new Antivirus(name, state.longValue()))
                : Stream.empty();
    }
}

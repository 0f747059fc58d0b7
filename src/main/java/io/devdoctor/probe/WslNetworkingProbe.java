package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslNetworking;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Win32;
import java.util.List;

/// Reads what decides which networking modes WSL can use on this Windows. Asks Windows alone, never wsl.exe.
public final class WslNetworkingProbe implements Probe<WslNetworking> {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

    @Override
    public Part<WslNetworking> part() {
        return Part.WSL_NETWORKING;
    }

    @Override
    public Reading<WslNetworking> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        Win32 windows = system.win32();
        var profiles = together(() -> system.wmi()
                .rows("root\\standardcimv2", "MSFT_NetFirewallHyperVProfile", List.of("Name"), "")
                .map(List::size));
        var ports = together(() -> windows.export("ComputeNetwork.dll", "HcnReserveGuestNetworkServicePort"));
        var dns = together(() -> windows.export("dnsapi.dll", "DnsQueryRaw"));
        var proxy = together(() -> windows.export("winhttp.dll", "WinHttpRegisterProxyChangeNotification"));
        var services = together(() -> system.registry().key(SERVICES + "MpsSvc\\Parameters"));
        Reading<Long> ipv6 =
                KeyFacts.number(system.registry().key(SERVICES + "Tcpip6\\Parameters"), "DisabledComponents");
        Reading<Long> firewall = KeyFacts.number(services.join(), "HyperVFirewallDisable");
        return new Reading.Known<>(
                new WslNetworking(ipv6, firewall, profiles.join(), ports.join(), dns.join(), proxy.join()),
                new Source(Source.Kind.WIN32, "ComputeNetwork.dll, dnsapi.dll, winhttp.dll", known.taken()));
    }
}

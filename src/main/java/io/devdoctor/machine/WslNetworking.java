package io.devdoctor.machine;

/// What the networking modes of WSL need of this Windows, tested as WSL itself tests it (microsoft/WSL, WslCoreVm
/// ValidateNetworkingMode and WslCoreFirewallSupport).
///
/// @param ipv6Components   `Tcpip6\Parameters` DisabledComponents; 0xFF = IPv6 is off
/// @param firewallDisabled `MpsSvc\Parameters` HyperVFirewallDisable; 1 = the Hyper-V firewall is off
/// @param firewallProfiles rows of `MSFT_NetFirewallHyperVProfile`; Absent or 0 = this Windows has no such firewall
/// @param portReservation  ComputeNetwork.dll can reserve ports of the host for a guest
/// @param rawDns           dnsapi.dll can ask raw questions, which DNS tunneling needs
/// @param proxyChanges     winhttp.dll tells changes of the proxy, which autoProxy needs
public record WslNetworking(
        Reading<Long> ipv6Components,
        Reading<Long> firewallDisabled,
        Reading<Integer> firewallProfiles,
        Reading<Boolean> portReservation,
        Reading<Boolean> rawDns,
        Reading<Boolean> proxyChanges) {}

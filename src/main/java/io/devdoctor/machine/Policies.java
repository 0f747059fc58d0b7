package io.devdoctor.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an organization took out of the hands of whoever uses the machine. What is locked is not repaired: the policy
/// would win or come back.
///
/// @param wsl           the numbers below `HKLM\SOFTWARE\Policies\WSL` by name; 0 = forbidden, Absent = no policy.
///                      WSL ignores values of any other type (microsoft/WSL, wslpolicies.h), and so are they here
/// @param developerMode `AllowDevelopmentWithoutDevLicense` as set by group policy; Absent = free
/// @param desktopLocked members of Docker's admin-settings.json that are locked, such as `proxy` or
///                      `linuxVM.dockerDaemonOptions`; Docker heeds them only for an account of the organization
/// @param desktopOrganizations whose account Docker Desktop demands (registry policy `allowedOrgs`)
/// @param desktopSignIn the same from `registry.json`
public record Policies(
        Reading<Map<String, Long>> wsl,
        Reading<Long> developerMode,
        Reading<List<String>> desktopLocked,
        Reading<List<String>> desktopOrganizations,
        Reading<List<String>> desktopSignIn) {
    /// WSL altogether, for [#locks].
    public static final String WSL = "wsl";

    /// Distributions of WSL 1, for [#locks].
    public static final String WSL_1 = "wsl1";

    /// The old component of Windows without the package, for [#locks].
    public static final String INBOX_WSL = "inbox-wsl";

    private static final long FORBIDDEN = 0;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(WSL, "AllowWSL"),
            Map.entry(WSL_1, "AllowWSL1"),
            Map.entry(INBOX_WSL, "AllowInboxWSL"),
            Map.entry("wsl2.kernel", "AllowKernelUserSetting"),
            Map.entry("wsl2.kernelModules", "AllowKernelUserSetting"),
            Map.entry("wsl2.systemDistro", "AllowSystemDistroUserSetting"),
            Map.entry("wsl2.kernelCommandLine", "AllowKernelCommandLineUserSetting"),
            Map.entry("wsl2.nestedVirtualization", "AllowNestedVirtualization"),
            Map.entry("wsl2.kernelDebugPort", "AllowKernelDebugUserSetting"),
            Map.entry("wsl2.networkingMode", "AllowNetworkingModeUserSetting"),
            Map.entry("wsl2.firewall", "AllowFirewallUserSetting"));

    /// Whether a policy of WSL locks a key of `.wslconfig` such as `wsl2.networkingMode`, or [#WSL], [#WSL_1],
    /// [#INBOX_WSL]. A key that no policy knows is free, unless WSL itself is forbidden.
    public boolean locks(String what) {
        return isForbidden(WSL) || isForbidden(what);
    }

    /// Whether Docker's administrator locked a setting such as `linuxVM.dockerDaemonOptions`, or all it stands in.
    public boolean locksDesktop(String setting) {
        return desktopLocked.known().orElse(List.of()).stream()
                .anyMatch(locked -> setting.equalsIgnoreCase(locked)
                        || setting.regionMatches(true, 0, locked + ".", 0, locked.length() + 1));
    }

    /// Whether Docker Desktop takes the settings of its engine from the administrator and none from the user's
    /// daemon.json.
    public boolean locksDaemon() {
        return locksDesktop("linuxVM.dockerDaemonOptions");
    }

    private boolean isForbidden(String what) {
        return Optional.ofNullable(NAMES.get(what))
                .flatMap(name -> wsl.known().map(values -> values.get(name)))
                .filter(value -> value == FORBIDDEN)
                .isPresent();
    }
}

package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// Windows (or Linux) itself.
///
/// @param virtualization processor and hypervisor facts
/// @param services       by key name: HNS, vmcompute, vfpext, vmms, WSLService, LxssManager, lxss, SharedAccess, P9Rdr
/// …
/// @param optionalFeatures WMI `Win32_OptionalFeature.InstallState` by feature name: 1 on, 2 off, 3 absent, 4 unknown;
/// 1 does not mean usable, since it is there right after dism and before the restart
/// @param volumes        local ones only, since a dead network drive costs a minute
public record Host(
        Reading<WindowsVersion> windows,
        Virtualization virtualization,
        Map<String, Reading<ServiceState>> services,
        Reading<Map<String, Integer>> optionalFeatures,
        Reading<Memory> memory,
        Reading<Processor> processor,
        Reading<List<Volume>> volumes) {
    public Host {
        services = Map.copyOf(services);
    }

    /// @param build       for example 26100; 22000 and above is Windows 11, whatever ProductName says
    /// @param revision    UBR, -1 where the registry does not tell it
    /// @param edition     EditionID: Core, Professional, CoreCountrySpecific …
    /// @param displayVersion `24H2`, empty where Windows does not name one
    /// @param architecture `AMD64`, `ARM64`, empty where the registry does not tell it
    public record WindowsVersion(int build, int revision, String edition, String displayVersion, String architecture) {}

    /// @param hypervisorPresent    NtQuerySystemInformation class 0x5B, byte 2
    /// @param firmwareEnabled      processor feature 21; meaningful only while no hypervisor runs
    /// @param monitorModeExtensions the processor can virtualize at all
    /// @param secondLevelTranslation processor feature 20
    public record Virtualization(
            Reading<Boolean> hypervisorPresent,
            Reading<Boolean> firmwareEnabled,
            Reading<Boolean> monitorModeExtensions,
            Reading<Boolean> secondLevelTranslation) {}

    /// Bytes.
    public record Memory(long total, long available) {}

    public record Processor(int logical, int physical) {}

    /// @param kind  `fixed`, `network`, `removable`, `ram`, `cdrom`
    /// @param total, usable bytes
    public record Volume(String mount, String type, String kind, long total, long usable) {}
}

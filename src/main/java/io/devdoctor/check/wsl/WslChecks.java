package io.devdoctor.check.wsl;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class WslChecks {
    public static final List<Check> ALL = List.of(
            new InstalledCheck(),
            new RespondsCheck(),
            new ServiceCheck(),
            new ReleaseCheck(),
            new PairingCheck(),
            new DefaultVersionCheck(),
            new DistroVersionCheck(),
            new DefaultDistroCheck(),
            new DistroStateCheck(),
            new DiskCheck(),
            new DiskAttributesCheck(),
            new FileSystemCheck(),
            new LimitsCheck(),
            new InteropCheck(),
            new ConfigSyntaxCheck(),
            new ConfigKeysCheck(),
            new ConfigMemoryCheck(),
            new ConfigProcessorsCheck(),
            new Utf8VariableCheck(),
            new ConfigSwapCheck(),
            new ConfigPendingCheck(),
            new ConfigMisplacedCheck(),
            new CustomKernelCheck(),
            new NetworkingCheck(),
            new LocalhostProxyCheck(),
            new MemoryInUseCheck(),
            new DistroConfigCheck());

    private WslChecks() {}
}

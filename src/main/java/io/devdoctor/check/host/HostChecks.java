package io.devdoctor.check.host;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class HostChecks {
    public static final List<Check> ALL = List.of(
            new WindowsBuildCheck(),
            new VirtualizationCheck(),
            new HypervisorCheck(),
            new VirtualMachinePlatformCheck(),
            new RebootPendingCheck(),
            new WinsockProvidersCheck(),
            new WindowsUpdatesCheck(),
            new PolicyCheck(),
            new SecuritySoftwareCheck(),
            new MemoryCheck(),
            new DiskSpaceCheck(),
            new PathVariableCheck(),
            new GoEnvironmentCheck(),
            new EnvironmentCaseCheck(),
            new UserNameCheck(),
            new LongPathsCheck(),
            new DeveloperModeCheck(),
            new CodePageCheck(),
            new GitLineEndingsCheck());

    private HostChecks() {}
}

package io.devdoctor.check.container;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class ContainerChecks {
    public static final List<Check> ALL = List.of(
            new OutOfMemoryCheck(),
            new RestartingCheck(),
            new ExitedCheck(),
            new UnhealthyCheck(),
            new PortsCheck(),
            new PlatformCheck(),
            new PrivilegesCheck(),
            new LogsCheck(),
            new MemoryLimitsCheck());

    private ContainerChecks() {}
}

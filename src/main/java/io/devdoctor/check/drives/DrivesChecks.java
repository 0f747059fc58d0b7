package io.devdoctor.check.drives;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class DrivesChecks {
    public static final List<Check> ALL = List.of(
            new WslShareCheck(),
            new AutomountCheck(),
            new FileSharingCheck(),
            new NetworkDrivesCheck(),
            new SmbCheck(),
            new CifsVolumesCheck(),
            new WindowsBindsCheck());

    private DrivesChecks() {}
}

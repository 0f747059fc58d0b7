package io.devdoctor.check.wsl;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class WslChecks {
    public static final List<Check> ALL = List.of();

    private WslChecks() {}
}

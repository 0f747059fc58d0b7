package io.devdoctor.check.clock;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class ClockChecks {
    public static final List<Check> ALL = List.of(
            new HostClockCheck(),
            new WslClockCheck(),
            new EngineClockCheck(),
            new TimeServiceCheck(),
            new TimeZoneCheck());

    private ClockChecks() {}
}

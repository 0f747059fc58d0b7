package io.devdoctor.examination.picture;

import java.util.List;

/// All ports on one line. Developers use few of 65535, so those below 10000 get more room, and those that Windows hands
/// out too.
public final class PortScale {
    private static final int LAST = 65_535;
    private static final int[] PORTS = {0, 1_024, 10_000, 49_152, LAST};
    private static final double[] PLACES = {0, 0.14, 0.6, 0.74, 1};

    private PortScale() {}

    /// Between 0 and 1.
    public static double place(int port) {
        int part = 0;
        while (part < PORTS.length - 2 && port >= PORTS[part + 1]) part++;
        double share = (double) (port - PORTS[part]) / (PORTS[part + 1] - PORTS[part]);
        return PLACES[part] + share * (PLACES[part + 1] - PLACES[part]);
    }

    public static List<Integer> ticks() {
        return List.of(0, 1_024, 3_000, 5_000, 8_000, 10_000, 49_152, 57_000, LAST);
    }
}

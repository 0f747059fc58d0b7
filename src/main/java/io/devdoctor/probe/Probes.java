package io.devdoctor.probe;

import java.util.List;

/// Every probe there is.
public final class Probes {
    public static final List<Probe<?>> ALL = List.of();

    private Probes() {}
}

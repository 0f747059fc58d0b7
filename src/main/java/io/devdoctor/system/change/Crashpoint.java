package io.devdoctor.system.change;

/// Named instants at which a test kills the process.
@FunctionalInterface
public interface Crashpoint {
    Crashpoint NONE = _ -> {};

    void reached(String point);
}

package io.devdoctor.disk;

/// Named instants at which a test kills the process.
@FunctionalInterface
public interface Crashpoint {
    /// Nothing happens, as in the real program.
    Crashpoint NONE = _ -> {};

    /// Called when the program has come to the point; a test's implementation may not return.
    void reached(String point);

    /// The same points, told apart by what is at work.
    default Crashpoint of(Object work) {
        return point -> reached(point + ":" + work);
    }
}

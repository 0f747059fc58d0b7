package io.devdoctor.store;

/// Named instants at which a test kills the process. Points: `temp-created`, `temp-written`, `temp-forced`, `renamed`
/// (each with `:` and the file's name), and those of the journal.
@FunctionalInterface
public interface Crashpoint {
    /// Nothing happens, as in the real program.
    Crashpoint NONE = _ -> {};

    /// Called when the program has come to the point; a test's implementation may not return.
    void reached(String point);
}

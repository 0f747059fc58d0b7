package io.devdoctor.system;

/// What one of the standard streams of this process leads to.
///
/// @param isTerminal else a file, a pipe or nothing
/// @param obeys      whether it obeys escape sequences instead of showing them
/// @param columns    how wide it is; 0 = not known
public record Screen(boolean isTerminal, boolean obeys, int columns) {
    /// A file or a pipe.
    public static final Screen NONE = new Screen(false, false, 0);
}

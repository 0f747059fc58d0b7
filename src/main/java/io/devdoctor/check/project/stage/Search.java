package io.devdoctor.check.project.stage;

/// Bounds the looks of one Dockerfile: copies of copies and links to links end somewhere, however they are
/// nested.
final class Search {
    private static final int DEEP = 30;
    private static final int MOST = 20_000;

    private int depth;
    private int steps;

    /// @return whether one more may be taken; if so, [#leave] must follow
    boolean enter() {
        if (depth == 0) steps = 0;
        if (depth >= DEEP || steps >= MOST) return false;
        depth++;
        steps++;
        return true;
    }

    void leave() {
        depth--;
    }
}

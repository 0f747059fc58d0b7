package io.devdoctor.fix;

/// Going from one value to the next.
final class Steps {
    private Steps() {}

    /// The nearest multiple of `step` in a direction, within the bounds.
    static long next(long now, long step, int direction, long least, long most) {
        long up = Math.floorDiv(now, step) * step + step;
        long down = Math.ceilDiv(now, step) * step - step;
        return Math.clamp(direction > 0 ? up : down, least, most);
    }
}

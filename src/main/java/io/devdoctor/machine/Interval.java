package io.devdoctor.machine;

import java.time.Duration;

/// A signed time span known to lie between two bounds; used for clock offsets ("examined clock minus reference").
/// A clock is called wrong only when the whole interval lies outside a threshold.
public record Interval(Duration low, Duration high) {
    public Interval {
        if (low.compareTo(high) > 0) throw new IllegalArgumentException(low + " > " + high);
    }

    /// `middle` ± `uncertainty` (which must not be negative).
    public static Interval around(Duration middle, Duration uncertainty) {
        return new Interval(middle.minus(uncertainty), middle.plus(uncertainty));
    }

    public Duration middle() {
        return low.plus(high).dividedBy(2);
    }

    /// The smallest distance from zero that the interval proves: zero if it contains zero.
    public Duration provenMagnitude() {
        if (low.isPositive()) return low;
        return high.isNegative() ? high.negated() : Duration.ZERO;
    }

    public Interval plus(Interval other) {
        return new Interval(low.plus(other.low), high.plus(other.high));
    }

    /// Both bounds in seconds, untranslated, as evidence shows them: `-41.364 s … -41.236 s`.
    public String inSeconds() {
        return seconds(low) + " … " + seconds(high);
    }

    private static String seconds(Duration span) {
        return java.math.BigDecimal.valueOf(span.toMillis(), 3).toPlainString() + " s";
    }
}

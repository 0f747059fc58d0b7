package io.devdoctor.check.clock;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Duration;

/// How far a clock is off, judged only by what its whole interval proves.
record Drift(Interval offset) {

    /// @param thresholds prefix of the keys in the table, for example `clock.host`
    Verdict verdict(String thresholds) {
        Duration proven = offset.provenMagnitude();
        if (proven.compareTo(Thresholds.seconds(thresholds + ".problem-seconds")) > 0) return Verdict.PROBLEM;
        return proven.compareTo(Thresholds.seconds(thresholds + ".warning-seconds")) > 0 ? Verdict.WARNING : Verdict.OK;
    }

    boolean isSlow() {
        return offset.middle().isNegative();
    }

    /// Without sign: sentences say "slow" or "fast".
    Duration size() {
        return offset.middle().abs();
    }

    /// Half the width of the interval.
    Duration uncertainty() {
        return offset.high().minus(offset.low()).dividedBy(2);
    }

    Evidence evidence(String key, Source source) {
        return new Evidence(Text.of(key), offset.inSeconds(), source);
    }
}

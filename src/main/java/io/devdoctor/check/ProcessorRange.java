package io.devdoctor.check;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.text.Text;

/// How many processors a virtual machine can be given on this computer.
public record ProcessorRange(int logical) {
    public Parameter.Count parameter(int advised) {
        return new Parameter.Count(Text.of("parameter.processors"), 1, logical, advised);
    }

    /// The fix with a word about what it would be like to live with the value.
    public Fix judged(Fix fix, long count) {
        return isLow(count) ? fix.warningToo(Text.of("warning.value.few-processors", count)) : fix;
    }

    public boolean isLow(long used) {
        double least = Math.max(
                Thresholds.number("processors.advised-least"), logical * Thresholds.share("processors.low-share"));
        return used < logical && used < least;
    }
}

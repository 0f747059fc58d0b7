package io.devdoctor.system.recorded;

import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/// What every replayed port shares: when and where the recording was taken, and how it writes down the outcome of a
/// read that gave no value.
record Tape(Platform platform, Instant taken) {

    Source source(Source.Kind kind, String what) {
        return new Source(kind, what, taken);
    }

    <T> Reading<T> notRecorded(Source source) {
        return new Reading.Unknown<>(Cause.NOT_RECORDED, source.what(), source);
    }

    /// One recorded outcome: missing, `null` (absent), an object with `denied`, `timedOut`, `absent`, `unknown` or
    /// `notApplicable`, or a value.
    <T> Reading<T> reading(Json json, Source source, Function<Json, T> value) {
        if (json.isMissing()) return notRecorded(source);
        if (json.isNull()) return new Reading.Absent<>(source);
        if (!json.node().isObject()) return new Reading.Known<>(value.apply(json), source);
        if (isTrue(json, "absent")) return new Reading.Absent<>(source);
        if (isTrue(json, "denied")) return unknown(Cause.DENIED, json, source);
        if (isTrue(json, "timedOut")) return unknown(Cause.TIMED_OUT, json, source);
        if (isText(json, "unknown")) return unknown(cause(json.member("unknown")), json, source);
        if (isText(json, "notApplicable")) {
            return new Reading.NotApplicable<>(json.member("notApplicable").text());
        }
        return new Reading.Known<>(value.apply(json), source);
    }

    private static <T> Reading<T> unknown(Cause cause, Json json, Source source) {
        String detail = json.has("detail")
                ? json.member("detail").text()
                : cause == Cause.TIMED_OUT && json.has("millis") ? json.number("millis", 0) + " ms" : "";
        return new Reading.Unknown<>(cause, detail, source);
    }

    private static Cause cause(Json json) {
        String word = json.text().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Cause cause : Cause.values()) {
            if (cause.name().equals(word)) return cause;
        }
        throw new Malformed(json.path(), "cause");
    }

    /// Values of registry keys are arrays, so a key may well have a value named `denied`.
    private static boolean isTrue(Json json, String name) {
        return json.member(name).node().isBoolean() && json.truth(name);
    }

    private static boolean isText(Json json, String name) {
        return json.member(name).node().isString();
    }
}

package io.devdoctor.check.docker;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.Source;
import java.util.Locale;
import java.util.Set;

/// What the answer to `GET <mirror>/v2/` says. A registry answers 200, or 401 and where to fetch a token.
sealed interface MirrorState {
    record Alive() implements MirrorState {}

    record Slow(long millis) implements MirrorState {}

    /// Answered with a status that no pull survives.
    record Refuses(int status) implements MirrorState {}

    /// A web page stands in its place.
    record WebPage() implements MirrorState {}

    /// Answers, but does not call itself a registry.
    record NoRegistry() implements MirrorState {}

    /// @param step `dns`, `tcp`, `tls`, `timeout`: where it ended
    record Dead(String step) implements MirrorState {}

    record Unread(Reading.Unknown<HttpAnswer> reading) implements MirrorState {}

    record Untested() implements MirrorState {}

    Set<String> STEPS = Set.of("dns", "tcp", "tls", "timeout");
    int OK = 200;
    int UNAUTHORIZED = 401;

    static MirrorState of(Reading<HttpAnswer> answer) {
        return switch (answer) {
            case Reading.Known<HttpAnswer>(HttpAnswer http, Source _) -> answered(http);
            case Reading.Absent<HttpAnswer> _ -> new Dead("tcp");
            case Reading.Unknown<HttpAnswer> unread -> failed(unread);
            case Reading.NotApplicable<HttpAnswer> _ -> new Untested();
        };
    }

    private static MirrorState answered(HttpAnswer http) {
        boolean page = http.status() == OK
                && http.contentType().toLowerCase(Locale.ROOT).startsWith("text/html");
        if (page) return new WebPage();
        if (http.status() != OK && http.status() != UNAUTHORIZED) return new Refuses(http.status());
        if (http.apiVersion().isEmpty()) return new NoRegistry();
        return http.millis() > Thresholds.number("mirror.slow-millis") ? new Slow(http.millis()) : new Alive();
    }

    private static MirrorState failed(Reading.Unknown<HttpAnswer> unread) {
        if (unread.cause() == Cause.TIMED_OUT) return new Dead("timeout");
        String step = unread.detail().strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
        return unread.cause() == Cause.FAILED && STEPS.contains(step) ? new Dead(step) : new Unread(unread);
    }

    /// Whether a pull through it fails.
    default boolean isUseless() {
        return switch (this) {
            case Refuses _, WebPage _, Dead _ -> true;
            case Alive _, Slow _, NoRegistry _, Unread _, Untested _ -> false;
        };
    }

    /// Whether anything at all was heard from the other side.
    default boolean isHeard() {
        return switch (this) {
            case Alive _, Slow _, Refuses _, WebPage _, NoRegistry _ -> true;
            case Dead _, Unread _, Untested _ -> false;
        };
    }
}

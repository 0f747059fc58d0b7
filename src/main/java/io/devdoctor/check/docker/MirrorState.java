package io.devdoctor.check.docker;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import io.devdoctor.machine.RegistryMirrors.Stage;
import io.devdoctor.machine.RegistryMirrors.Trial;
import io.devdoctor.machine.Source;
import java.util.Locale;
import java.util.Set;

/// What the answers of a mirror say. A registry answers 200, or 401 and where to fetch a token; then it must have the
/// manifest of an image, and a blob of it, itself or wherever it sends for it.
sealed interface MirrorState {
    record Alive() implements MirrorState {}

    record Slow(long millis) implements MirrorState {}

    /// Answered with a status that no pull survives.
    record Refuses(int status) implements MirrorState {}

    /// Has had enough questions from this address for now (429).
    record Limited() implements MirrorState {}

    /// Introduces itself well and does not hand out the image that was tried: it may serve members or a list only.
    record NotServed(int status) implements MirrorState {}

    /// A web page stands in its place.
    record WebPage() implements MirrorState {}

    /// Answers, but does not call itself a registry.
    record NoRegistry() implements MirrorState {}

    /// @param step `dns`, `tcp`, `tls`, `timeout`: where it ended
    record Dead(String step) implements MirrorState {}

    /// Introduces itself well, and fails later in a pull.
    ///
    /// @param why `dns`, `tcp`, `tls`, `timeout`, `nonsense`, or a status
    record Stuck(Stage stage, String why) implements MirrorState {}

    record Unread(Reading.Unknown<HttpAnswer> reading) implements MirrorState {}

    record Untested() implements MirrorState {}

    Set<String> STEPS = Set.of("dns", "tcp", "tls", "timeout");
    int OK = 200;
    int UNAUTHORIZED = 401;
    int TOO_MANY = 429;
    /// What a registry answers to whom, or for what, it is not there.
    Set<Integer> NOT_FOR_YOU = Set.of(UNAUTHORIZED, 403, 404);

    static MirrorState of(Mirror mirror) {
        MirrorState first = of(mirror.answer());
        if (!(first instanceof Alive) && !(first instanceof Slow)) return first;
        for (Trial trial : mirror.pull()) {
            MirrorState later = of(trial);
            if (!(later instanceof Alive)) return later;
        }
        long slowest = mirror.pull().stream()
                .flatMap(trial -> trial.answer().known().stream())
                .mapToLong(HttpAnswer::millis)
                .max()
                .orElse(0);
        return first instanceof Alive && slowest > limit() ? new Slow(slowest) : first;
    }

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
        if (http.status() == TOO_MANY) return new Limited();
        if (http.status() != OK && http.status() != UNAUTHORIZED) return new Refuses(http.status());
        if (http.apiVersion().isEmpty()) return new NoRegistry();
        return http.millis() > limit() ? new Slow(http.millis()) : new Alive();
    }

    private static MirrorState failed(Reading.Unknown<HttpAnswer> unread) {
        String step = step(unread);
        return STEPS.contains(step) ? new Dead(step) : new Unread(unread);
    }

    private static MirrorState of(Trial trial) {
        return switch (trial.answer()) {
            case Reading.Known<HttpAnswer>(HttpAnswer http, Source _) -> tried(trial.stage(), http.status());
            case Reading.Absent<HttpAnswer> _ -> new Stuck(trial.stage(), "tcp");
            case Reading.Unknown<HttpAnswer> unread
            when unread.cause() == Cause.UNREADABLE -> new Stuck(trial.stage(), "nonsense");
            case Reading.Unknown<HttpAnswer> unread ->
                STEPS.contains(step(unread)) ? new Stuck(trial.stage(), step(unread)) : new Unread(unread);
            case Reading.NotApplicable<HttpAnswer> _ -> new Untested();
        };
    }

    private static MirrorState tried(Stage stage, int status) {
        if (status == OK) return new Alive();
        if (status == TOO_MANY) return new Limited();
        return stage != Stage.BLOB && NOT_FOR_YOU.contains(status)
                ? new NotServed(status)
                : new Stuck(stage, String.valueOf(status));
    }

    /// Where the network failed; anything else is no step.
    static String step(Reading.Unknown<?> unread) {
        if (unread.cause() == Cause.TIMED_OUT) return "timeout";
        if (unread.cause() != Cause.FAILED) return "";
        return unread.detail().strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
    }

    private static long limit() {
        return Thresholds.number("mirror.slow-millis");
    }

    /// Whether every pull through it fails, today and tomorrow. A server that stumbles may stand up again.
    default boolean isUseless() {
        return switch (this) {
            case Refuses(int status) -> status / 100 != 5;
            case Stuck(var _, String why) -> !why.matches("5\\d\\d");
            case WebPage _, Dead _ -> true;
            case Alive _, Slow _, Limited _, NotServed _, NoRegistry _, Unread _, Untested _ -> false;
        };
    }

    /// Whether a pull through it works.
    default boolean isGood() {
        return switch (this) {
            case Alive _, Slow _ -> true;
            case Refuses _, Limited _, NotServed _, WebPage _, Dead _, Stuck _, NoRegistry _, Unread _, Untested _ ->
                false;
        };
    }

    /// Whether anything at all was heard from the other side.
    default boolean isHeard() {
        return switch (this) {
            case Alive _, Slow _, Refuses _, Limited _, NotServed _, WebPage _, NoRegistry _, Stuck _ -> true;
            case Dead _, Unread _, Untested _ -> false;
        };
    }
}

package io.devdoctor.check.docker;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Handshake.Trust;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryAccess.Attempt;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Stage;
import io.devdoctor.machine.RegistryMirrors.Trial;
import java.util.List;
import java.util.Locale;

/// How far one attempt to reach a registry got: the first step that failed, or none.
sealed interface Reach {
    /// @param local who vouches for it on this computer alone; "" = an authority that everybody knows
    record Fine(String local) implements Reach {}

    /// The network failed.
    ///
    /// @param step `dns`, `refused`, `tcp`, `tls`, `http`
    record Failed(String step) implements Reach {}

    /// Somebody answered who cannot be believed.
    record Doubted(Handshake handshake) implements Reach {}

    /// A web page stands in its place, such as the sign-in page of a network.
    record WebPage() implements Reach {}

    /// The proxy demands a sign-in.
    record ProxySignIn() implements Reach {}

    /// Too many pulls.
    record Limited() implements Reach {}

    record Refuses(int status) implements Reach {}

    /// @param why as of [MirrorState.Stuck]
    record Stuck(Stage stage, String why) implements Reach {}

    record Unread(Reading.Unknown<?> reading) implements Reach {}

    /// How [io.devdoctor.system.NetworkReach#tls] tells that a proxy did not connect.
    String PROXY_ANSWERS = "the proxy answers ";
    int OK = 200;
    int UNAUTHORIZED = 401;
    int PROXY_SIGN_IN = 407;
    int TOO_MANY = 429;

    static Reach of(Attempt attempt) {
        if (attempt.address().isAbsent()) return new Failed("dns");
        if (attempt.address() instanceof Reading.Unknown<?> unread) return failed(unread, "dns");
        if (attempt.port().isAbsent()) return new Failed("refused");
        if (attempt.port() instanceof Reading.Unknown<?> unread) return failed(unread, "tcp");
        return switch (attempt.tls()) {
            case Reading.Known<Handshake>(Handshake handshake, var _) -> greeted(handshake, attempt);
            case Reading.Absent<Handshake> _ -> new Failed("tls");
            case Reading.Unknown<Handshake> unread -> failed(unread, "tls");
            case Reading.NotApplicable<Handshake> _ -> new Fine("");
        };
    }

    private static Reach greeted(Handshake handshake, Attempt attempt) {
        boolean local = handshake.trust() == Trust.LOCAL;
        if (!local && handshake.trust() != Trust.PUBLIC) return new Doubted(handshake);
        return switch (attempt.http()) {
            case Reading.Known<HttpAnswer>(HttpAnswer http, var _) ->
                answered(http, attempt.pull(), local ? issuer(handshake) : "");
            case Reading.Absent<HttpAnswer> _, Reading.NotApplicable<HttpAnswer> _ -> new Failed("http");
            case Reading.Unknown<HttpAnswer> unread -> failed(unread, "http");
        };
    }

    private static Reach answered(HttpAnswer http, List<Trial> pull, String local) {
        boolean page = http.status() == OK
                && http.contentType().toLowerCase(Locale.ROOT).startsWith("text/html");
        if (page) return new WebPage();
        if (http.status() != OK && http.status() != UNAUTHORIZED) return refused(http.status());
        for (Trial trial : pull) {
            switch (trial.answer()) {
                case Reading.Known<HttpAnswer>(HttpAnswer later, var _) -> {
                    if (later.status() == TOO_MANY) return new Limited();
                    if (later.status() != OK) return new Stuck(trial.stage(), String.valueOf(later.status()));
                }
                case Reading.Unknown<HttpAnswer> unread -> {
                    String step = MirrorState.step(unread);
                    return MirrorState.STEPS.contains(step) ? new Stuck(trial.stage(), step) : new Unread(unread);
                }
                case Reading.Absent<HttpAnswer> _ -> {
                    return new Stuck(trial.stage(), "tcp");
                }
                case Reading.NotApplicable<HttpAnswer> _ -> {}
            }
        }
        return new Fine(local);
    }

    private static Reach refused(int status) {
        return switch (status) {
            case PROXY_SIGN_IN -> new ProxySignIn();
            case TOO_MANY -> new Limited();
            default -> new Refuses(status);
        };
    }

    /// What the network answered is knowledge; what could not be asked is not.
    private static Reach failed(Reading.Unknown<?> unread, String step) {
        if (unread.detail().contains(PROXY_ANSWERS + PROXY_SIGN_IN)) return new ProxySignIn();
        boolean network = MirrorState.STEPS.contains(MirrorState.step(unread));
        return network ? new Failed(step) : new Unread(unread);
    }

    /// Whoever vouches for a server: the common name, or the whole name where there is none.
    static String issuer(Handshake handshake) {
        if (handshake.chain().isEmpty()) return "?";
        String name = handshake.chain().getFirst().issuer();
        var common = java.util.regex.Pattern.compile("(?:^|,\\s*)CN=((?:\\\\.|[^,\\\\])+)")
                .matcher(name);
        return common.find() ? common.group(1).replaceAll("\\\\(.)", "$1") : name;
    }
}

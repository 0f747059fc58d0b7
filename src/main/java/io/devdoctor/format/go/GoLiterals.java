package io.devdoctor.format.go;

import io.devdoctor.format.go.GoSource.Literal;
import io.devdoctor.format.go.GoToken.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Picks out of a stream of tokens the literals and calls that decide something in a container.
final class GoLiterals {
    private static final int MOST = 200;
    private static final Set<String> LISTENERS = Set.of(
            "ListenAndServe",
            "ListenAndServeTLS",
            "Listen",
            "ListenPacket",
            "ListenTLS",
            "Run",
            "RunTLS",
            "Start",
            "StartTLS");
    private static final Map<String, Literal.Kind> CALLS = Map.ofEntries(
            Map.entry("signal.Notify", Literal.Kind.SIGNALS),
            Map.entry("signal.NotifyContext", Literal.Kind.SIGNALS),
            Map.entry("viper.WatchConfig", Literal.Kind.WATCHES_FILES),
            Map.entry("fsnotify.NewWatcher", Literal.Kind.WATCHES_FILES),
            Map.entry("syscall.NewLazyDLL", Literal.Kind.WINDOWS_CALL),
            Map.entry("syscall.MustLoadDLL", Literal.Kind.WINDOWS_CALL),
            Map.entry("syscall.LoadDLL", Literal.Kind.WINDOWS_CALL),
            Map.entry("syscall.LoadLibrary", Literal.Kind.WINDOWS_CALL),
            Map.entry("tls.Dial", Literal.Kind.TLS),
            Map.entry("tls.DialWithDialer", Literal.Kind.TLS),
            Map.entry("credentials.NewTLS", Literal.Kind.TLS),
            Map.entry("credentials.NewClientTLSFromCert", Literal.Kind.TLS));
    private static final Pattern LISTEN = Pattern.compile("([A-Za-z0-9.-]*|\\[[0-9a-fA-F:]*\\]):(\\d{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1\\]");
    private static final Pattern ZONE = Pattern.compile("[?&]loc=([^&\\s]+)");
    private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:(\\\\|/(?!/)).*", Pattern.DOTALL);
    private static final Pattern SECURE = Pattern.compile("(https|wss|grpcs)://.+", Pattern.DOTALL);

    private final List<Literal> found = new ArrayList<>();
    /// Names of the calls whose arguments are being read; "" = a bracket of another kind.
    private final Deque<String> calls = new ArrayDeque<>();

    private GoToken before = new GoToken(Kind.END, "", 0);
    /// Of a word behind a point what stands before it, `time` of `time.LoadLocation`.
    private String owner = "";

    private GoToken beforeThat = before;

    List<Literal> found() {
        return found;
    }

    void take(GoToken token) {
        if (token.isOther('(')) {
            calls.push(before.kind() == Kind.WORD ? before.text() : "");
        } else if (token.isOther(')') && !calls.isEmpty()) {
            calls.pop();
        } else if (token.kind() == Kind.STRING) {
            string(token);
        } else if (token.kind() == Kind.WORD) {
            word(token);
        }
        beforeThat = before;
        before = token;
    }

    private void word(GoToken token) {
        boolean selected = before.isOther('.') && beforeThat.kind() == Kind.WORD;
        owner = selected ? beforeThat.text() : "";
        Literal.Kind kind = selected ? CALLS.get(owner + "." + token.text()) : null;
        if (kind != null) add(kind, owner + "." + token.text(), token.line());
    }

    private void string(GoToken token) {
        String value = token.text();
        String call = calls.isEmpty() ? "" : calls.peek();
        boolean first = before.isOther('(');
        if (first && call.equals("LoadLocation") && owner.equals("time")) {
            add(Literal.Kind.TIME_ZONE, value, token.line());
        } else if (SECURE.matcher(value).matches()) {
            add(Literal.Kind.TLS, value, token.line());
        } else if (WINDOWS.matcher(value).matches()) {
            add(Literal.Kind.WINDOWS_PATH, value, token.line());
        } else {
            Matcher zone = ZONE.matcher(value);
            if (zone.find()) add(Literal.Kind.TIME_ZONE, decoded(zone.group(1)), token.line());
            boolean field = before.isOther(':') && beforeThat.isWord("Addr");
            if (field || LISTENERS.contains(call)) listen(value, token.line());
        }
    }

    private void listen(String value, int line) {
        Matcher address = LISTEN.matcher(value);
        if (!address.matches()) return;
        boolean loopback = LOOPBACK.matcher(address.group(1)).matches();
        boolean all = Set.of("", "0.0.0.0", "[::]").contains(address.group(1));
        if (loopback) add(Literal.Kind.LOOPBACK_LISTEN, value, line);
        else if (all) add(Literal.Kind.LISTEN, value, line);
    }

    private static String decoded(String zone) {
        try {
            return URLDecoder.decode(zone, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return zone;
        }
    }

    private void add(Literal.Kind kind, String value, int line) {
        if (found.size() < MOST) found.add(new Literal(kind, value, line));
    }
}

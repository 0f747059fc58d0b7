package io.devdoctor.privacy;

import java.util.List;
import java.util.regex.Pattern;

/// `user:password@host` in URLs; without a scheme where a port follows, or where it is the whole value (proxy
/// settings).
final class UrlPasswords {
    // A password may hold unencoded '@', '/', ':' or "'"; "host:443/…/@v/list" of Go's module proxy must not look like
    // one, nor must the port that ends a quoted address. The host may be missing.
    private static final Pattern IN_URL =
            Pattern.compile("(?<=://)([^\\s/:@\"'<>\\[\\]?#]{0,256}):(?!\\d{1,5}(?:[/',;)]|$))([^\\s\"<>\\\\]{1,512})@"
                    + "(?=[\\w\\[./\"'\\s-]|$)");
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/.:@-])([A-Za-z0-9._\\\\-]{1,64}):([^\\s/:@\"'<>]{1,128})@(?!sha\\d)(?=[A-Za-z0-9.-]{1,253}:\\d{2,5}\\b)");
    // A path of Windows begins with a letter and a colon too, but what follows is a slash.
    private static final Pattern WHOLE = Pattern.compile("(?m)(?:^|(?<=[\"'=;\\x00])|(?<=="
            + " ))(?!npm:|mailto:)([A-Za-z0-9._%\\\\-]{1,64}):(?![\\\\/])([^\\s\"\\x00]{1,128})@(?!sha\\d)"
            + "(?=(?:[A-Za-z][A-Za-z0-9.-]{0,252}|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?/?"
            + "(?:[\"';\\x00]|\\\\[rn\"]|$))");

    /// `user:password@tcp(host:port)/name`, as Go's drivers for databases write it.
    private static final Pattern GO_SOURCE =
            Pattern.compile("(?<![\\w.-])([A-Za-z0-9._%-]{1,64}):([^\\s@\"'<>]{1,128})@" + "(?=(?:tcp6?|udp|unix)\\()");

    private UrlPasswords() {}

    static Masked mask(String text) {
        if (text.indexOf('@') < 0) {
            return new Masked(text, 0);
        }
        String result = text;
        int count = 0;
        for (Pattern pattern : List.of(IN_URL, BARE, WHOLE, GO_SOURCE)) {
            Masked masked = Replacing.group(pattern, result, 2);
            result = masked.text();
            count += masked.count();
        }
        return new Masked(result, count);
    }
}

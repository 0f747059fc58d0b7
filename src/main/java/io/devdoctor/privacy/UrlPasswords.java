package io.devdoctor.privacy;

import java.util.regex.Pattern;

/// `user:password@host` in URLs, and without a scheme where a port follows (proxy settings).
final class UrlPasswords {
    // A password may hold unencoded '@', '/' or ':'; "host:443/…/@v/list" of Go's module proxy must not look like one.
    private static final Pattern IN_URL = Pattern.compile(
            "(?<=://)([^\\s/:@\"'<>\\[\\]?#]{0,256}):(?!\\d{1,5}/)([^\\s\"'<>\\\\]{1,512})@(?=[\\w\\[.-])");
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/.:@-])([A-Za-z0-9._\\\\-]{1,64}):([^\\s/:@\"'<>]{1,128})@(?!sha\\d)(?=[A-Za-z0-9.-]{1,253}:\\d{2,5}\\b)");

    private UrlPasswords() {}

    static Masked mask(String text) {
        if (text.indexOf('@') < 0) {
            return new Masked(text, 0);
        }
        Masked urls = Replacing.group(IN_URL, text, 2);
        Masked bare = Replacing.group(BARE, urls.text(), 2);
        return new Masked(bare.text(), urls.count() + bare.count());
    }
}

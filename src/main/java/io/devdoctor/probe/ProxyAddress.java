package io.devdoctor.probe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a proxy as people and programs write it: `http://user:password@host:port/`, `host:port`, `host`.
///
/// @param scheme in lower case, "" where none is written
/// @param secret whether a user or a password is part of it; neither is kept
record ProxyAddress(String scheme, String host, int port, boolean secret) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:([a-z][a-z0-9+.-]*)://)?([^\\s/@]*@)?(\\[[0-9a-f:.%]+]|[^\\s/:@\\[\\]]+)(?::(\\d{1,5}))?/?");

    private static final int LAST_PORT = 65_535;
    /// A password may hold an `@` itself, and even a slash.
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^\\s?#]*@|^[^\\s/:]*:(?!//)\\S*@");

    /// Empty where it is no address.
    static Optional<ProxyAddress> parse(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) return Optional.empty();
        String scheme = address.group(1) == null ? "" : address.group(1).toLowerCase(java.util.Locale.ROOT);
        int port = address.group(4) == null ? defaultPort(scheme) : Integer.parseInt(address.group(4));
        if (port < 1 || port > LAST_PORT) return Optional.empty();
        return Optional.of(new ProxyAddress(scheme, address.group(3), port, address.group(2) != null));
    }

    /// `host:port`.
    String address() {
        return host + ":" + port;
    }

    /// A value that may be an address, without what stands before its `@`.
    static String withoutCredentials(String value) {
        return CREDENTIALS.matcher(value).replaceAll("");
    }

    private static int defaultPort(String scheme) {
        if (scheme.startsWith("socks")) return 1080;
        return scheme.equals("https") ? 443 : 80;
    }
}

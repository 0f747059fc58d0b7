package io.devdoctor.check.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A secret that stands in a file in clear. What it says itself (the shape of a token, a private key) counts before
/// what its name says. In a recording all but the prefix of a token is masked: what was masked under the name of a
/// secret was one.
///
/// @param value never shown
public record SecretValue(Kind kind, String value) {
    public static final String MASK = "****";

    private static final int LONGEST = 8192;
    private static final int RANDOM_LENGTH = 16;
    private static final double RANDOM_BITS = 3.2;
    private static final String START = "(?<![A-Za-z0-9_-])";
    private static final List<Pattern> TOKENS = Stream.of(
                    "gh[pousr]_(?:[A-Za-z0-9]{30,}|MASK)",
                    "github_pat_(?:[A-Za-z0-9_]{30,}|MASK)",
                    "gl(?:pat|ptt|dt|rt)-(?:[A-Za-z0-9_.-]{18,}|MASK)",
                    "(?:AKIA|ASIA)(?:[A-Z0-9]{16}(?![A-Za-z0-9])|MASK)",
                    "xox[abeprs]-(?:[A-Za-z0-9-]{10,}|MASK)",
                    "npm_(?:[A-Za-z0-9]{30,}|MASK)",
                    "pypi-(?:[A-Za-z0-9_-]{40,}|MASK)",
                    "dckr_[po]at_(?:[A-Za-z0-9_-]{16,}|MASK)",
                    "AIza(?:[A-Za-z0-9_-]{35}|MASK)",
                    "(?:sk|rk)_live_(?:[A-Za-z0-9]{16,}|MASK)")
            // A recording has the prefix of a token alone.
            .map(shape -> Pattern.compile(START + shape.replace("MASK", "\\*{4}")))
            .toList();
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----");
    private static final Pattern USER_INFO = Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^/\\s:@\"']*:([^/\\s@\"']+)@");
    /// Words of a name that make it one of a secret, as BuildKit has them.
    private static final Set<String> STRONG = Set.of(
            "apikey",
            "credential",
            "credentials",
            "password",
            "pword",
            "passwd",
            "secret",
            "token",
            "pwd",
            "passphrase");

    /// The same words, which mean so many other things that the value must look like a secret too.
    private static final Set<String> WEAK = Set.of("key", "auth", "pass");

    private static final Set<String> HARMLESS = Set.of(
            "public",
            "file",
            "version",
            "path",
            "dir",
            "name",
            "id",
            "alias",
            "url",
            "uri",
            "type",
            "ttl",
            "expiry",
            "expires",
            "expiration",
            "length",
            "size",
            "issuer",
            "header",
            "enabled",
            "required",
            "algorithm",
            "mode",
            "method",
            "module",
            "provider",
            "host",
            "user",
            "username",
            "policy",
            "timeout",
            "sock",
            "store",
            "ring",
            "endpoint",
            "format",
            "prefix",
            "suffix",
            "count",
            "max",
            "min",
            "limit",
            "env",
            "placeholder",
            "gpg",
            "pgp",
            "fingerprint",
            "checksum",
            "hash",
            "digest",
            "sha",
            "commit",
            "example");

    /// What stands in the user's part of an address where no real one is meant.
    private static final Set<String> ANYBODYS =
            Set.of("pass", "password", "postgres", "user", "root", "mysql", "test", "secret", "admin", "guest");

    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)|.*[$<>{}].*|%\\w+%|\\*{0,3}|\\*{5,}|x+|change[-_"
            + " ]?(?:me|it).*|.*(?:example|placeholder|dummy|redacted|your[-_ ].*|replace[-_ ]?me|insert[-_"
            + " ].*|todo).*|true|false|yes|no|none|null|nil|undefined|\\d{1,5}|/[\\w./-]*|\\w+://[^:@]*");

    public enum Kind {
        /// The shape of a known service's token.
        TOKEN,
        PRIVATE_KEY,
        /// In the user's part of an address.
        IN_URL,
        /// Random characters under the name of a secret.
        RANDOM,
        /// Something under the name of a secret.
        NAMED
    }

    /// Whether its own bytes prove it, whatever its name.
    public boolean isCertain() {
        return kind == Kind.TOKEN || kind == Kind.PRIVATE_KEY;
    }

    /// A text in which this value is not shown.
    public String mask(String text) {
        return value.isEmpty() ? text : text.replace(value, MASK);
    }

    /// The secret in a text that has no name: a command, the body of a file.
    public static Optional<SecretValue> in(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Pattern shape : TOKENS) {
            Matcher token = shape.matcher(start);
            if (token.find() && !isPlaceholder(token.group())) {
                return Optional.of(new SecretValue(Kind.TOKEN, token.group()));
            }
        }
        Matcher key = PRIVATE_KEY.matcher(start);
        if (key.find()) return Optional.of(new SecretValue(Kind.PRIVATE_KEY, start.substring(key.start())));
        Matcher url = USER_INFO.matcher(start);
        String password = url.find() ? url.group(1) : MASK;
        return !password.equals(MASK) && !isPlaceholder(password) && !ANYBODYS.contains(password)
                ? Optional.of(new SecretValue(Kind.IN_URL, password))
                : Optional.empty();
    }

    /// The secret that a variable holds.
    ///
    /// @param value without the quotes around it
    public static Optional<SecretValue> of(String name, String value) {
        Optional<SecretValue> shown = in(value);
        if (shown.isPresent() || isPlaceholder(value)) return shown;
        if (!mayName(name)) return Optional.empty();
        boolean random = isRandom(value);
        if (!isSecretName(name) && !random) return Optional.empty();
        return Optional.of(new SecretValue(random ? Kind.RANDOM : Kind.NAMED, value));
    }

    /// Whether a variable of this name holds a secret for certain, as far as names go: `NPM_TOKEN`, not `KEY_DIR`.
    public static boolean isSecretName(String name) {
        List<String> words = words(name);
        return words.stream().anyMatch(STRONG::contains) && words.stream().noneMatch(HARMLESS::contains);
    }

    private static boolean mayName(String name) {
        List<String> words = words(name);
        return words.stream().anyMatch(word -> STRONG.contains(word) || WEAK.contains(word))
                && words.stream().noneMatch(HARMLESS::contains);
    }

    private static List<String> words(String name) {
        if (name.length() > 200) return List.of();
        String apart = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return List.of(apart.split("[^a-z0-9]+"));
    }

    static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value.strip()).matches();
    }

    private static boolean isRandom(String value) {
        boolean mixed = value.matches("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/=_.~-]+");
        return mixed && value.length() >= RANDOM_LENGTH && bitsPerCharacter(value) >= RANDOM_BITS;
    }

    private static double bitsPerCharacter(String value) {
        double bits = 0;
        for (int c : value.chars().distinct().toArray()) {
            double share = (double) value.chars().filter(other -> other == c).count() / value.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}

package io.devdoctor.check.project.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What names and values of variables look like that nobody else should read.
final class SecretWords {
    /// Shapes that services give to their own tokens.
    private static final Pattern TOKEN = Pattern.compile("\\b(?:A[KS]IA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}"
            + "|github_pat_\\w{30,}|glpat-[\\w-]{20,}|xox[abprs]-[\\w-]{10,}|[sr]k_live_\\w{16,}|AIza[\\w-]{35}"
            + "|npm_\\w{30,}|pypi-[\\w-]{30,}|dckr_pat_[\\w-]{20,}|eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,})"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY");
    private static final Pattern USER = Pattern.compile("://([^\\s/@:]*):([^\\s/@]+)@");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)([\\w.-]*(?:passw|pwd|passphrase|secret|token|api_?key|access_?key|credential|private_?key)[\\w.-]*"
                    + "[\"']?\\s*[:=]\\s*[\"']?)(?![\\s\"']|$)[^\\s\"']+");
    private static final Set<String> WORDS =
            Set.of("password", "passwd", "pwd", "passphrase", "secret", "token", "apikey", "credential", "credentials");
    private static final List<String> PAIRS = List.of(
            "api_key",
            "access_key",
            "secret_key",
            "private_key",
            "encryption_key",
            "signing_key",
            "master_key",
            "account_key",
            "auth_key");
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?i).*(?:_file|_path|_dir|_name|_id|_alias|_version|_url|_uri|_ttl|_length|_policy|_type|_header|_field|"
                    + "_prefix|_issuer|_audience|_algorithm|_lifetime|_age|_hours|_minutes|_seconds|_count|_limit)"
                    + "|.*(?:public|expir|allow_|enable|disable|require|random|rotation|min_|max_).*");
    private static final Set<String> NO_VALUE =
            Set.of("", "true", "false", "yes", "no", "on", "off", "none", "null", "0", "1");
    private static final Pattern HOLDER = Pattern.compile("(?i)<.*>|\\*+|x{3,}|\\.{3}|your[_-].*|.*placeholder.*|todo");
    private static final Pattern DEVELOPMENT = Pattern.compile(
            "(?i).{0,7}|.*(?:password|passwd|secret|changeme|change-me|change_me|example|test|dev|local|demo|admin|root|"
                + "guest|postgres|mysql|redis|rabbit|minio|sample|dummy|insecure).*|1234.*");

    private SecretWords() {}

    /// `DB_PASSWORD`, `GITHUB_TOKEN`, `AWS_SECRET_ACCESS_KEY`; not `TOKEN_TTL`, `PASSWORD_FILE`, `SSH_AUTH_SOCK`.
    static boolean isName(String name) {
        if (NO_SECRET.matcher(name).matches()) return false;
        String lower = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        boolean word = Arrays.stream(lower.split("[_.-]+"))
                .anyMatch(part -> WORDS.contains(part) || part.endsWith("password"));
        return word || PAIRS.stream().anyMatch(lower::contains);
    }

    /// Whether a value can be a secret at all: no switch, no path, no mark that says "put yours here".
    static boolean isValue(String value) {
        String plain = value.strip();
        return !NO_VALUE.contains(plain.toLowerCase(Locale.ROOT))
                && !plain.startsWith("/")
                && !HOLDER.matcher(plain).matches();
    }

    /// Whether the value protects nothing but the desk of a developer.
    static boolean isForDevelopment(String value) {
        return DEVELOPMENT.matcher(value.strip()).matches();
    }

    static boolean isToken(String value) {
        return TOKEN.matcher(value).find();
    }

    /// The password of an address such as `postgres://user:password@db`; empty = none.
    static String passwordIn(String value) {
        var address = USER.matcher(value);
        return address.find() ? address.group(2) : "";
    }

    /// A line without what is secret in it.
    static String masked(String line) {
        String plain = TOKEN.matcher(line).replaceAll("***");
        return ASSIGNED.matcher(USER.matcher(plain).replaceAll("://$1:***@")).replaceAll("$1***");
    }
}

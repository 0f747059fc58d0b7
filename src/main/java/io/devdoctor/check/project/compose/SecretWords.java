package io.devdoctor.check.project.compose;

import io.devdoctor.check.project.SecretValue;
import java.util.regex.Pattern;

/// Lines of Compose files as they may be shown, and values that only look like secrets.
final class SecretWords {
    private static final Pattern USER = Pattern.compile("://([^\\s/@:]*):([^\\s/@]+)@");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)([\\w.-]*(?:passw|pwd|passphrase|secret|token|api_?key|access_?key|credential|private_?key)[\\w.-]*"
                    + "[\"']?\\s*[:=]\\s*[\"']?)(?![\\s\"'/]|\\$|$)[^\\s\"',]+");
    private static final Pattern DEVELOPMENT = Pattern.compile(
            "(?i).{0,7}|.*(?:password|passwd|secret|changeme|change-me|change_me|example|test|dev|local|demo|admin|root|"
                + "guest|postgres|mysql|redis|rabbit|minio|sample|dummy|insecure).*|1234.*");

    private SecretWords() {}

    /// Whether the value protects nothing but the desk of a developer.
    static boolean isForDevelopment(String value) {
        return DEVELOPMENT.matcher(value.strip()).matches();
    }

    /// A line without what is secret in it.
    static String masked(String line) {
        String plain = SecretValue.in(line).map(secret -> secret.mask(line)).orElse(line);
        String apart = USER.matcher(plain).replaceAll("://$1:" + SecretValue.MASK + "@");
        return ASSIGNED.matcher(apart).replaceAll("$1" + SecretValue.MASK);
    }
}

package io.devdoctor.check.project;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files hold what nobody should get: private keys, passwords, tokens.
final class SensitiveFiles {
    private static final Set<String> NAMES = Set.of(
            "id_rsa",
            "id_dsa",
            "id_ecdsa",
            "id_ed25519",
            ".netrc",
            "_netrc",
            ".git-credentials",
            ".pgpass",
            "kubeconfig");
    private static final Set<String> ENDINGS = Set.of("key", "pem", "pfx", "p12", "kdbx", "jks", "keystore", "ppk");
    private static final Pattern SAMPLE =
            Pattern.compile(".*[._-](example|sample|template|tmpl|tpl|dist|defaults?|test|ci)|.*\\.pub");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
    private static final Pattern TOKEN = Pattern.compile("(?i)_auth(token)?\\s*=\\s*[^$\\s{][^\\s]{7,}");
    /// A name that promises a secret, with a value that is none of those that people leave in examples.
    private static final Pattern SECRET = Pattern.compile("(?im)^\\s*(?:export\\s+)?(?!\\w*PUBLIC)\\w*"
        + "(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)"
        + "(?:_(?!FILE|PATH|DIR|NAME|ID|ALIAS|VERSION|TTL|EXPIR|LENGTH|TYPE|HEADER|URL)[A-Z0-9]+)?\\s*=\\s*[\"']?"
        + "(?!\\$|<|/|(?:changeme|change_me|changeit|example|dummy|test|todo|xxx+|true|false|none|null|postgres|mysql"
        + "|mariadb|redis|rabbit|mongo|root|admin|guest|password|passwd|secret|dev|local|\\d+)\\b)[^\\s\"'#]{4,}");

    private SensitiveFiles() {}

    /// How sure it is.
    enum Kind {
        /// The bytes show the secret.
        PROVEN,
        /// The name alone says so.
        BY_NAME
    }

    /// @param path of a file of the project
    static Optional<Kind> kind(Workspace project, String path) {
        String name = Project.name(path).toLowerCase(Locale.ROOT);
        if (SAMPLE.matcher(name).matches()) return Optional.empty();
        if (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env")) {
            return text(project, path)
                    .filter(each -> SECRET.matcher(each).find())
                    .map(_ -> Kind.PROVEN);
        }
        if (name.equals(".npmrc")) {
            return text(project, path)
                    .filter(each -> TOKEN.matcher(each).find())
                    .map(_ -> Kind.PROVEN);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!NAMES.contains(name) && !ENDINGS.contains(ending)) return Optional.empty();
        Optional<String> text = text(project, path);
        if (text.filter(each -> PRIVATE_KEY.matcher(each).find()).isPresent()) return Optional.of(Kind.PROVEN);
        // A PEM file without a private key is a certificate, which everybody may have.
        return text.isEmpty() || !ending.equals("pem") ? Optional.of(Kind.BY_NAME) : Optional.empty();
    }

    private static Optional<String> text(Workspace project, String path) {
        return project.bytes(path).map(Bytes::toArray).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }
}

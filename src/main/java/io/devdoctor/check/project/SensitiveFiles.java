package io.devdoctor.check.project;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
    private static final Pattern SETTING = Pattern.compile("\\s*(?:export\\s+)?(?:.*:)?([\\w.-]+)\\s*=\\s*(.*)");
    /// What databases of a desk are given.
    private static final Pattern OF_THE_DESK = Pattern.compile(
            "(?i)test\\w*|postgres|mysql|mariadb|redis|rabbit(mq)?|mongo|root|admin|guest|user|passw(or)?d|secret|dev\\w*|local\\w*");

    private static final int MOST_LINES = 2000;

    private SensitiveFiles() {}

    /// How sure it is.
    enum Kind {
        /// The bytes show the secret.
        PROVEN,
        /// A name alone says so: that of the file, or that of a variable in it.
        BY_NAME
    }

    /// @param path of a file of the project
    static Optional<Kind> kind(Workspace project, String path) {
        String name = Project.name(path).toLowerCase(Locale.ROOT);
        if (SAMPLE.matcher(name).matches()) return Optional.empty();
        boolean settings =
                name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env") || name.equals(".npmrc");
        if (settings) return text(project, path).flatMap(SensitiveFiles::worst);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!NAMES.contains(name) && !ENDINGS.contains(ending)) return Optional.empty();
        Optional<String> text = text(project, path);
        boolean shown =
                text.flatMap(SecretValue::in).filter(SecretValue::isCertain).isPresent();
        if (shown) return Optional.of(Kind.PROVEN);
        // A PEM file without a private key is a certificate, which everybody may have.
        return text.isEmpty() || !ending.equals("pem") ? Optional.of(Kind.BY_NAME) : Optional.empty();
    }

    private static Optional<String> text(Workspace project, String path) {
        return project.bytes(path).map(Bytes::toArray).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// Of the variables of a file.
    private static Optional<Kind> worst(String text) {
        Optional<Kind> worst = Optional.empty();
        for (String line : text.lines().limit(MOST_LINES).toList()) {
            Matcher setting = SETTING.matcher(line);
            if (line.stripLeading().startsWith("#") || !setting.matches()) continue;
            String value = setting.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
            if (OF_THE_DESK.matcher(value).matches()) continue;
            Optional<SecretValue> secret = SecretValue.of(setting.group(1), value);
            if (secret.isEmpty()) continue;
            if (secret.get().kind() != SecretValue.Kind.NAMED) return Optional.of(Kind.PROVEN);
            worst = Optional.of(Kind.BY_NAME);
        }
        return worst;
    }
}

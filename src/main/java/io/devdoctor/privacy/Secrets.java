package io.devdoctor.privacy;

import java.util.List;

/// Masks secrets with `****` and leaves every other character alone: pure, deterministic, idempotent.
///
/// Known: passwords in URLs and proxies, values of secret keys (`key=value`, `key: value`, JSON also inside JSON
/// strings,
/// connection strings, command options), Docker auths, authorization headers, PEM private keys, JWTs, and tokens of the
/// well-known shapes, whose prefix stays (`ghp_****`). Works on decoded text; never throws; linear in the text.
public final class Secrets {
    static final String MASK = "****";

    private Secrets() {}

    /// Masks everything in a text that reads as a secret.
    public static Masked mask(String text) {
        Masked keys = PrivateKeys.mask(text);
        Masked urls = UrlPasswords.mask(keys.text());
        Masked keyed = KeyedSecrets.mask(urls.text());
        Masked shapes = TokenShapes.mask(keyed.text());
        return new Masked(shapes.text(), keys.count() + urls.count() + keyed.count() + shapes.count());
    }

    /// Masks lines that belong together, such as those of a difference, as one text; there are as many afterwards.
    public static List<String> maskLines(List<String> lines) {
        List<String> keyless = PrivateKeys.maskLines(lines);
        String[] masked = mask(String.join("\n", keyless)).text().split("\n", -1);
        return masked.length == lines.size()
                ? List.of(masked)
                : keyless.stream().map(line -> mask(line).text()).toList();
    }

    /// Masks the value of a named thing (JSON member, environment variable, registry value): as a whole if the name
    /// alone
    /// says that it is secret, else whatever inside it is.
    public static Masked maskValue(String key, String value) {
        if (SecretKeys.isSecret(key) && !SecretKeys.isHarmless(key, value)) {
            return TokenShapes.isMasked(value) ? new Masked(value, 0) : new Masked(TokenShapes.masked(value), 1);
        }
        return mask(value);
    }

    /// True if values under this name are secret whatever they look like: `DB_PASSWORD`, `identitytoken`, `AccountKey`.
    public static boolean isSecretKey(String key) {
        return SecretKeys.isSecret(key);
    }
}

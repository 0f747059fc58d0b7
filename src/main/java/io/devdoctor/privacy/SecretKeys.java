package io.devdoctor.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names hold secrets, and which values under such names are none.
final class SecretKeys {
    /// The end of a secret name; whatever stands before it (`MYSQL_ROOT_`, `x-vault-`) does not matter.
    static final String ENDINGS = "pass(?:word|wd|phrase|code)?|pwd|psw|token|secret|api[_-]?key|apikey|access[_-]?key"
            + "|account[_-]?key|private[_-]?key|shared[_-]?access[_-]?signature|client[_-]?key[_-]?data|signing[_-]?key"
            + "|encryption[_-]?key|master[_-]?key|storage[_-]?key|secret[_-]?key|secret[_-]?value|authorization"
            + "|registry-auth|registry-config|_auth|credential|cookie|x-amz-signature|connection[_-]?string";

    private static final Pattern SECRET = Pattern.compile(
            "(?:.*[^a-z])?(?:" + ENDINGS + ")|.*(?:password|passwd|pwd|token|secret|apikey|accesskey)|auth",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    // A .NET assembly name carries PublicKeyToken; an OAuth or XSRF token *type* does not end here at all.
    private static final Set<String> NOT_SECRET = Set.of("publickeytoken", "cancellationtoken", "nexttoken", "bypass");
    private static final Set<String> HARMLESS = Set.of(
            "",
            "null",
            "none",
            "true",
            "false",
            "yes",
            "no",
            "undefined",
            "<none>",
            "<nil>",
            "****",
            "\"\"",
            "''",
            "{}",
            "[]");
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{\\w+}|\\$\\(\\w+\\)|\\$\\w+|%\\w+%|<[\\w .-]+>|\\*+");

    private SecretKeys() {}

    static boolean isSecret(String key) {
        String name = key.strip();
        return name.length() <= 128
                && !NOT_SECRET.contains(name.toLowerCase(Locale.ROOT))
                && SECRET.matcher(separateCamel(name)).matches();
    }

    /// Values that tell nothing: empty, boolean, a reference to a variable, masked already; and PWD as a working
    /// folder.
    static boolean isHarmless(String key, String value) {
        String plain = value.strip();
        boolean folder = (key.equals("PWD") || key.equals("OLDPWD"))
                && (plain.startsWith("/") || plain.matches("[A-Za-z]:[\\\\/].*"));
        return folder
                || HARMLESS.contains(plain.toLowerCase(Locale.ROOT))
                || REFERENCE.matcher(plain).matches();
    }

    /// `bindPass` ends in a word of its own, `compass` does not.
    private static String separateCamel(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    }
}

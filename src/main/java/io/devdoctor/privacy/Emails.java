package io.devdoctor.privacy;

import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail addresses; not git remotes, systemd units or module versions, which are written alike.
final class Emails {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+@/$-])(?!git@)([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@(?!v?\\d+\\.\\d)([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,6}\\."
                + "(?!(?:service|socket|mount|target|scope|slice|timer|device|path)\\b)[A-Za-z]{2,24})(?![A-Za-z0-9-])");

    private Emails() {}

    static String apply(String text, Ledger ledger) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        return Replacing.matches(
                        EMAIL,
                        text,
                        0,
                        match -> ledger.use(
                                Kind.EMAIL, match.group().toLowerCase(Locale.ROOT), Shapes.text(match.group())))
                .text();
    }
}

package io.devdoctor.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `key=value`, `key: value` and `"key": "value"` where the key names a secret; JSON inside a JSON string too.
final class KeyedSecrets {
    // Finds only the END of a key and the separator: searching for whole keys would be quadratic on long runs of
    // base64.
    private static final Pattern KEY_END = Pattern.compile(
            "(?:" + SecretKeys.ENDINGS + "|(?<=[\"'])auth)(\\\\*[\"'])?[ \\t]{0,16}(?:(=>|[:=])[ \\t]{0,16})",
            Pattern.CASE_INSENSITIVE);
    /// Every one of [SecretKeys#ENDINGS] holds one of these.
    private static final Clue ENDING = Clue.of(
            "pass",
            "pwd",
            "psw",
            "token",
            "secret",
            "key",
            "signature",
            "auth",
            "config",
            "credential",
            "cookie",
            "string");
    private static final Pattern SCHEME = Pattern.compile(
            "(?:basic|bearer|digest|negotiate|ntlm|token|aws4-hmac-sha256)[ \\t]++", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d++(?:\\.\\d++)?");
    // What follows "token:" or "password:" in messages and headings, not in settings.
    private static final Set<String> PROSE = Set.of(
            "a",
            "an",
            "the",
            "is",
            "was",
            "not",
            "no",
            "for",
            "in",
            "to",
            "of",
            "and",
            "or",
            "it",
            "has",
            "error",
            "expired",
            "invalid",
            "missing",
            "required",
            "denied",
            "failed",
            "unauthorized",
            "unexpected",
            "expected",
            "unknown",
            "wrong",
            "empty",
            "cannot",
            "could",
            "must",
            "should",
            "exec",
            "illegal",
            "malformed",
            "exit",
            "http",
            "get",
            "post",
            "does",
            "access");

    private final String text;
    private final StringBuilder result = new StringBuilder();
    private int from;
    private int count;

    private KeyedSecrets(String text) {
        this.text = text;
    }

    static Masked mask(String text) {
        boolean separated = text.indexOf(':') >= 0 || text.indexOf('=') >= 0;
        return separated && ENDING.in(Clue.lower(text)) ? new KeyedSecrets(text).run() : new Masked(text, 0);
    }

    private Masked run() {
        Matcher keys = KEY_END.matcher(text);
        int at = 0;
        while (keys.find(at)) {
            at = Math.max(keys.end(), value(keys));
        }
        return from == 0
                ? new Masked(text, 0)
                : new Masked(result.append(text, from, text.length()).toString(), count);
    }

    /// Masks the value behind one key; returns where the search goes on.
    private int value(Matcher keys) {
        int quoteAt = keys.start(1) < 0 ? keys.start(2) : keys.start(1);
        Key key = Key.before(text, quoteAt, keys.start());
        if (!SecretKeys.isSecret(key.name()) || (key.name().equals("auth") && keys.start(1) < 0)) {
            return keys.end();
        }
        // "Bearer" is a word of its own; what must go stands behind it.
        Value value = Value.at(text, afterScheme(keys.end(), text.length()), key, text.charAt(keys.start(2)) == '=');
        int start = afterScheme(value.start(), value.end());
        String secret = text.substring(start, value.end());
        if (start >= value.end()
                || SecretKeys.isHarmless(key.name(), secret)
                || isProse(key, value, secret)
                || secret.startsWith(Secrets.MASK)
                || TokenShapes.isMasked(secret)) {
            return Math.max(keys.end(), start);
        }
        boolean number =
                !value.quoted() && keys.start(1) >= 0 && NUMBER.matcher(secret).matches();
        boolean quote = number || (start == keys.end() && isYaml(keys, key, value));
        String masked = TokenShapes.masked(secret);
        // Inside a JSON string the quotes of a key are escaped, and so must be those of its value.
        String mark = keys.start(1) < 0 ? "\"" : keys.group(1);
        result.append(text, from, start).append(quote ? mark + masked + mark : masked);
        from = value.end();
        count++;
        return value.end();
    }

    /// YAML takes a bare asterisk for the name of an anchor, and then the file would be none any more.
    private boolean isYaml(Matcher keys, Key key, Value value) {
        boolean separated = text.charAt(keys.start(2)) == ':' && keys.end() > keys.end(2);
        return separated && !value.quoted() && (key.firstOnLine() || key.quoted());
    }

    private int afterScheme(int start, int end) {
        Matcher scheme = SCHEME.matcher(text).region(start, end);
        return scheme.lookingAt() && scheme.end() < end ? scheme.end() : start;
    }

    private static boolean isProse(Key key, Value value, String secret) {
        if (value.quoted() || key.quoted()) {
            return secret.startsWith("{") || secret.startsWith("[");
        }
        String word = secret.split("[\\s,.;:!)]", 2)[0];
        if (value.assigned()) {
            return secret.matches("[=>]+");
        }
        return PROSE.contains(word.toLowerCase(Locale.ROOT)) || !secret.matches("(?s).*[\\p{L}\\p{N}].*");
    }
}

package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Takes the Dockerfiles out of an answer of BuildKit's checks. They stand there in base64, where no secret is seen,
/// and are recorded as files anyway.
final class LintSources {
    /// base64 holds no quotation mark; the answer may be cut.
    private static final Pattern DATA = Pattern.compile("(\"data\"\\s*:\\s*\")[^\"]*");

    private LintSources() {}

    static Bytes without(Bytes answer) {
        String text = new String(answer.toArray(), StandardCharsets.ISO_8859_1);
        return Bytes.of(DATA.matcher(text).replaceAll("$1").getBytes(StandardCharsets.ISO_8859_1));
    }
}

package io.devdoctor.format.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How the bytes of a file become characters.
public enum TextKind {
    /// ASCII included.
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    GBK("GB18030"),
    BIG5("x-windows-950"),
    SHIFT_JIS("windows-31j"),
    EUC_KR("x-windows-949"),
    /// Not UTF-8, and no evidence for one of the others.
    OTHER(""),
    /// No text.
    BINARY("");

    private final String charset;

    TextKind(String charset) {
        this.charset = charset;
    }

    public boolean isUtf16() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    /// Empty where nobody knows, or where this Java lacks it.
    public Optional<Charset> charset() {
        return charset.isEmpty() || !Charset.isSupported(charset)
                ? Optional.empty()
                : Optional.of(Charset.forName(charset));
    }

    /// For showing a line: what cannot be known is shown as Western.
    Charset shown() {
        return charset().orElse(StandardCharsets.ISO_8859_1);
    }
}

package io.devdoctor.format;

import java.nio.charset.StandardCharsets;

/// How a file ends its lines.
public enum Newline {
    CRLF("\r\n"),
    LF("\n");

    private final String text;

    Newline(String text) {
        this.text = text;
    }

    /// The characters written at the end of a line.
    public String text() {
        return text;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The more frequent of the two in `content`; `otherwise` when it has no line end at all.
    public static Newline dominant(byte[] content, Newline otherwise) {
        int crlf = 0;
        int lf = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                if (i > 0 && content[i - 1] == '\r') {
                    crlf++;
                } else {
                    lf++;
                }
            }
        }
        return crlf == lf ? (crlf == 0 ? otherwise : CRLF) : crlf > lf ? CRLF : LF;
    }

    static Newline dominant(String content, Newline otherwise) {
        return dominant(content.getBytes(StandardCharsets.UTF_8), otherwise);
    }
}

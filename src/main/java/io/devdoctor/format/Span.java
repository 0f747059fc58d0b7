package io.devdoctor.format;

/// A half-open range `[start, end)` of bytes. It counts bytes of the text as UTF-8 without its byte order mark, which
/// are the bytes of the file itself unless that begins with a mark or is UTF-16.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }
}

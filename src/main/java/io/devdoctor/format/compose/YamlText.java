package io.devdoctor.format.compose;

import io.devdoctor.format.Span;
import io.devdoctor.format.TextEncoding;
import java.nio.charset.StandardCharsets;

/// The text of a file, and where each of its code points lies among the bytes of that text as UTF-8.
///
/// @param text   without its byte order mark
/// @param starts by code point; one more than there are, so that every end is known too
record YamlText(String file, TextEncoding encoding, String text, int[] starts) {

    static YamlText of(String file, byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        int mark = encoding.markLength();
        String text = new String(bytes, mark, bytes.length - mark, encoding.charset());
        int[] starts = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            starts[count++] = offset;
            int point = text.codePointAt(i);
            offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            i += Character.charCount(point);
        }
        starts[count] = offset;
        return new YamlText(file, encoding, text, starts);
    }

    byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param first, last code points
    ComposePlace place(int first, int last, int line) {
        int start = starts[Math.clamp(first, 0, starts.length - 1)];
        int end = starts[Math.clamp(last, 0, starts.length - 1)];
        return new ComposePlace(file, new Span(start, Math.max(start, end)), line);
    }

    ComposePlace whole() {
        return place(0, 0, 1);
    }
}

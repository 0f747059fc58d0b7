package io.devdoctor.format.text;

import io.devdoctor.format.EditResult;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Edits that change how a text is written down and nothing of what it says.
public final class TextEdits {
    private static final int MARK = 3;

    private TextEdits() {}

    /// CRLF becomes LF; a lone CR stays. For encodings in which both are one byte.
    public static byte[] toLf(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') out.write(bytes[i]);
        }
        return out.toByteArray();
    }

    /// Without the byte order mark of UTF-8, if it has one.
    public static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length >= MARK
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        return marked ? Arrays.copyOfRange(bytes, MARK, bytes.length) : bytes.clone();
    }

    /// The same text in UTF-8, without a mark. Refused where the way back would not give the same bytes.
    public static EditResult toUtf8(byte[] bytes, TextKind kind) {
        if (kind == TextKind.UTF_8) return new EditResult.Edited(withoutMark(bytes));
        Optional<Charset> charset = kind.charset();
        if (charset.isEmpty()) return new EditResult.Refused(EditResult.Reason.ENCODING, kind.name());
        try {
            String text =
                    charset.get().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (!Arrays.equals(text.getBytes(charset.get()), bytes)) {
                return new EditResult.Refused(EditResult.Reason.AMBIGUOUS, kind.name());
            }
            String plain = kind.isUtf16() && text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new EditResult.Edited(plain.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) {
            return new EditResult.Refused(EditResult.Reason.ENCODING, kind.name());
        }
    }

    /// The text as characters, without a mark; what cannot be decoded is replaced.
    public static String shown(byte[] bytes, TextKind kind) {
        String text = new String(bytes, kind.shown());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

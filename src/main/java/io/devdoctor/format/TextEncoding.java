package io.devdoctor.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The encoding of a text file, judged by its bytes alone.
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_BOM(StandardCharsets.UTF_8, 3),
    UTF_16LE_BOM(StandardCharsets.UTF_16LE, 2),
    UTF_16BE_BOM(StandardCharsets.UTF_16BE, 2),
    /// UTF-16LE without a byte order mark: ASCII text with a NUL in every second place.
    UTF_16LE(StandardCharsets.UTF_16LE, 0),
    /// Neither UTF-8 nor UTF-16, most often the ANSI code page of the machine such as GBK.
    NOT_UTF_8(StandardCharsets.UTF_8, 0);

    private static final int SNIFFED = 4096;

    private final Charset charset;
    private final int markLength;

    TextEncoding(Charset charset, int markLength) {
        this.charset = charset;
        this.markLength = markLength;
    }

    public Charset charset() {
        return charset;
    }

    /// Number of bytes of the byte order mark, 0 to 3.
    public int markLength() {
        return markLength;
    }

    public boolean isUtf8() {
        return this == UTF_8 || this == UTF_8_BOM;
    }

    public static TextEncoding of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return UTF_8_BOM;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return UTF_16LE_BOM;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16BE_BOM;
        }
        if (everySecondIsNul(bytes)) {
            return UTF_16LE;
        }
        return isStrict(StandardCharsets.UTF_8, bytes, 0) ? UTF_8 : NOT_UTF_8;
    }

    /// Whether `bytes` from `offset` on decode without a single replacement, so that encoding gives them back.
    static boolean isStrict(Charset charset, byte[] bytes, int offset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// `content` behind a UTF-8 byte order mark.
    static byte[] marked(byte[] content) {
        byte[] marked = new byte[content.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(content, 0, marked, 3, content.length);
        return marked;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// A few Chinese comments have no NUL, so 40 % is enough; even places must be free of them, or it is a file of
    /// NULs.
    private static boolean everySecondIsNul(byte[] bytes) {
        int length = Math.min(bytes.length, SNIFFED) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        return odd > 0 && even == 0 && odd * 10 >= length / 2 * 4;
    }
}

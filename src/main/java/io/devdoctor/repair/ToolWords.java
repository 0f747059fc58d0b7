package io.devdoctor.repair;

import io.devdoctor.machine.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a tool said, as evidence: decisions use its exit code and the proof, never its words.
final class ToolWords {
    private static final int MOST = 2000;

    private ToolWords() {}

    /// "" or a new line and the words.
    static String of(Bytes bytes) {
        byte[] raw = bytes.toArray();
        if (raw.length == 0) return "";
        String text = read(raw).strip();
        return text.isEmpty() ? "" : "\n" + text.substring(0, Math.min(MOST, text.length()));
    }

    private static String read(byte[] raw) {
        for (byte b : raw) {
            if (b == 0) return new String(raw, StandardCharsets.UTF_16LE);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException _) {
                // The next one may fit.
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}

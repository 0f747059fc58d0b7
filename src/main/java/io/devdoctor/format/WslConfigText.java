package io.devdoctor.format;

import io.devdoctor.format.WslConfigProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What WSL's reader makes of the raw bytes before the grammar starts.
///
/// @param content UTF-8 (or unknown 8-bit) bytes without byte order mark
/// @param end where reading stops: the length, or the first Ctrl-Z
/// @param readable false when WSL recognises nothing
record WslConfigText(TextEncoding encoding, byte[] content, int end, boolean readable) {
    private static final int LARGE = 1 << 20;
    private static final byte CTRL_Z = 0x1A;

    static WslConfigText decode(byte[] bytes, WslConfigFile file) {
        TextEncoding encoding = TextEncoding.of(bytes);
        byte[] content = switch (encoding) {
            case UTF_8, NOT_UTF_8 -> bytes.clone();
            case UTF_8_BOM -> Arrays.copyOfRange(bytes, encoding.markLength(), bytes.length);
            case UTF_16LE_BOM, UTF_16BE_BOM, UTF_16LE -> {
                int mark = encoding.markLength();
                yield new String(bytes, mark, bytes.length - mark, encoding.charset()).getBytes(StandardCharsets.UTF_8);
            }
        };
        boolean readable = switch (encoding) {
            case UTF_8, NOT_UTF_8 -> !isZeros(bytes);
            case UTF_8_BOM, UTF_16LE_BOM -> file.windows();
            case UTF_16BE_BOM, UTF_16LE -> false;
        };
        return new WslConfigText(encoding, content, file.windows() ? endOf(content) : content.length, readable);
    }

    private static boolean isZeros(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private static int endOf(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == CTRL_Z) {
                return i;
            }
        }
        return content.length;
    }

    void report(WslConfigFile file, byte[] bytes, WslConfigCollector found) {
        boolean windows = file.windows();
        if (isZeros(bytes)) {
            found.wholeFile(Kind.ONLY_ZEROS, Integer.toString(bytes.length));
            return;
        }
        switch (encoding) {
            case UTF_8, NOT_UTF_8 -> {}
            case UTF_8_BOM -> found.wholeFile(windows ? Kind.UTF_8_MARK : Kind.MARK_IN_WSL_CONF);
            case UTF_16LE_BOM -> found.wholeFile(windows ? Kind.UTF_16LE : Kind.MARK_IN_WSL_CONF);
            case UTF_16BE_BOM -> found.wholeFile(windows ? Kind.UTF_16BE : Kind.MARK_IN_WSL_CONF);
            case UTF_16LE -> found.wholeFile(windows ? Kind.UTF_16_WITHOUT_MARK : Kind.MARK_IN_WSL_CONF);
        }
        if (bytes.length > LARGE) {
            found.wholeFile(Kind.VERY_LARGE, Integer.toString(bytes.length));
        }
        if (!windows && Newline.dominant(content, Newline.LF) == Newline.CRLF) {
            found.wholeFile(Kind.CRLF_IN_WSL_CONF);
        }
        if (readable) {
            reportBytes(found, windows);
        }
    }

    private void reportBytes(WslConfigCollector found, boolean windows) {
        if (end < content.length && !isBlank(end + 1)) {
            found.problem(Kind.CTRL_Z, end, Integer.toString(content.length - end - 1));
        }
        int bad = firstBad();
        if (bad >= 0) {
            boolean atEnd = windows && end == content.length && content[content.length - 1] < 0;
            found.problem(atEnd ? Kind.NOT_UTF_8_AT_END : Kind.NOT_UTF_8, atEnd ? content.length - 1 : bad);
        }
        int nul = 0;
        int first = -1;
        for (int i = 0; i < end; i++) {
            if (content[i] == 0) {
                first = nul++ == 0 ? i : first;
            }
        }
        if (nul > 0) {
            found.problem(Kind.NUL_BYTES, first, Integer.toString(nul));
        }
    }

    private boolean isBlank(int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /// Offset of the first byte that is not UTF-8, or -1.
    private int firstBad() {
        var in = java.nio.ByteBuffer.wrap(content);
        var out = java.nio.CharBuffer.allocate(8192);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /// The same text as UTF-8 without byte order mark, the one form every WSL reads.
    byte[] utf8() {
        return content.clone();
    }

    /// The bytes of the file with `edited` content, always without byte order mark: the old WSL stumbles over one, and
    /// a file in UTF-16 would lose its mark, and with it all meaning, at the next edit by WSL Settings.
    byte[] encode(byte[] edited) {
        return edited;
    }
}

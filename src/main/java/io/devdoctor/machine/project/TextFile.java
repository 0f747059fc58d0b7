package io.devdoctor.machine.project;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Source;
import java.util.Optional;

/// What the bytes of one file say.
///
/// @param lf, crlf, cr  how many lines end so; `cr` = a CR that no LF follows
/// @param firstLine     at most 200 characters, without its end and without a byte order mark
/// @param content       the bytes, of files that decide something or have something to mend; empty = not kept
public record TextFile(
        String path,
        long size,
        Encoding encoding,
        boolean marked,
        int lf,
        int crlf,
        int cr,
        String firstLine,
        Optional<Bytes> content,
        Source source) {
    public enum Encoding {
        /// ASCII included.
        UTF_8,
        UTF_16LE,
        UTF_16BE,
        /// GBK or GB18030, by the share of frequent characters.
        GBK,
        BIG5,
        SHIFT_JIS,
        EUC_KR,
        /// Not UTF-8, and no evidence for one of the others; most often a Western code page.
        OTHER,
        /// No text: NUL bytes outside UTF-16.
        BINARY;

        public boolean isUtf16() {
            return this == UTF_16LE || this == UTF_16BE;
        }
    }

    public boolean hasShebang() {
        return firstLine.startsWith("#!");
    }
}

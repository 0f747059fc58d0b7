package io.devdoctor.format.ignore;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.format.text.TextSniff;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Lines put at the end of a file in which later lines win. Nothing of it changes, and its line ends are kept.
public final class AddedLines {
    private AddedLines() {}

    /// @param bytes empty = the file is new
    /// @param lines of ASCII or UTF-8, without line ends
    public static EditResult to(byte[] bytes, List<String> lines) {
        TextSniff text = TextSniff.of(bytes, 0);
        if (text.kind() != TextKind.UTF_8) {
            return new EditResult.Refused(
                    EditResult.Reason.ENCODING, text.kind().name());
        }
        if (lines.isEmpty()) return new EditResult.Refused(EditResult.Reason.NO_EFFECT, "");
        String newline = text.crlf() > text.lf() ? "\r\n" : "\n";
        boolean open = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
        String added = (open ? newline : "") + String.join(newline, lines) + newline;
        byte[] more = added.getBytes(StandardCharsets.UTF_8);
        byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, result, bytes.length, more.length);
        return new EditResult.Edited(result);
    }
}

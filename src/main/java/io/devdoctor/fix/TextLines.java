package io.devdoctor.fix;

import io.devdoctor.machine.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes as lines, for showing only: BOM, else strict UTF-8, else GB18030, else Latin 1, which reads everything.
record TextLines(String charset, List<TextLine> lines) {
    static TextLines of(@Nullable Bytes bytes) {
        if (bytes == null) return new TextLines("", List.of());
        byte[] content = bytes.toArray();
        for (Charset charset : candidates(content)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return new TextLines(charset.name(), split(text));
            } catch (CharacterCodingException _) {
                // The next one may fit.
            }
        }
        throw new IllegalStateException("Latin 1 reads every byte");
    }

    private static List<Charset> candidates(byte[] content) {
        List<Charset> charsets = new ArrayList<>();
        if (starts(content, 0xFF, 0xFE)) charsets.add(StandardCharsets.UTF_16LE);
        if (starts(content, 0xFE, 0xFF)) charsets.add(StandardCharsets.UTF_16BE);
        charsets.addAll(List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1));
        return charsets;
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static List<TextLine> split(String text) {
        boolean bom = text.startsWith("\uFEFF");
        String rest = bom ? text.substring(1) : text;
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        while (start < rest.length()) {
            int stop = start;
            while (stop < rest.length() && rest.charAt(stop) != '\n' && rest.charAt(stop) != '\r') stop++;
            TextLine.End end = end(rest, stop);
            lines.add(new TextLine(rest.substring(start, stop), end, bom && lines.isEmpty()));
            start = stop + (end == TextLine.End.CRLF ? 2 : 1);
        }
        if (bom && lines.isEmpty()) lines.add(new TextLine("", TextLine.End.NONE, true));
        return List.copyOf(lines);
    }

    private static TextLine.End end(String text, int at) {
        if (at == text.length()) return TextLine.End.NONE;
        if (text.charAt(at) == '\n') return TextLine.End.LF;
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? TextLine.End.CRLF : TextLine.End.CR;
    }
}

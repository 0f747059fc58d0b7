package io.devdoctor;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/// Prints on a terminal: typographic characters that its encoding lacks are written with plain ones, which a reader
/// understands, instead of a question mark.
final class FittingStream extends PrintStream {
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "--"),
            Map.entry((int) '·', "|"),
            Map.entry((int) '→', "->"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '±', "+/-"),
            Map.entry((int) '≈', "~"),
            Map.entry((int) '⟨', "<"),
            Map.entry((int) '⟩', ">"),
            Map.entry(0x2212, "-"),
            Map.entry(0x00A0, " "),
            Map.entry(0x202F, " "));
    private static final int CONTROL_PICTURES = 0x2400;

    private final Charset charset;

    FittingStream(OutputStream out, Charset charset) {
        super(out, true, charset);
        this.charset = charset;
    }

    @Override
    public void print(String text) {
        super.print(fit(text, charset));
    }

    /// What this encoding cannot write, in characters that it can.
    static String fit(String text, Charset charset) {
        if (!charset.canEncode()) return text;
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) return text;
        StringBuilder fitting = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            fitting.append(encoder.canEncode(character) ? character : plain(point, character));
        });
        return fitting.toString();
    }

    private static String plain(int point, String character) {
        boolean pictureOfControl = point >= CONTROL_PICTURES && point < CONTROL_PICTURES + ' ';
        if (pictureOfControl) return "\\x%02X".formatted(point - CONTROL_PICTURES);
        return PLAIN.getOrDefault(point, character);
    }
}

package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import java.nio.charset.Charset;

/// Marks and colours for verdicts. Terminals that cannot encode the marks (code page 936, 437) get ASCII ones; the
/// verdict is also always written in words.
record Glyphs(boolean colours, boolean unicode) {
    static Glyphs of(Terminal terminal) {
        Charset charset = terminal.out().charset();
        return new Glyphs(
                terminal.colours(), charset.canEncode() && charset.newEncoder().canEncode("✖▲✔─"));
    }

    String mark(Verdict verdict) {
        return switch (verdict) {
            case PROBLEM -> paint(unicode ? "✖" : "X", 31);
            case WARNING -> paint(unicode ? "▲" : "!", 33);
            case UNKNOWN -> paint("?", 35);
            case INFO -> paint("i", 36);
            case OK -> paint(unicode ? "✔" : "+", 32);
            case NOT_APPLICABLE -> paint("-", 90);
        };
    }

    String rule(int width) {
        return muted((unicode ? "─" : "-").repeat(width));
    }

    String strong(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String muted(String text) {
        return paint(text, 90);
    }

    private String paint(String text, int colour) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}

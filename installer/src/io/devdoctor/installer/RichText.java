package io.devdoctor.installer;

import java.util.stream.Collectors;

/// Plain text as the RTF that the pages of an MSI show.
final class RichText {
    private RichText() {}

    static String of(String text) {
        String paragraphs = text.lines().map(RichText::escaped).collect(Collectors.joining("\\par\n"));
        return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fmodern Consolas;}}\\fs16\n" + paragraphs + "\\par\n}\n";
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        line.chars().forEach(letter -> {
            if (letter == '\\' || letter == '{' || letter == '}')
                escaped.append('\\').append((char) letter);
            else if (letter < 128) escaped.append((char) letter);
            else escaped.append("\\u").append((short) letter).append('?');
        });
        return escaped.toString();
    }
}

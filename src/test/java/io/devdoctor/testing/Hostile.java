package io.devdoctor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Strings that somebody would choose to be taken for something else: another argument, path, command or URL.
public final class Hostile {
    /// Each by itself, and as a piece of others.
    public static final List<String> PIECES = List.of(
            "\"",
            "'",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u3000",
            "&",
            "&&calc.exe",
            "|",
            "<",
            ">",
            "^",
            "%",
            "%PATH%",
            "!",
            "$(reboot)",
            "`reboot`",
            "${IFS}",
            ";",
            "\n",
            "\r\n",
            "\0",
            "\u0007",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u00ad",
            "-",
            "--",
            "-d",
            "--exec",
            "--system",
            "/",
            "/f",
            "/add",
            "\\",
            "\\\\",
            "\\\"",
            "..",
            "../..",
            "..\\..",
            ".",
            "...",
            "\\\\evil\\share",
            "//evil/share",
            "\\\\?\\C:\\",
            "\\\\.\\pipe\\x",
            "CON",
            "nul",
            "COM1",
            "aux.txt",
            "C:\\Windows\\System32",
            ":stream",
            "*",
            "?",
            "#",
            "@",
            "=",
            "~",
            "{}",
            "[]",
            "()",
            "\ud800",
            "\udc00",
            "\ud83d\udce6",
            "\u0410dmin",
            "\uff0d\uff0dforce",
            "\u2215etc",
            "\uff0e\uff0e",
            "?force=true",
            "#fragment",
            "%2e%2e%2f",
            "http://evil.example/",
            "x".repeat(300),
            "x".repeat(40_000));

    private Hostile() {}

    /// A real value with pieces before, in or behind it, or pieces alone.
    public static String string(String real, Random random) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        int at = real.isEmpty() ? 0 : random.nextInt(real.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> piece;
            case 1 -> piece + real;
            case 2 -> real + piece;
            case 3 -> real.substring(0, at) + piece + real.substring(at);
            case 4 -> real + piece + string("", random);
            default -> piece + string("", random);
        };
    }

    /// Every piece alone and around the real value.
    public static List<String> all(String real) {
        List<String> all = new ArrayList<>(List.of(""));
        for (String piece : PIECES) {
            all.add(piece);
            all.add(piece + real);
            all.add(real + piece);
            all.add(real.substring(0, real.length() / 2) + piece + real.substring(real.length() / 2));
        }
        return all;
    }
}

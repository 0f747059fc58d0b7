package io.devdoctor.format.go;

import java.nio.charset.StandardCharsets;

/// Words without which a Go file holds nothing that [GoLiterals] would pick, nor an embedded file. Looked for in the
/// bytes and in one pass: a large project has tens of thousands of files.
final class GoSigns {
    private static final byte[][] WORDS = new byte[128][];

    static {
        for (String word : new String[] {
            "Listen",
            "Addr",
            "signal",
            "WatchConfig",
            "NewWatcher",
            "tls",
            "credentials",
            "go:embed",
            "Run",
            "Start",
            "DLL"
        }) {
            WORDS[word.charAt(0)] = word.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final byte[] ZONE = "oadLocation".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LIBRARY = "oadLibrary".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SOURCE = "loc=".getBytes(StandardCharsets.US_ASCII);

    private GoSigns() {}

    static boolean standIn(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            byte b = bytes[i];
            // Of an address, and of a path of Windows.
            if (b == ':' && (bytes[i + 1] == '/' || bytes[i + 1] == '\\')) return true;
            if (b < 'A') continue;
            if (b == 'L' && (matches(ZONE, bytes, i + 1) || matches(LIBRARY, bytes, i + 1))) return true;
            if (b == 'l' && matches(SOURCE, bytes, i)) return true;
            byte[] word = WORDS[b];
            if (word != null && matches(word, bytes, i)) return true;
        }
        return false;
    }

    private static boolean matches(byte[] word, byte[] bytes, int at) {
        if (at + word.length > bytes.length) return false;
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) return false;
        }
        return true;
    }
}

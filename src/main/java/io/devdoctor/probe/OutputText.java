package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Platform;
import io.devdoctor.system.Query;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns a program's bytes into text. Tools do not keep to one encoding (wsl.exe writes UTF-16LE into a pipe unless
/// WSL_UTF8 is honoured, native tools follow a console that is not there), so every answer is sniffed as a whole.
final class OutputText {
    /// Code pages whose Java name does not follow from the number.
    private static final Map<Integer, String> NAMES = Map.of(
            932, "windows-31j",
            936, "GB18030",
            949, "x-windows-949",
            950, "x-windows-950",
            858, "IBM00858",
            20866, "KOI8-R",
            54936, "GB18030",
            65001, "UTF-8");

    private OutputText() {}

    /// Byte order mark, else strict UTF-8 without NUL, else UTF-16LE by its NULs, else the platform's code page.
    static String decode(Bytes bytes, Query.Decoding decoding, Platform platform) {
        byte[] raw = bytes.toArray();
        return marked(raw).or(() -> plainUtf8(raw)).orElseGet(() -> {
            if (looksWide(raw)) return wide(raw, 0);
            return switch (decoding) {
                case WSL -> isWide(raw) ? wide(raw, 0) : new String(raw, codePage(platform.ansiCodePage()));
                case OEM -> new String(raw, codePage(platform.oemCodePage()));
                case UTF8 -> new String(raw, StandardCharsets.UTF_8);
            };
        });
    }

    /// Java's charset for a Windows code page; Latin-1 where there is none, so that no byte is lost.
    static Charset codePage(int number) {
        return Stream.of(
                        NAMES.getOrDefault(number, ""),
                        "windows-" + number,
                        "IBM" + number,
                        "x-windows-" + number,
                        "x-IBM" + number)
                .filter(name -> !name.isEmpty() && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElse(StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> marked(byte[] raw) {
        if (startsWith(raw, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(raw, 3, raw.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(raw, 0xFF, 0xFE)) return Optional.of(wide(raw, 2));
        if (startsWith(raw, 0xFE, 0xFF)) {
            return Optional.of(new String(raw, 2, (raw.length - 2) & ~1, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static Optional<String> plainUtf8(byte[] raw) {
        for (byte b : raw) {
            if (b == 0) return Optional.empty();
        }
        return strict(raw, StandardCharsets.UTF_8);
    }

    /// Line ends and blanks give a wide text NULs in odd places; letters such as U+4E00 give some in even places too.
    private static boolean looksWide(byte[] raw) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        return odd > 0 && odd >= even;
    }

    private static boolean isWide(byte[] raw) {
        return strict(raw, StandardCharsets.UTF_16LE).isPresent();
    }

    /// An odd byte at the end is a cut answer: it is dropped.
    private static String wide(byte[] raw, int from) {
        return new String(raw, from, (raw.length - from) & ~1, StandardCharsets.UTF_16LE);
    }

    private static Optional<String> strict(byte[] raw, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] raw, int... head) {
        if (raw.length < head.length) return false;
        for (int i = 0; i < head.length; i++) {
            if ((raw[i] & 0xFF) != head[i]) return false;
        }
        return true;
    }
}
